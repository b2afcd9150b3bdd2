import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import type { SearchHit } from '../../../shared/record/search.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { goToAddress } from '../../ui/address.ts';
import { type DeskSurroundings, useDesk } from '../desk-context.ts';
import { Dialog } from '../form/dialog.tsx';
import { addressOf } from '../place.ts';
import { sectionAddress } from '../section-nav.tsx';
import { SECTIONS, sectionsOf } from '../sections.ts';
import { useAsked } from '../use-asked.ts';
import { WORDS } from '../words.ts';
import { createFindIndex, type Find, findIn, joinFinds } from './finds.ts';
import './search.css';

const MOST = 12;

const KINDS: Readonly<Record<Language, Readonly<Record<Find['kind'], string>>>> = {
  vi: {
    section: 'Phần',
    unit: 'Đơn vị',
    field: 'Lĩnh vực',
    zone: 'Khu công nghiệp',
    junction: 'Giao lộ',
    procedure: 'Thủ tục',
    camera: 'Camera',
    dossier: 'Hồ sơ',
  },
  en: {
    section: 'Section',
    unit: 'Unit',
    field: 'Field',
    zone: 'Industrial zone',
    junction: 'Junction',
    procedure: 'Procedure',
    camera: 'Camera',
    dossier: 'Dossier',
  },
};

/** One field that finds everything by name or code, without accents; arrows choose, Enter opens. */
export function SearchPalette({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const words = WORDS[desk.language];
  const id = useId();
  const [asked, setAsked] = useState('');
  const [chosen, setChosen] = useState(0);
  const finds = useFinds(desk, asked);
  const at = Math.min(chosen, Math.max(finds.length - 1, 0));
  const open = (find: Find | undefined) => {
    if (!find) return;
    onClose();
    goToAddress(addressOfFind(find, desk));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') open(finds[at]);
    if (step === undefined) return;
    event.preventDefault();
    setChosen((at + step + finds.length) % Math.max(finds.length, 1));
  };
  return (
    <Dialog title={words.search} onClose={onClose} className="palette">
      <input
        data-first
        className="field-input palette-input"
        role="combobox"
        aria-label={words.search}
        aria-expanded={finds.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={finds.length > 0 ? `${id}${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        value={asked}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          setAsked(target.value);
          setChosen(0);
        }}
      />
      <FindList id={id} finds={finds} at={at} onOpen={open} />
      <p className="palette-note" role="status">
        {noteOf(asked, finds.length, desk.language)}
      </p>
    </Dialog>
  );
}

interface FindListProps {
  readonly id: string;
  readonly finds: readonly Find[];
  readonly at: number;
  readonly onOpen: (find: Find) => void;
}

function FindList({ id, finds, at, onOpen }: FindListProps) {
  const { language } = useDesk();
  return (
    <div
      id={`${id}list`}
      role="listbox"
      aria-label={WORDS[language].search}
      className="palette-list"
    >
      {finds.map((find, index) => (
        <div
          key={`${find.kind}/${find.code}`}
          id={`${id}${index}`}
          role="option"
          aria-selected={index === at}
          tabIndex={-1}
          className="palette-find"
          onPointerDown={() => onOpen(find)}
        >
          <b>{find.name}</b>
          <span>{find.detail}</span>
          <i>{KINDS[language][find.kind]}</i>
        </div>
      ))}
    </div>
  );
}

function noteOf(asked: string, count: number, language: Language): string {
  const isVi = language === 'vi';
  if (asked.trim() === '')
    return isVi
      ? 'Gõ tên hoặc mã, không cần dấu.'
      : 'Type a name or code; accents may be left out.';
  if (count === 0) return isVi ? 'Không tìm thấy.' : 'Nothing found.';
  return isVi ? '↑ ↓ chọn · Enter mở' : '↑ ↓ choose · Enter opens';
}

function useFinds(desk: DeskSurroundings, asked: string): readonly Find[] {
  const { pack, language, borders, top, me } = desk;
  const index = useMemo(
    () => createFindIndex({ pack, language, units: borders.below(top), sections: sectionsOf(me) }),
    [pack, language, borders, top, me],
  );
  const path = useSettled(asked.trim());
  const { value: hits } = useAsked<readonly SearchHit[]>(path);
  return useMemo(() => {
    const nameOf = (code: string) => borders.unit(code)?.shortName ?? code;
    return joinFinds(findIn(index, asked, MOST), hits ?? [], nameOf, MOST);
  }, [index, asked, hits, borders]);
}

/** Letters that say enough to ask the server. */
const ENOUGH = 2;
const SETTLE_MS = 120;

/** The question to the server, once the typing rests; null where there is too little of it. */
function useSettled(asked: string): string | null {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  if (settled.length < ENOUGH || asked === '') return null;
  return `/api/v1/search?q=${encodeURIComponent(settled)}&limit=${MOST}`;
}

function addressOfFind(find: Find, { unit: here, top }: DeskSurroundings): string {
  const { kind, code, unit, agency = null } = find;
  const about = here === top ? null : here;
  switch (kind) {
    case 'section':
      return sectionAddress(code, here, top);
    case 'field':
      return addressOf('units', { unit: about, field: code });
    case 'procedure':
      return addressOf('list', { unit: about, procedure: code });
    case 'dossier':
      return addressOf('record', { unit, agency, code });
    case 'camera':
      return addressOf(HAS_CAMERAS ? 'cameras' : 'units', {
        unit,
        ...(HAS_CAMERAS && { camera: code }),
      });
    case 'unit':
      return addressOf('units', { unit: code === top ? null : code });
    default:
      return addressOf('units', { unit: unit === top ? null : unit });
  }
}

const HAS_CAMERAS = SECTIONS.some(({ id }) => id === 'cameras');
