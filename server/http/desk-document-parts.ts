import { json, named, refusal, REFUSALS as SHARED } from './api-parts.ts';

/** Parts that the API document's pages about desks share. */

export const list = (name: string) => ({ type: 'array', items: named(name) });
const REFUSALS = {
  ...SHARED,
  400: refusal('Not what the schema says'),
  404: refusal('There is none, or it lies outside the scope'),
};
const CONFLICT = { 409: refusal('Made from what is no longer the newest') };
export const inPath = (name: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'path',
  required: true,
  schema,
});
export const inQuery = (name: string, description: string, required = false) => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'integer', minimum: 1 },
});
export const doing = (summary: string, description: string, answer: object, more: object = {}) => ({
  summary,
  ...more,
  responses: { 200: { description, ...json(answer) }, ...REFUSALS, ...CONFLICT },
});
export const takes = (name: string) => ({ requestBody: { required: true, ...json(named(name)) } });

/** Answers of what makes something new. */
export const CREATED = (description: string, name: string) => ({
  201: { description, ...json(named(name)) },
  ...REFUSALS,
});
