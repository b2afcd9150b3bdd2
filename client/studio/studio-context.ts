import { createContext, useContext } from 'react';
import type { CallInit } from '../ui/send-call.ts';
import type { WallCatalogue } from '../wall/surroundings.ts';
import type { Called, FileAnswer } from './call.ts';

/** What every page of the studio knows besides its own state; names, units and language are in the tiles' context. */
export interface Studio {
  readonly catalogue: WallCatalogue;
  /** Calls the server as this session. */
  readonly call: <T>(path: string, init?: CallInit) => Promise<Called<T>>;
  readonly callFile: (path: string, init?: CallInit) => Promise<Called<FileAnswer>>;
}

export const StudioContext = createContext<Studio | null>(null);

export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('StudioContext has no value');
  return studio;
}
