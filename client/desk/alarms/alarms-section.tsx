import { useMemo, useState } from 'react';
import type { Alarm } from '../../../shared/alarm/alarm.ts';
import type { AlarmDoing, AlarmDoingKind } from '../../../shared/alarm/alarm-doing.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { useServerNow } from '../../tile/use-now.ts';
import { callErrorOf } from '../call-server.ts';
import { useDesk } from '../desk-context.ts';
import { Segments } from '../form/choice.tsx';
import { SectionHead } from '../section-head.tsx';
import { rowsOf } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { changePlace, usePlace } from '../use-place.ts';
import { ActDialog, type AskingAct, asksMore } from './act-dialog.tsx';
import { useAlarmColumns } from './alarm-columns.tsx';
import { AlarmFiguresTile } from './alarm-figures.tsx';
import { AlarmPane } from './alarm-pane.tsx';
import { useAlarmSound } from './alarm-sound.ts';
import { AlarmTaskForm } from './alarm-task-form.tsx';
import { ALARMS_WORDS } from './alarms-words.ts';
import { type AlarmsNow, useAlarmDetail, useAlarms, useMayOperate } from './use-alarms.ts';
import './alarms.css';

const MINUTE_MS = 60_000;

/** What needs somebody, the most urgent first, and one of them in full. */
export function AlarmsSection() {
  const { language } = useDesk();
  const words = ALARMS_WORDS[language];
  const alarms = useAlarms();
  const show = usePlace().get('show');
  const count = (value: number) => formatInteger(value, language);
  const counts = words.counts(
    count(alarms.waiting),
    count(alarms.standing.length),
    count(alarms.aside.length),
  );
  return (
    <>
      <SectionHead title={words.title} detail={alarms.list ? counts : words.opening}>
        <Tools alarms={alarms} />
      </SectionHead>
      {show === 'figures' ? (
        <AlarmFiguresTile version={alarms.version} />
      ) : (
        <AlarmsDesk alarms={alarms} rows={show === 'aside' ? alarms.aside : alarms.standing} />
      )}
    </>
  );
}

function Tools({ alarms }: { alarms: AlarmsNow }) {
  const { language } = useDesk();
  const words = ALARMS_WORDS[language];
  const sound = useAlarmSound(alarms.standing);
  return (
    <>
      <button type="button" className="action" aria-pressed={sound.isOn} onClick={sound.toggle}>
        {words.sound}
      </button>
      <Segments
        label={words.show}
        options={(['standing', 'aside', 'figures'] as const).map((value) => ({
          value,
          text: words[value],
        }))}
        value={usePlace().get('show') ?? 'standing'}
        onChange={(value) =>
          changePlace({ show: value === 'standing' ? null : value, alarm: null })
        }
      />
    </>
  );
}

/** The list and, beside it, the alarm that was opened, else the most urgent one. */
function AlarmsDesk({ alarms, rows }: { alarms: AlarmsNow; rows: readonly Alarm[] }) {
  const { language } = useDesk();
  const words = ALARMS_WORDS[language];
  const place = usePlace();
  const nowMs = useServerNow(MINUTE_MS);
  const mayAct = useMayOperate();
  const opened = place.get('alarm') ?? rows[0]?.id ?? null;
  const detail = useAlarmDetail(opened, alarms.version);
  const acts = useActs(alarms);
  return (
    <div className="alarms">
      <div className="alarms-list">
        <DataTable
          label={words.title}
          columns={useAlarmColumns(nowMs)}
          rows={useMemo(() => rowsOf(rows), [rows])}
          onOpen={({ id }) => changePlace({ alarm: id }, 'replace')}
          rowKeys={mayAct ? acts.rowKeys : {}}
          empty={alarms.hasFailed ? words.failed : words.none}
          isOld={alarms.list === null}
          listKey={place.get('show') ?? 'standing'}
          hasFocus
        />
        <AlarmKeys mayAct={mayAct} />
      </div>
      {detail && (
        <AlarmPane
          alarm={detail}
          mayAct={mayAct}
          nowMs={nowMs}
          onAct={(act) => acts.begin(act, detail)}
          onGiveTask={() => acts.giveTask(detail)}
        />
      )}
      <p className="alarms-told" role="status">
        {acts.refusal && `${words.refused}: ${acts.refusal}`}
      </p>
      <ActForms acts={acts} nowMs={nowMs} />
    </div>
  );
}

/** The form of what is being done, where it asks for more than a press. */
function ActForms({ acts, nowMs }: { acts: ReturnType<typeof useActs>; nowMs: number }) {
  const { asking, tasked } = acts;
  return (
    <>
      {asking && (
        <ActDialog act={asking.act} alarm={asking.alarm} onDo={acts.finish} onClose={acts.cancel} />
      )}
      {tasked && (
        <AlarmTaskForm
          alarm={tasked}
          nowMs={nowMs}
          onGiven={acts.assignTasked}
          onClose={acts.cancelTask}
        />
      )}
    </>
  );
}

interface Asking {
  readonly act: AskingAct;
  readonly alarm: Alarm;
}

/** Acts by key, button or form; what the server refuses is said. */
function useActs({ renew }: AlarmsNow) {
  const { server } = useDesk();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [tasked, setTasked] = useState<Alarm | null>(null);
  const [refusal, setRefusal] = useState('');
  const send = async ({ id }: Alarm, act: AlarmDoingKind, doing: AlarmDoing) => {
    try {
      await server.json(`/api/v1/alarms/${encodeURIComponent(id)}/${act}`, { body: doing });
      setRefusal('');
    } catch (error) {
      setRefusal(callErrorOf(error).code);
    }
    renew();
  };
  const begin = (act: AlarmDoingKind, alarm: Alarm) => {
    // What is acted on stays in sight, wherever it moves in the list.
    changePlace({ alarm: alarm.id }, 'replace');
    if (asksMore(act)) setAsking({ act, alarm });
    else void send(alarm, act, {});
  };
  const giveTask = (alarm: Alarm) => {
    changePlace({ alarm: alarm.id }, 'replace');
    setTasked(alarm);
  };
  // Not before the key is done with: it would be typed into the first field of the form it opens.
  const on = (act: AlarmDoingKind) => (alarm: Alarm) => void setTimeout(begin, 0, act, alarm);
  return {
    asking,
    tasked,
    refusal,
    begin,
    giveTask,
    assignTasked: (doing: AlarmDoing) => tasked && void send(tasked, 'assign', doing),
    cancelTask: () => setTasked(null),
    finish: (doing: AlarmDoing) => asking && void send(asking.alarm, asking.act, doing),
    cancel: () => setAsking(null),
    rowKeys: {
      a: on('acknowledge'),
      s: on('assign'),
      h: on('shelve'),
      c: on('reset'),
      n: on('comment'),
      v: (alarm: Alarm) => void setTimeout(giveTask, 0, alarm),
    },
  };
}

function AlarmKeys({ mayAct }: { mayAct: boolean }) {
  const words = ALARMS_WORDS[useDesk().language];
  return (
    <p className="alarm-keys">
      <kbd>Enter</kbd> {words.keyOpen}
      {mayAct && (
        <>
          <kbd>A</kbd> {words.keyAcknowledge}
          <kbd>S</kbd> {words.keyAssign}
          <kbd>V</kbd> {words.keyTask}
          <kbd>H</kbd> {words.keyShelve}
          <kbd>C</kbd> {words.keyClose}
          <kbd>N</kbd> {words.keyNote}
        </>
      )}
    </p>
  );
}
