/** What can be pushed: one CloudEvent, an array of them, or one a line. */
export const PUSH_CONTENT_TYPES = [
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/x-ndjson',
] as const;
export type PushContentType = (typeof PUSH_CONTENT_TYPES)[number];

/** The content type without its parameters; undefined where it is none of ours or names another encoding. */
export function parsePushContentType(header: string | undefined): PushContentType | undefined {
  const [type = '', ...parameters] = (header ?? '').toLowerCase().split(';');
  const charset = parameters.map((text) => text.trim()).find((text) => text.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) return undefined;
  return PUSH_CONTENT_TYPES.find((known) => known === type.trim());
}
