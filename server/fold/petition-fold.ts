import type { Petition } from '../../shared/event/petition.ts';
import { PETITION_DIMENSIONS } from '../../shared/measure/measure.ts';
import { clampDay, NO_DAY } from './day-axis.ts';
import { PETITION_FLOWS, type PetitionFlow } from './flows.ts';
import { dayOfInstant } from './instant.ts';
import { type Posting, RevisedCube } from './revised-cube.ts';

/** Petitions → daily flows; in time and late by date, as with dossiers. */
export class PetitionFold extends RevisedCube<PetitionFlow> {
  constructor() {
    super('petition', PETITION_DIMENSIONS, PETITION_FLOWS);
  }

  apply(petition: Petition, timeMs: number): void {
    const { id, unit, field } = petition;
    this.put(id, timeMs, [unit, field], () => contributionOf(petition));
  }
}

function contributionOf(petition: Petition) {
  const received = dayOfInstant(petition.received);
  // A slip of a clock must not answer what has not come yet: stocks would go below zero.
  const dayOf = (text: string | undefined) =>
    text === undefined ? undefined : Math.max(dayOfInstant(text), received);
  const due = dayOf(petition.due);
  const days: PetitionDays = {
    received,
    answered: dayOf(petition.answered),
    published: dayOf(petition.published),
    lateFrom: due === undefined ? Number.POSITIVE_INFINITY : clampDay(due + 1),
  };
  const postings: Posting<PetitionFlow>[] = [
    ['received', received, 1],
    ...postingsOfAnswer(petition, days),
    ...postingsOfLateness(days),
  ];
  return { told: [received, days.answered ?? NO_DAY], postings };
}

interface PetitionDays {
  readonly received: number;
  readonly answered: number | undefined;
  readonly published: number | undefined;
  readonly lateFrom: number;
}

function postingsOfAnswer({ satisfaction }: Petition, days: PetitionDays): Posting<PetitionFlow>[] {
  const { received, answered, published, lateFrom } = days;
  const postings: Posting<PetitionFlow>[] = [];
  if (published !== undefined) postings.push(['published', published, 1]);
  if (answered === undefined) return postings;
  postings.push(['receivedAnswered', received, 1]);
  postings.push([answered < lateFrom ? 'answeredInTime' : 'answeredLate', answered, 1]);
  if (published !== undefined) postings.push(['answeredPublished', answered, 1]);
  if (satisfaction !== undefined) postings.push(['rated', answered, 1]);
  if (satisfaction === 'satisfied') postings.push(['satisfied', answered, 1]);
  return postings;
}

function postingsOfLateness({ answered, lateFrom }: PetitionDays): Posting<PetitionFlow>[] {
  if (lateFrom === Number.POSITIVE_INFINITY) return [];
  if (answered === undefined) return [['openLate', lateFrom, 1]];
  if (answered <= lateFrom) return [];
  return [
    ['openLate', lateFrom, 1],
    ['openLate', answered, -1],
  ];
}
