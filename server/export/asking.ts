import type { Refusal } from '../../shared/protocol/messages.ts';
import type { Answer } from '../../shared/query/answer.ts';
import { canonicalKey } from '../../shared/query/canonical-key.ts';
import type { Query } from '../../shared/query/query.ts';
import { isoInstant } from '../../shared/unit/instant.ts';
import type { Principal } from '../access/principal.ts';
import { ERRORS, type ErrorCode, IocError } from '../errors.ts';
import type { AskedItem } from './board-items.ts';
import type { ExportItem, ExportScene } from './export-job.ts';

export interface AskingPorts {
  /** The same question a wall asks, within the asker's scope. */
  ask(query: Query, who: Principal): Promise<Answer | { readonly refused: Refusal }>;
  /** The server's clock, ms. */
  now(): number;
}

/** By canonical key of the question as it stands on its item, whatever instant it was asked about. */
export type Answers = ReadonlyMap<string, Answer>;

export interface Asked {
  readonly query: Query;
  readonly answer: Answer;
}

export interface Asking {
  readonly items: readonly AskedItem[];
  /** RFC 3339; now without it. */
  readonly asOf?: string | undefined;
  readonly who: Principal;
}

/**
 * Equal questions are asked once, one after the other: a file must not push aside what walls ask. All answers are of one
 * state: where events came in between they are asked once more together, then about the instant at which asking began.
 */
export async function askAll(asking: Asking, ports: AskingPorts): Promise<Asked[]> {
  const { items, asOf } = asking;
  const questions = [
    ...new Map(items.map(({ chart }) => [canonicalKey(chart.query), chart.query])).values(),
  ];
  const optional = new Set(
    items.filter(({ scene }) => scene !== undefined).map(({ chart }) => canonicalKey(chart.query)),
  );
  const beganAt = isoInstant(ports.now());
  const ask = async (query: Query, instant: string | undefined): Promise<Asked | undefined> => {
    const asked = instant === undefined ? query : { ...query, asOf: instant };
    const answer = await ports.ask(asked, asking.who);
    if (!('refused' in answer)) return { query, answer };
    // A tile that stays the province's in a scene about a district is left out for who sees the district only.
    if (answer.refused.code === 'IOC_ACCESS_UNIT' && optional.has(canonicalKey(query)))
      return undefined;
    throw errorOf(answer.refused);
  };
  const inTurn = await oneByOne(questions, (query) => ask(query, asOf));
  if (isOneState(inTurn)) return inTurn;
  const together = await Promise.all(questions.map((query) => ask(query, asOf)));
  const found = together.flatMap((each) => each ?? []);
  return isOneState(found) ? found : oneByOne(questions, (query) => ask(query, beganAt));
}

async function oneByOne(
  questions: readonly Query[],
  ask: (query: Query) => Promise<Asked | undefined>,
): Promise<Asked[]> {
  const found: Asked[] = [];
  for (const query of questions) {
    const asked = await ask(query);
    if (asked) found.push(asked);
  }
  return found;
}

/** A question may be about a past of its own. */
function isOneState(asked: readonly Asked[]): boolean {
  const states = asked.filter(({ query }) => !query.asOf).map(({ answer }) => answer.seq);
  return new Set(states).size <= 1;
}

/** What the core refuses with, as an error with its code. */
export function errorOf({ code, message }: Refusal): IocError {
  const error = new IocError(code in ERRORS ? (code as ErrorCode) : 'IOC_HTTP_FAILED', {});
  error.message = message;
  return error;
}

/** Items with their answers; those that have none are told of by their scene. */
export function withAnswers(
  items: readonly AskedItem[],
  scenes: readonly ExportScene[],
  answers: Answers,
): { readonly items: ExportItem[]; readonly scenes: ExportScene[] } {
  const answerOf = ({ chart }: AskedItem) => answers.get(canonicalKey(chart.query));
  return {
    items: items.flatMap((item) => {
      const answer = answerOf(item);
      return answer ? [{ ...item, answer }] : [];
    }),
    scenes: scenes.map((scene, at) => {
      const missing = items.filter((item) => item.scene === at && !answerOf(item));
      const titles = missing.map(({ tile, chart }) => tile ?? chart.title);
      return { ...scene, notShown: [...scene.notShown, ...new Set(titles)] };
    }),
  };
}
