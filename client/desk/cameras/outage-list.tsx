import { type ReactNode, useState } from 'react';
import type { LadderCamera, OutageGroupRow } from '../../../shared/record/camera-ladder.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatAge, formatDateTime, formatTime } from '../../../shared/unit/format-time.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useServerNow } from '../../tile/use-now.ts';
import { Shape } from '../../ui/shape.tsx';
import { type DeskSurroundings, useDesk } from '../desk-context.ts';
import { CAMERAS_WORDS } from './cameras-words.ts';

const MINUTE_MS = 60_000;

/** Lines at first, and after the press on how many more there are. */
const FIRST = 4;
const MOST = 24;

interface FirstLinesProps {
  readonly lines: readonly ReactNode[];
  /** More of them that are not here. */
  readonly rest: number;
}

/** The first lines of a list; a button brings the others, so that the table below keeps its room. */
function FirstLines({ lines, rest }: FirstLinesProps) {
  const { language } = useDesk();
  const words = CAMERAS_WORDS[language];
  const [isLong, setLong] = useState(false);
  const shown = lines.slice(0, isLong ? MOST : FIRST);
  const more = lines.length + rest - shown.length;
  return (
    <>
      <ul>{shown}</ul>
      {lines.length > FIRST && (
        <button type="button" aria-expanded={isLong} onClick={() => setLong(!isLong)}>
          {isLong ? words.fewer : words.more(formatInteger(more, language))}
        </button>
      )}
    </>
  );
}

/** What is down, one line a cause, the largest first. */
export function OutageList({ groups }: { groups: readonly OutageGroupRow[] }) {
  const { language } = useDesk();
  const words = CAMERAS_WORDS[language];
  return (
    <section className="camera-list" aria-label={words.outages}>
      <h2>
        {words.outages} <b>{formatInteger(groups.length, language)}</b>
      </h2>
      {groups.length === 0 && <p>{words.noOutages}</p>}
      <FirstLines
        lines={groups.map((group) => (
          <OutageLine key={`${group.key} ${group.from}`} group={group} />
        ))}
        rest={0}
      />
    </section>
  );
}

function OutageLine({ group }: { group: OutageGroupRow }) {
  const desk = useDesk();
  const { language, names, borders } = desk;
  const now = useServerNow(MINUTE_MS);
  const words = CAMERAS_WORDS[language];
  const [first] = group.cameras;
  const unit = first ? nameOf(names, 'unit', first.unit, language, borders) : '';
  const isOfOne = group.cameras.every((each) => each.contractor === first?.contractor);
  const contractor =
    isOfOne && first?.contractor ? nameOf(names, 'contractor', first.contractor, language) : '';
  return (
    <li>
      <span className="alarm">
        <Shape name="alarm" />
      </span>
      <b>{siteName(group, desk)}</b>
      <span>
        {formatInteger(group.count, language)} {words.cameras}
        {group.count > 1 && ` ${group.cause === 'site' ? words.site : words.ofOwner}`}
        {unit && group.cause === 'site' && ` · ${unit}`}
        {contractor && ` · ${contractor}`}
      </span>
      <time dateTime={new Date(group.from).toISOString()} title={formatDateTime(group.from)}>
        {formatAge(now - group.from, language)}
      </time>
    </li>
  );
}

function siteName(
  { cause, key, cameras }: OutageGroupRow,
  { names, language }: DeskSurroundings,
): string {
  if (cause === 'owner') return nameOf(names, 'owner', key, language);
  const place = nameOf(names, 'place', key, language);
  const camera = cameras.find((each) => each.camera === key);
  return place === key && camera ? camera.name : place;
}

interface MaintenanceListProps {
  readonly cameras: readonly LadderCamera[];
  readonly total: number;
}

/** Cameras that their owners have taken out of service for a while. */
export function MaintenanceList({ cameras, total }: MaintenanceListProps) {
  const { language, names } = useDesk();
  const words = CAMERAS_WORDS[language];
  return (
    <section className="camera-list" aria-label={words.maintenance}>
      <h2>
        {words.maintenance} <b>{formatInteger(total, language)}</b>
      </h2>
      {total === 0 && <p>{words.noMaintenance}</p>}
      <FirstLines
        lines={cameras.map(({ camera, name, owner, since, until, reason }) => (
          <li key={camera} title={reason}>
            <b>{name}</b>
            <span>{nameOf(names, 'owner', owner, language)}</span>
            <time dateTime={new Date(since).toISOString()} title={formatDateTime(since)}>
              {until === undefined
                ? `${words.reported} ${formatTime(since)}`
                : `${words.until} ${formatTime(until)}`}
            </time>
          </li>
        ))}
        rest={total - cameras.length}
      />
    </section>
  );
}
