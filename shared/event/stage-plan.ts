import { type Static, Type } from 'typebox';
import { Code, DayText } from './envelope.ts';

/** The stage that one item of a plan has reached (17/23 units done, 3 submitted …). Record key: `plan` + `item`. */
export const StagePlan = Type.Object(
  { plan: Code, item: Code, unit: Code, stage: Code, asOf: DayText },
  { additionalProperties: false },
);
export type StagePlan = Static<typeof StagePlan>;

export const stagePlanExample: StagePlan = {
  plan: 'sap-xep-don-vi-su-nghiep',
  item: 'DV-07',
  unit: '74',
  stage: 'hoan-thanh',
  asOf: '2023-12-31',
};
