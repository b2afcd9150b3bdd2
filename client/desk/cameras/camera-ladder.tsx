import type { LadderRow } from '../../../shared/record/camera-ladder.ts';
import { formatInteger, formatPercent } from '../../../shared/unit/format.ts';
import { useDesk } from '../desk-context.ts';
import { CAMERAS_WORDS } from './cameras-words.ts';

const RUNGS = ['registered', 'connected', 'reachable', 'fresh', 'healthy'] as const;

/** The rungs under one another; what is lost from one to the next stands beside it. */
export function CameraLadder({ total }: { total: LadderRow }) {
  const { language } = useDesk();
  const words = CAMERAS_WORDS[language];
  return (
    <section className="camera-ladder" aria-label={words.ladder}>
      <h2>{words.ladder}</h2>
      <table>
        <tbody>
          {RUNGS.map((name, i) => {
            const above = RUNGS[i - 1];
            const lost = above ? total[above] - total[name] : 0;
            const share = total.registered === 0 ? 0 : (total[name] / total.registered) * 100;
            return (
              <tr key={name}>
                <th scope="row" title={words.rungHints[name]}>
                  {words.rungs[name]}
                </th>
                <td>{formatInteger(total[name], language)}</td>
                <td className="camera-track">
                  <i style={{ width: `${share}%` }} />
                </td>
                <td>{formatPercent(share, language, 1)}</td>
                <td>{lost > 0 ? `−${formatInteger(lost, language)}` : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
