import { isAscii } from 'node:buffer';
import type { PushContentType } from '../../shared/event/content-type.ts';
import { type CodedError, codedError } from '../errors.ts';
import { splitArray } from './json-text.ts';

export type ContentType = PushContentType;

/** One event of a body: its text, or why there is none. */
export type Piece = string | CodedError;

export interface SplitBody {
  readonly pieces: readonly Piece[];
  /** All of it is printable ASCII without a backslash, on lines: nothing to normalise, nothing escaped. */
  readonly plain: boolean;
}

/**
 * Elements or lines of one body, blank ones too: a body of commas would otherwise be millions of refused events, each
 * with its message, in the quarantine and in the answer.
 */
export const MAX_EVENTS = 50_000;

/** Cuts a body into its events. What breaks one line breaks no other; an unreadable body is one broken event. */
export function splitBody(body: Uint8Array, contentType: ContentType): SplitBody {
  const text = decode(body);
  const onLines = contentType === 'application/x-ndjson';
  return {
    pieces:
      onLines && text === undefined
        ? (decodeLines(body) ?? [tooMany()])
        : piecesOf(text, contentType),
    plain: onLines && text?.length === body.length && !text.includes('\\') && !text.includes('\r'),
  };
}

function piecesOf(text: string | undefined, contentType: ContentType): Piece[] {
  if (text !== undefined && contentType === 'application/x-ndjson') {
    return splitLines(text) ?? [tooMany()];
  }
  if (text === undefined) return [wrongEncoding()];
  if (text.charCodeAt(0) === BOM) return [byteOrderMark()];
  if (contentType === 'application/cloudevents+json') return [text.trim()];
  const elements = splitArray(text, MAX_EVENTS);
  if (elements === 'too many') return [tooMany()];
  return elements ?? [notAnArray(text)];
}

const BOM = 0xfeff;
/** A byte order mark stays in the text, where it is found. */
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array): string | undefined {
  // Most bodies escape what is not ASCII or have none of it: one byte a letter is copied, not decoded.
  if (isAscii(bytes))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  try {
    return DECODER.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Undefined where there are too many. */
function splitLines(text: string): Piece[] | undefined {
  const lines: Piece[] = [];
  let count = 0;
  for (let start = 0; start < text.length; ) {
    if (++count > MAX_EVENTS) return undefined;
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    const line = text.slice(start, stop).trim();
    if (line !== '') lines.push(line);
    start = stop + 1;
  }
  if (text.charCodeAt(0) === BOM) lines[0] = byteOrderMark();
  return lines;
}

function decodeLines(body: Uint8Array): Piece[] | undefined {
  const pieces: Piece[] = [];
  let count = 0;
  for (let start = 0; start < body.length; ) {
    if (++count > MAX_EVENTS) return undefined;
    const end = body.indexOf(10, start);
    const stop = end < 0 ? body.length : end;
    const line = decode(body.subarray(start, stop))?.trim();
    if (line !== '') pieces.push(line ?? wrongEncoding());
    start = stop + 1;
  }
  return pieces;
}

function wrongEncoding(): CodedError {
  return codedError('IOC_INGEST_ENCODING', { where: '$', came: 'bytes that are no UTF-8' });
}

function tooMany(): CodedError {
  return codedError('IOC_INGEST_TOO_MANY', { where: '$', expected: MAX_EVENTS, came: 'more' });
}

function byteOrderMark(): CodedError {
  return codedError('IOC_INGEST_ENCODING', { where: '$', came: 'a byte order mark' });
}

function notAnArray(text: string): CodedError {
  const first = text.trim()[0];
  return first === '['
    ? codedError('IOC_INGEST_JSON', { where: '$', came: 'an array whose brackets do not match' })
    : codedError('IOC_INGEST_TOP_TYPE', {
        where: '$',
        expected: 'an array of events',
        came: first === undefined ? 'an empty body' : `a text that begins with ${first}`,
      });
}
