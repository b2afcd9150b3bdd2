/**
 * The catalogue of everything that can go wrong on purpose. A stage returns a coded error as a value; an edge throws
 * `IocError` or turns the code into an HTTP status. `{expected}`, `{came}` and `{where}` are filled in.
 */
interface ErrorRow {
  readonly message: string;
  /** HTTP status an edge answers with. */
  readonly status: number;
  /** The same call may succeed later without being changed. */
  readonly retryable: boolean;
}

const row = (status: number, message: string, retryable = false): ErrorRow => ({
  message,
  status,
  retryable,
});

export const ERRORS = {
  IOC_CONFIG_INVALID: row(500, 'setting {where}: expected {expected}, came {came}'),

  IOC_PACK_FILE: row(500, 'province pack, {where}: expected {expected}, came {came}'),
  IOC_PACK_INVALID: row(500, 'province pack, {where}: expected {expected}, came {came}'),
  IOC_PACK_TEXT: row(500, 'province pack, {where}: expected text in {expected}, came {came}'),
  IOC_PACK_VALIDITY: row(500, 'province pack, {where}: expected {expected}, came {came}'),
  IOC_PACK_BOUNDARY: row(500, 'boundaries, {where}: expected {expected}, came {came}'),
  IOC_PACK_REFERENCE: row(500, 'province pack, {where}: expected {expected}, came {came}'),

  IOC_HTTP_NOT_FOUND: row(404, 'there is nothing at {where}'),
  IOC_HTTP_METHOD: row(405, '{where} takes {expected}, came {came}'),
  IOC_HTTP_HOST: row(421, 'host header: expected {expected}, came {came}'),
  IOC_HTTP_MEDIA_TYPE: row(415, 'content type: expected {expected}, came {came}'),
  IOC_HTTP_BODY_TOO_LARGE: row(413, 'body: expected at most {expected} bytes, came {came}'),
  IOC_HTTP_RANGE: row(416, '{where}: expected a range inside the file, came {came}'),
  IOC_HTTP_INVALID: row(400, '{where}: expected {expected}, came {came}'),
  IOC_HTTP_TOO_MANY: row(429, 'more than {expected} requests a minute', true),
  IOC_HTTP_BUSY: row(503, 'more than {expected} bytes are being taken in', true),
  IOC_HTTP_LOADING: row(503, 'the store is being loaded: {came}', true),
  IOC_HTTP_FAILED: row(500, 'the request failed inside; the log has the cause under {where}', true),

  IOC_ACCESS_NO_TOKEN: row(401, 'expected a bearer token, came {came}'),
  IOC_ACCESS_REFUSED: row(403, 'role {came} may not {where}'),
  IOC_ACCESS_UNIT: row(403, 'unit {came} lies outside the scope {expected}'),
  IOC_ACCESS_TOO_MANY: row(
    429,
    'too many wrong tokens came from this address within a minute',
    true,
  ),
  IOC_ACCESS_NO_ACCOUNT: row(404, 'there is no account {where}'),
  IOC_ACCESS_NAME_USED: row(409, '{where}: another account that has not ended is called {came}'),
  IOC_ACCESS_TOKEN_FILE: row(500, '{where}: expected {expected}, came {came}'),
  IOC_ACCESS_LINK_USED: row(410, 'this one-time link has been used'),
  IOC_ACCESS_LINK_EXPIRED: row(410, 'this one-time link ended at {expected}'),
  IOC_ACCESS_LINK_UNKNOWN: row(401, 'this is no one-time link of this server'),

  IOC_RECORD_UNKNOWN: row(404, 'there is no dossier {came}'),

  IOC_INGEST_ENCODING: row(400, '{where}: expected UTF-8 without a byte order mark, came {came}'),
  IOC_INGEST_JSON: row(400, '{where}: expected JSON, came {came}'),
  IOC_INGEST_TOP_TYPE: row(400, '{where}: expected {expected}, came {came}'),
  IOC_INGEST_DEPTH: row(400, '{where}: expected at most {expected} levels of nesting, came more'),
  IOC_INGEST_SIZE: row(
    400,
    '{where}: expected an event of at most {expected} characters, came {came}',
  ),
  IOC_INGEST_TOO_MANY: row(
    413,
    '{where}: expected at most {expected} events in a body, came {came}',
  ),
  IOC_INGEST_KEY: row(400, '{where}: a field may not be called {came}'),
  IOC_INGEST_DUPLICATE_KEY: row(400, '{where}: the field occurs twice in one object'),
  IOC_INGEST_NUMBER: row(400, '{where}: expected a finite number, came one beyond the range'),
  IOC_INGEST_TEXT: row(400, '{where}: expected Unicode text, came a lone surrogate'),
  IOC_INGEST_ENVELOPE: row(400, '{where}: expected {expected}, came {came}'),
  IOC_INGEST_KIND: row(400, '{where}: expected a known event type, came {came}'),
  IOC_INGEST_FIELD: row(400, '{where}: unknown field'),
  IOC_INGEST_MISSING: row(400, '{where}: a field that every such event must have is not there'),
  IOC_INGEST_VALUE: row(400, '{where}: expected {expected}, came {came}'),
  IOC_INGEST_DATE: row(400, '{where}: expected {expected}, came {came}'),
  IOC_INGEST_CODE: row(400, '{where}: expected a code of the register {expected}, came {came}'),

  IOC_LOG_DAMAGED: row(500, 'log, {where}: expected {expected}, came {came}'),
  IOC_LOG_GAP: row(500, 'log, {where}: expected event {expected} to follow, came {came}'),
  IOC_LOG_TRUNCATED: row(500, 'log: expected at least {expected} events, came {came}'),
  IOC_LOG_LOCKED: row(500, 'log: another process has {where} open'),
  IOC_LOG_FOREIGN: row(500, 'log, {where}: expected {expected}, came {came}'),
  IOC_LOG_UNWRITABLE: row(503, 'log: nothing could be written: {came}', true),
  IOC_LOG_CHECKPOINT_DAMAGED: row(500, '{where}: {came}; the log is folded anew'),
  IOC_LOG_CHECKPOINT_FAILED: row(500, '{where}: not written: {came}; the older one stays', true),

  IOC_DUTY_UNKNOWN: row(404, 'there is no {expected} {where}'),
  IOC_DUTY_STATE: row(409, '{where} is not possible now: {came}'),
  IOC_DUTY_DIGEST: row(
    409,
    'what was read is not what was handed over: expected {expected}, came {came}',
  ),

  IOC_NOTICE_UNKNOWN: row(404, 'there is no delivery or webhook {where}'),
  IOC_NOTICE_STATE: row(409, 'only what was given up is sent again, this is {came}'),
  IOC_NOTICE_NO_MAIL: row(409, 'nothing can be mailed: IOC_SMTP_URL is not set'),
  IOC_NOTICE_ADDRESS: row(403, 'lists are mailed to {expected} only, came {came}'),
  IOC_NOTICE_TOO_LARGE: row(413, 'a mail holds a file of at most {expected} bytes'),

  IOC_STORE_CONFLICT: row(409, '{where}: made from version {expected}, but the newest is {came}'),
  IOC_STORE_DAMAGED: row(500, 'desk store, {where}: expected {expected}, came {came}'),
  IOC_STORE_FOREIGN: row(500, 'desk store, {where}: expected {expected}, came {came}'),
  IOC_STORE_UNWRITABLE: row(503, 'desk store: nothing could be written: {came}', true),

  IOC_BOARD_INVALID: row(422, 'board {where}: expected {expected}, came {came}'),
  IOC_BOARD_UNREADABLE: row(422, 'board {where} breaks the rule {expected}: {came}'),

  IOC_PUBLISH_FULL: row(503, 'more than {expected} different questions are being watched', true),
  IOC_PUBLISH_EVALUATION: row(500, 'question {where} could not be answered: {came}', true),

  IOC_LIVE_TOKEN: row(401, 'live connection: expected a valid token, came {came}'),
  IOC_LIVE_PROTOCOL: row(409, 'live protocol: expected {expected}, came {came}: reload'),
  IOC_LIVE_INVALID: row(400, 'live message {where}: expected {expected}, came {came}'),
  IOC_LIVE_SUBSCRIPTIONS: row(429, 'more than {expected} subscriptions on one connection'),
  IOC_LIVE_RATE: row(429, 'more than {expected} live messages at once', true),
  IOC_LIVE_SLOW: row(503, 'the viewer fell behind and has caught up: {came}', true),
  IOC_LIVE_STALLED: row(503, 'viewer cut off: {came} bytes unread for {expected} ms', true),
  IOC_LIVE_GOING: row(503, 'the server is stopping', true),
  IOC_LIVE_FAILED: row(500, 'the live message failed inside: {came}', true),

  IOC_QUERY_UNKNOWN_MEASURE: row(400, '{where}: there is no measure {came}'),
  IOC_QUERY_UNKNOWN_UNIT: row(404, '{where}: there is no unit {came}'),
  IOC_QUERY_DIMENSION: row(400, '{where}: expected {expected}, came {came}'),
  IOC_QUERY_PERIOD: row(400, '{where}: expected two days in order, came {came}'),
  IOC_QUERY_MIXED: row(400, '{where}: coverage measures are asked apart from all others'),
  IOC_QUERY_TOO_LARGE: row(400, 'expected at most {expected} periods or rows, came {came}'),
  IOC_QUERY_INSTANT: row(400, '{where}: expected {expected}, came {came}'),
  IOC_QUERY_PAST_LOADING: row(503, 'that past, or another one, is being folded from the log', true),
  IOC_QUERY_NOT_CONNECTED: row(200, 'no data has ever come from there'),
  IOC_QUERY_NO_DATA: row(200, 'there is no data of that period'),
  IOC_QUERY_NO_DENOMINATOR: row(200, 'there is nothing to divide by'),
  IOC_QUERY_NO_HISTORY: row(200, 'what was known then is no longer kept'),
  IOC_QUERY_NOT_ADDITIVE: row(
    200,
    'the figure is only published and may not be summed or averaged',
  ),
  IOC_QUERY_INCOMPLETE: row(200, 'a part of what would have to be summed is missing'),
  IOC_QUERY_BORDERS_CHANGED: row(200, 'the code named another unit in a part of the time asked'),
  IOC_QUERY_BORDERS_ABSENT: row(200, 'the unit did not exist in the time asked'),
  IOC_QUERY_BORDERS_SPLIT: row(200, 'a unit that was split has a share here that nobody knows'),
  IOC_QUERY_BORDERS_PUBLISHED: row(
    200,
    'a published figure holds for the borders of its time and is not carried to others',
  ),
  IOC_QUERY_NOT_COMPARABLE: row(
    200,
    'ranks among different or unknown numbers of units are not compared',
  ),
  IOC_QUERY_NO_UNIT: row(200, 'the figure belongs to no unit and is asked at the root'),
  IOC_QUERY_NOT_OWED: row(200, 'the source promises no units, so nobody knows what is missing'),
  IOC_QUERY_COMPOSITION: row(200, 'the indicator has parts and is asked by part'),

  IOC_ALARM_UNKNOWN: row(404, 'there is no alarm {came}'),
  IOC_ALARM_ACT: row(409, 'act {where} does not fit an alarm that is {came}'),
  IOC_ALARM_RULES: row(400, 'rules, {where}: expected {expected}, came {came}'),
  IOC_ALARM_NO_HISTORY: row(
    400,
    'the log holds nothing of the days asked that could tell a rule of kind {came}',
  ),
  IOC_ALARM_EVALUATION: row(500, 'rule {where} could not be evaluated: {came}', true),

  IOC_EXPORT_BUSY: row(503, 'more than {expected} files are being made', true),
  IOC_EXPORT_TOO_LARGE: row(413, 'a file of this format holds {expected}, came {came}'),
  IOC_EXPORT_FAILED: row(500, 'the file could not be made: {came}', true),

  IOC_SOURCE_MAPPING: row(400, 'mapping {where}: expected {expected}, came {came}'),
  IOC_SOURCE_FILE: row(400, '{where}: expected {expected}, came {came}'),
  IOC_SOURCE_VALUE: row(400, '{where}: expected {expected}, came {came}'),
  IOC_SOURCE_DEMO: row(500, 'demo, {where}: {came}'),
  IOC_SOURCE_SERVER: row(502, '{where}: expected {expected}, came {came}', true),
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof ERRORS;

export interface ErrorDetail {
  readonly expected?: string | number;
  readonly came?: string | number;
  /** A place: path in a document, name of a setting, position in a file. */
  readonly where?: string;
}

/** An expected failure as a value. */
export interface CodedError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly where?: string;
}

export function codedError(code: ErrorCode, detail: ErrorDetail = {}): CodedError {
  const message = fillIn(ERRORS[code].message, detail);
  return detail.where === undefined ? { code, message } : { code, message, where: detail.where };
}

function fillIn(template: string, detail: ErrorDetail): string {
  return template.replace(/\{(expected|came|where)\}/g, (_, name: keyof ErrorDetail) =>
    String(detail[name] ?? 'nothing'),
  );
}

/** The same failure where only an exception can carry it: at the edges and at the start. */
export class IocError extends Error {
  override readonly name = 'IocError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly retryable: boolean;
  readonly where: string | undefined;

  constructor(code: ErrorCode, detail: ErrorDetail = {}, cause?: unknown) {
    super(fillIn(ERRORS[code].message, detail), { cause });
    this.code = code;
    this.status = ERRORS[code].status;
    this.retryable = ERRORS[code].retryable;
    this.where = detail.where;
  }
}

/** What a peer is told; anything that is not coded stays inside. */
export function errorBody(error: IocError | CodedError): {
  code: string;
  message: string;
  path?: string;
} {
  const { code, message, where } = error;
  return where === undefined ? { code, message } : { code, message, path: where };
}
