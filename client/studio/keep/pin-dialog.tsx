import { useEffect, useMemo, useState } from 'react';
import { Check } from 'typebox/value';
import { Board, type Tile } from '../../../shared/board/board.ts';
import { applyEdit, type Outcome } from '../../../shared/board/edit/edits.ts';
import type { DocumentHead, StoredDocument } from '../../../shared/document/document.ts';
import { type BoundaryLayer, layerFor } from '../../../shared/territory/boundary-layer.ts';
import { isoDay, localDayOf } from '../../../shared/unit/local-day.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { useRead } from '../../tile/use-read.ts';
import { subjectOf } from '../answer/question-title.ts';
import { faultText } from '../answer/refusal-words.ts';
import { ChoiceField } from '../question/choice-field.tsx';
import { useQuestionBorders } from '../question/question-rail.tsx';
import { useStudio } from '../studio-context.ts';
import { newChartId } from './chart-document.ts';
import { type ChartDialogProps, KeepDialog } from './keep-dialog.tsx';
import { KEEP_WORDS } from './keep-words.ts';
import { pinnedTile } from './pinned-tile.ts';

/** Puts the chart as a tile on a board, as a new version of the board; nothing changes on screens by that. */
export function PinDialog({ chart, onClose }: ChartDialogProps) {
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const boards = useBoards();
  const tile = useTile(chart);
  const [id, setId] = useState(NEW);
  const chosen = boards.find((each) => each.id === id) ?? boards[0];
  const { pin, said, pinned } = usePin();
  if (!tile) {
    return (
      <KeepDialog title={words.pin} onClose={onClose}>
        <p>{words.noTile}</p>
      </KeepDialog>
    );
  }
  return (
    <KeepDialog title={words.pin} onClose={onClose}>
      <form
        className="keep-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) void pin(chosen, tile);
        }}
      >
        <ChoiceField
          name={words.board}
          value={chosen?.id ?? ''}
          choices={boards.map((each) => ({ value: each.id, name: each.name }))}
          onChange={setId}
        />
        <div className="keep-buttons">
          <button type="submit" className="strong-button" disabled={!chosen}>
            {words.pinTo}
          </button>
        </div>
      </form>
      <p className="keep-said" role="status">
        {said}
      </p>
      {pinned && <a href={`/studio/board?id=${pinned}`}>{words.openBoard}</a>}
      {chart.query.asOf && <p className="keep-note">{words.pinNow}</p>}
      <p className="keep-note">{words.pinNote}</p>
    </KeepDialog>
  );
}

interface PinTarget {
  readonly id: string;
  readonly name: string;
  /** 0: only the pack has it. */
  readonly version: number;
}

const NEW = '';

/** A new board, boards of the pack, and those that were saved; a saved one of the same id takes the pack's place. */
function useBoards(): readonly PinTarget[] {
  const { catalogue, call } = useStudio();
  const { language } = useTileSurroundings();
  const [saved, setSaved] = useState<readonly DocumentHead[]>([]);
  useEffect(() => {
    void call<readonly DocumentHead[]>('/api/v1/documents/board').then((answer) => {
      if ('body' in answer) setSaved(answer.body);
    });
  }, [call]);
  return useMemo(() => {
    const own = saved.map(({ id, title, version }) => ({ id, name: title, version }));
    const rest = catalogue.boards.filter(({ id }) => !saved.some((each) => each.id === id));
    const packs = rest.map(({ id, title }) => ({ id, name: title[language], version: 0 }));
    return [{ id: NEW, name: KEEP_WORDS[language].newBoard, version: 0 }, ...own, ...packs];
  }, [saved, catalogue, language]);
}

function useTile(chart: ChartDialogProps['chart']) {
  const { measures } = useTileSurroundings();
  const borders = useQuestionBorders(chart.query);
  const layers = useRead<readonly BoundaryLayer[]>('/api/v1/boundaries');
  return useMemo(() => {
    const { level, period } = chart.query;
    const day = 'to' in period ? period.to : isoDay(localDayOf(Date.now()));
    const layer = layers && level ? layerFor(layers, level, day) : undefined;
    const name = (language: 'vi' | 'en') => subjectOf(chart.query, { measures, borders, language });
    const title = { vi: name('vi'), en: name('en') };
    return pinnedTile(chart, { measures, title, boundaries: layer?.name });
  }, [chart, measures, borders, layers]);
}

function usePin() {
  const { call, catalogue } = useStudio();
  const { language } = useTileSurroundings();
  const words = KEEP_WORDS[language];
  const [said, setSaid] = useState('');
  const [pinned, setPinned] = useState<string | null>(null);
  const boardOf = async ({ id, version }: PinTarget) => {
    if (version === 0) return catalogue.boards.find((each) => each.id === id);
    const answer = await call<StoredDocument>(`/api/v1/documents/board/${id}`);
    return 'body' in answer && Check(Board, answer.body.body) ? answer.body.body : undefined;
  };
  const withTile = async (target: PinTarget, tile: Tile): Promise<Outcome | undefined> => {
    if (target.id === NEW) return { board: newBoard(tile) };
    const board = await boardOf(target);
    return board && applyEdit(board, { kind: 'add', tile, at: null });
  };
  const pin = async (target: PinTarget, tile: Tile) => {
    setPinned(null);
    const outcome = await withTile(target, tile);
    if (!outcome || 'refused' in outcome) {
      const reason = outcome?.refused.reason;
      const isKnown = reason === 'no-room' || reason === 'too-many';
      setSaid(words.refusals[isKnown ? reason : 'other']);
      return;
    }
    const body = { ifVersion: target.version, title: outcome.board.title.vi, body: outcome.board };
    const { id, title } = outcome.board;
    const path = `/api/v1/documents/board/${id}`;
    const answer = await call<DocumentHead>(path, { method: 'PUT', body });
    if ('fault' in answer) setSaid(faultText(answer.fault, language));
    else {
      setSaid(words.pinned(title[language], String(answer.body.version)));
      setPinned(id);
    }
  };
  return { pin, said, pinned };
}

const LAST = 99;
const DWELL_SECONDS = 30;

/** A board that holds nothing but the tile, called as the tile is. */
function newBoard(tile: Tile): Board {
  const id = newChartId(tile.title.vi, Math.random);
  return { id, title: { ...tile.title }, order: LAST, dwellSeconds: DWELL_SECONDS, tiles: [tile] };
}
