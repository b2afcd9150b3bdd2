import { createContext, type ReactNode, useContext } from 'react';
import type { Refusal } from '../../../../shared/board/edit/edits.ts';
import type { Path } from '../../../../shared/board/edit/set-at.ts';
import type { Blanks, Field, Register } from '../../../../shared/board/form/field.ts';
import type { Language } from '../../../../shared/unit/format.ts';

export interface Entry {
  readonly code: string;
  readonly name: string;
}

/** What every field of a form shares. */
export interface Form {
  readonly language: Language;
  readonly blanks: Blanks;
  readonly entriesOf: (register: Register) => readonly Entry[];
  /** Sets a value, undefined takes it away; what comes back is why it was not done. */
  readonly set: (path: Path, value: unknown) => Refusal | null;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error('FormContext has no value');
  return form;
}

export interface FieldViewProps {
  /** Key of the setting. */
  readonly name: string;
  readonly field: Field;
  readonly path: Path;
  readonly value: unknown;
  /** Place in a list. */
  readonly at?: number;
}

/** Draws a setting inside another one. */
export type RenderField = (key: string | number, props: FieldViewProps) => ReactNode;

/** `query/period/0`: a name for a field in ids and steps of the history. */
export function nameOfPath(path: Path): string {
  return path.join('-');
}
