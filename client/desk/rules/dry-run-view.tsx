import { useState } from 'react';
import type { Rule } from '../../../shared/alarm/rule.ts';
import type { DryRun } from '../../../shared/alarm/rules-desk.ts';
import { formatInteger, formatNumber } from '../../../shared/unit/format.ts';
import { formatPeriod } from '../../../shared/unit/format-time.ts';
import { callErrorOf } from '../call-server.ts';
import { useDesk } from '../desk-context.ts';
import { RULES_WORDS } from './rules-words.ts';

const DAYS = 30;

interface Told {
  /** The rule it was run for, as JSON: another draft of it is another rule, the same told anew is not. */
  readonly rule: string;
  readonly run: DryRun | null;
  readonly refusal: string;
}

/** What the rule as it stands would have said over the last days. */
export function DryRunView({ rule }: { rule: Rule }) {
  const { language, server } = useDesk();
  const words = RULES_WORDS[language];
  const text = JSON.stringify(rule);
  const [told, setTold] = useState<Told | null>(null);
  const [isRunning, setRunning] = useState(false);
  const run = async () => {
    setRunning(true);
    try {
      const body = { rule, days: DAYS };
      const answer = await server.json<DryRun>('/api/v1/rules/dry-run', { body });
      setTold({ rule: text, run: answer, refusal: '' });
    } catch (error) {
      const { code, message } = callErrorOf(error);
      const refusal = code === 'IOC_ALARM_NO_HISTORY' ? words.noHistory : `${code} ${message}`;
      setTold({ rule: text, run: null, refusal });
    }
    setRunning(false);
  };
  const shown = told?.rule === text ? told : null;
  return (
    <section className="dry-run" aria-label={words.dryRun}>
      <button type="button" className="action" disabled={isRunning} onClick={() => void run()}>
        {isRunning ? words.running : words.dryRun}
      </button>
      <div role="status">
        {shown?.refusal}
        {shown?.run && <Bars run={shown.run} />}
      </div>
    </section>
  );
}

/** A bar a day: what stood at its end, and of it in full colour what came up on it. */
function Bars({ run: { days, raised, stepMinutes } }: { run: DryRun }) {
  const { language } = useDesk();
  const words = RULES_WORDS[language];
  const most = Math.max(1, ...days.map(({ standing, raised: came }) => Math.max(standing, came)));
  const count = (value: number) => formatInteger(value, language);
  const mean = formatNumber(days.length > 0 ? raised / days.length : null, 1, language);
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  return (
    <>
      <p>{words.dryTotal(count(raised), mean)}</p>
      <ol className="dry-run-bars">
        {days.map(({ day, raised: came, standing }) => {
          const text = words.dryDay(formatPeriod(day, language), count(came), count(standing));
          return (
            <li key={day} title={text}>
              <span className="unseen">{text}</span>
              <i style={{ height: `${(Math.max(standing, came) / most) * 100}%` }}>
                <b style={{ height: `${(came / Math.max(standing, came, 1)) * 100}%` }} />
              </i>
            </li>
          );
        })}
      </ol>
      <p className="dry-run-ends">
        <span>{formatPeriod(first, language)}</span>
        <span>
          <b /> {words.raised} <i /> {words.standing} · {words.most} {count(most)}
        </span>
        <span>{formatPeriod(last, language)}</span>
      </p>
      <p className="dry-run-note">
        {stepMinutes === undefined ? words.dryNote : words.dryLogNote(count(stepMinutes))}
      </p>
    </>
  );
}
