import type { DocumentHead, StoredDocument } from '../../../shared/document/document.ts';
import type { BriefExport } from '../../../shared/export/export-request.ts';
import type { Called, FileAnswer } from '../call.ts';
import type { Studio } from '../studio-context.ts';
import type { BriefFormat } from './brief-draft.ts';

const BRIEFS = '/api/v1/documents/brief';
const FILES = '/api/v1/exports/brief';

export function listBriefs({ call }: Studio): Promise<Called<readonly DocumentHead[]>> {
  return call(BRIEFS);
}

export function readBrief({ call }: Studio, id: string): Promise<Called<StoredDocument>> {
  return call(`${BRIEFS}/${id}`);
}

/** Heads of all editions. */
export function editionsOf({ call }: Studio, id: string): Promise<Called<readonly DocumentHead[]>> {
  return call(`${BRIEFS}/${id}/history`);
}

export function removeBrief(
  { call }: Studio,
  { id, version }: DocumentHead,
): Promise<Called<DocumentHead>> {
  return call(`${BRIEFS}/${id}?ifVersion=${version}`, { method: 'DELETE' });
}

export interface FileManner {
  readonly format: BriefFormat;
  /** Device pixels a pixel of a PNG. */
  readonly scale?: string;
}

const mannerParams = ({ format, scale = '1' }: FileManner) =>
  format === 'png' ? `format=png&scale=${scale}` : `format=${format}`;

/** A new edition, and its file. */
export function makeBrief(
  { callFile }: Studio,
  body: BriefExport,
  how: FileManner,
): Promise<Called<FileAnswer>> {
  return callFile(`${FILES}?${mannerParams(how)}`, { method: 'POST', body });
}

/** Which edition a file is of, by where it can be had again; null where that says none. */
export function editionAt(location: string): Pick<DocumentHead, 'id' | 'version'> | null {
  const [, id, version] = /\/exports\/brief\/([^/?]+)\/(\d+)/.exec(location) ?? [];
  return id === undefined ? null : { id, version: Number(version) };
}

/** The file of an edition that was kept. */
export function editionFile(
  { callFile }: Studio,
  { id, version }: Pick<DocumentHead, 'id' | 'version'>,
  how: FileManner,
): Promise<Called<FileAnswer>> {
  return callFile(`${FILES}/${id}/${version}?${mannerParams(how)}`);
}
