import { type Static, Type } from 'typebox';
import { Assessment } from '../event/assessment.ts';
import { Coverage } from '../event/coverage.ts';
import { Link } from '../event/link.ts';
import { Observation } from '../event/observation.ts';
import { StagePlan } from '../event/stage-plan.ts';
import { Bilingual } from '../territory/unit.ts';

/** One document and the figures it prints, each as the event a system of record would have sent. */
export const Report = Type.Object(
  {
    /** `source` of the events; one of `sources.json`. */
    source: Type.String({ minLength: 1 }),
    document: Bilingual,
    observations: Type.Optional(Type.Array(Observation)),
    coverage: Type.Optional(Type.Array(Coverage)),
    assessments: Type.Optional(Type.Array(Assessment)),
    stagePlans: Type.Optional(Type.Array(StagePlan)),
    links: Type.Optional(Type.Array(Link)),
  },
  { additionalProperties: false },
);
export type Report = Static<typeof Report>;

/** `reported.json`: printed figures that no stream of events gives; they take the way of every other event. */
export const Reported = Type.Array(Report);
export type Reported = Static<typeof Reported>;
