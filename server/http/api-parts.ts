/** Parts that the pages of the API document share. */

export const json = (schema: object) => ({ content: { 'application/json': { schema } } });
export const named = (name: string) => ({ $ref: `#/components/schemas/${name}` });
export const refusal = (description: string) => ({ description, ...json(named('Failure')) });
export const ok = (description: string, schema: object = {}) => ({ description, ...json(schema) });

export const REFUSALS = {
  401: refusal('No token, or an unknown one'),
  403: refusal('The role may not, or the unit lies outside the scope'),
  429: refusal('Too many requests a minute; Retry-After says when to come back'),
  503: refusal('The store is being loaded, or too much is being taken in; Retry-After'),
};

export const read = (summary: string, description: string, name: string) => ({
  get: {
    summary,
    responses: { 200: ok(description, named(name)), ...REFUSALS },
  },
});

export const open = (summary: string, description: string, more: object = {}) => ({
  get: { summary, security: [], responses: { 200: { description, ...more } } },
});

export const inQuery = (
  name: string,
  description: string,
  schema: object = { type: 'string' },
) => ({
  name,
  in: 'query',
  description,
  schema,
});
export const INVALID = { 400: refusal('A parameter is not what it should be') };

export const day = (name: string) =>
  inQuery(name, '2023-12-31', { type: 'string', format: 'date' });
