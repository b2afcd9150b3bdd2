import type { RulesTold } from '../../../shared/alarm/rules-desk.ts';
import type { DocumentHead } from '../../../shared/document/document.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { useDesk } from '../desk-context.ts';
import { useAsked } from '../use-asked.ts';
import { RULES_WORDS } from './rules-words.ts';
import type { RulesDesk } from './use-rules.ts';

/** Who changed the rules when and why; an older version can be taken up again as a draft. */
export function RuleVersions({ desk }: { desk: RulesDesk }) {
  const { language, server } = useDesk();
  const words = RULES_WORDS[language];
  const current = desk.told?.version ?? 0;
  const path = current > 0 ? '/api/v1/documents/rules/rules/history' : null;
  const { value } = useAsked<readonly DocumentHead[]>(path, desk.news);
  const take = async (version: number) => {
    const { rules } = await server.json<RulesTold>(`/api/v1/rules?version=${version}`);
    desk.change(rules);
  };
  const row = (version: number, text: string, when: string) => (
    <li key={version}>
      <b>{version}</b>
      <span>{text}</span>
      <span>{when}</span>
      {version === current ? (
        <em>{words.inForce}</em>
      ) : (
        <button type="button" className="action" onClick={() => void take(version)}>
          {words.open} <span className="unseen">{version}</span>
        </button>
      )}
    </li>
  );
  return (
    <section className="rule-versions" aria-labelledby="rule-versions">
      <h2 id="rule-versions">{words.versions}</h2>
      <ol>
        {(value ?? []).map(({ version, title, by, at }) =>
          row(version, title, `${by}, ${formatDateTime(at)}`),
        )}
        {row(0, words.shipped, '')}
      </ol>
    </section>
  );
}
