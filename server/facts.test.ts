import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Board, Tile } from '../shared/board/board.ts';
import { textWidth } from '../shared/board/text-width.ts';
import { listColumnWidth } from '../shared/board/tile-needs.ts';
import { TEXT } from '../shared/board/type-scale.ts';
import { computedOfPublished, queryOfPublished } from '../shared/published/computed.ts';
import { cellOfPublished, textOfPublished } from '../shared/published/figure-text.ts';
import type { PublishedFigure } from '../shared/published/published.ts';
import type { Query } from '../shared/query/query.ts';
import { roundNumber } from '../shared/unit/decimal.ts';
import { formatNumber, formatOperator } from '../shared/unit/format.ts';
import { feedCore } from './sample-core.ts';
import { readPack } from './source/pack.ts';

/** A fact of the five articles, as read by hand. */
interface Fact {
  readonly id: string;
  readonly province: string;
  readonly value: number | null;
  readonly kind: string;
  readonly operator?: string;
  readonly approx?: boolean;
}

const FACTS_FILE = 'fixtures/facts/published-facts.json';
const { facts } = JSON.parse(readFileSync(FACTS_FILE, 'utf8')) as { facts: readonly Fact[] };
const shared = path.resolve('../shared/facts/published-facts.json');

/** Packs whose every fact is on a board or has a reason not to be. */
const PROVINCES = [
  ['binh-duong', 'Binh Duong'],
  ['binh-phuoc', 'Binh Phuoc'],
  ['tay-ninh', 'Tay Ninh / Go Dau'],
] as const;

/** Printed figures that the printed inputs cannot give: 92,51 − 88,81 is not 3,71, and 8.502 of 27.843,5 not 30,54 %. */
const COMPUTED: Readonly<Record<string, number>> = { 'BP22-007': 3.7, 'BP23-040': 30.53 };

it('walks all 176 facts as they were read', () => {
  expect(facts).toHaveLength(176);
  if (existsSync(shared)) {
    expect(JSON.parse(readFileSync(FACTS_FILE, 'utf8'))).toEqual(
      JSON.parse(readFileSync(shared, 'utf8')),
    );
  } else process.stdout.write('skipped: ../shared/facts is not here to compare with\n');
});

const OPERATORS: Readonly<Record<string, string>> = { '>': 'above', '>=': 'at-least' };
const operatorOf = ({ operator, approx }: Fact) =>
  operator ? OPERATORS[operator] : approx ? 'about' : undefined;

/** Tiles that show a printed figure, each with the question it asks for it. */
function tilesShowing(boards: readonly Board[], figure: PublishedFigure) {
  return boards.flatMap(({ id, tiles }) =>
    tiles.flatMap((tile) => {
      const query = questionOf(tile, figure);
      const measure = tile.kind === 'number' ? tile.measure : (figure.measure ?? '');
      return query === undefined ? [] : [{ place: `${id}/${tile.id}`, measure, query }];
    }),
  );
}

/** Null where the tile shows it without asking. */
function questionOf(tile: Tile, figure: PublishedFigure): Query | null | undefined {
  if (tile.kind === 'number' && tile.published === figure.id) return tile.query;
  if (tile.kind === 'facts' && tile.figures.includes(figure.id))
    return queryOfPublished(figure) ?? null;
  const isNamed =
    tile.kind === 'systems' && tile.systems.some(({ published }) => published?.includes(figure.id));
  return isNamed ? null : undefined;
}

/** The number in a printed vi-VN text: `hơn 800.000`, `98,18%`, `17/23`. */
function numberIn(text: string): number {
  const [, digits = ''] = /(\d[\d.]*(?:,\d+)?)/.exec(text) ?? [];
  return Number(digits.replaceAll('.', '').replace(',', '.'));
}
const decimalsIn = (text: string) => /,(\d+)/.exec(text)?.[1]?.length ?? 0;

/** The value and its text, both at the printed precision. */
function expectNumbers(figure: PublishedFigure, value: number, place: string, text: string): void {
  const { id, printed, note } = figure;
  const decimals = decimalsIn(printed);
  const computed = COMPUTED[id];
  if (computed !== undefined) expect(note?.vi, place).toContain(formatNumber(computed, 2, 'vi'));
  const words = /\d/.test(printed) ? printed : String(figure.value);
  expect(roundNumber(value, decimals), place).toBe(computed ?? figure.value);
  expect(roundNumber(numberIn(text), decimals), place).toBe(computed ?? numberIn(words));
}

describe.each(PROVINCES)('the pack %s', (slug, province) => {
  const read = readPack(path.resolve('fixtures/provinces', slug));
  const printed = new Map(read.published.map((figure) => [figure.id, figure]));
  const own = facts.filter((fact) => fact.province === province);
  let core: ReturnType<typeof feedCore>;
  beforeAll(() => {
    core = feedCore(read);
  }, 400_000);

  it('prints the facts of its articles and no others, each with its value, operator, scope and day', () => {
    expect([...printed.keys()].sort()).toEqual(own.map(({ id }) => id).sort());
    for (const fact of own) {
      const figure = printed.get(fact.id);
      // "1.0" is the name of a version.
      expect(figure?.value, fact.id).toBe(fact.value);
      expect(figure?.operator, fact.id).toBe(operatorOf(fact));
      expect(figure?.scope.vi.length, fact.id).toBeGreaterThan(2);
      expect(figure?.asOf, fact.id).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  const figureOf = (id: string): PublishedFigure => {
    const figure = printed.get(id);
    if (!figure) throw new Error(`${id} is not printed`);
    return figure;
  };
  const isText = ({ id }: Fact) => printed.get(id)?.textOnly !== undefined;
  const idsOf = (list: readonly Fact[]) => list.map(({ id }) => id);

  it.each(idsOf(own.filter(isText)))('says why %s is text only', (id) => {
    const { textOnly, measure } = figureOf(id);
    expect(textOnly?.vi.length).toBeGreaterThan(20);
    expect(measure).toBeUndefined();
  });

  it.each(idsOf(own.filter((fact) => !isText(fact))))('shows %s in a tile', (id) => {
    const figure = figureOf(id);
    const shown = tilesShowing(read.boards, figure);
    expect(shown.map(({ place }) => place)).not.toEqual([]);
    for (const { place, measure, query } of shown) {
      expect(query, `${place} shows it without asking`).not.toBeNull();
      if (query) proveShown({ ...figure, measure }, query, place);
    }
  });

  /** Right value at the printed precision, right words and operator, and the day it is of. */
  function proveShown(figure: PublishedFigure, query: Query, place: string): void {
    const rows = core.ask(query);
    const value = computedOfPublished(figure, rows);
    const text =
      textOfPublished(figure, rows, core.catalogue.get(figure.measure ?? ''), 'vi') ?? '';
    expect(value, place).not.toBeNull();
    expectNumbers(figure, value ?? 0, `${place}: ${text}`, text);
    if (figure.printed.includes('/')) {
      expect(figure.printed).toContain(text.replaceAll('\u00a0', ' '));
    }
    if (/%|tỷ đồng/.test(figure.printed)) expect(text).toMatch(/%|tỷ đồng/);
    const operator = formatOperator(figure.operator);
    expect(text.startsWith(operator), `${place}: ${text}`).toBe(true);
    const asOf = cellOfPublished(figure, rows)?.asOf ?? figure.asOf;
    expect(asOf, place).toBe(figure.asOf);
  }

  const rows = read.boards.flatMap(({ id, tiles }) =>
    tiles.flatMap((tile) =>
      tile.kind === 'facts'
        ? tile.figures.map((figure) => ({ place: `${id}/${tile.id}`, figure, w: tile.area.w }))
        : [],
    ),
  );

  it('has room for every printed row, in both languages', () => {
    for (const { place, figure, w } of rows) {
      for (const language of ['vi', 'en'] as const) {
        const width = rowWidth(figureOf(figure), language);
        expect(width, `${place}: ${figure}`).toBeLessThanOrEqual(listColumnWidth(w));
      }
    }
  });

  /** Of the name and figure side by side. */
  function rowWidth(figure: PublishedFigure, language: 'vi' | 'en'): number {
    const query = queryOfPublished(figure);
    const measure = core.catalogue.get(figure.measure ?? '');
    const text = query && textOfPublished(figure, core.ask(query), measure, language);
    const name = (figure.shortStatement ?? figure.statement)[language];
    const gap = 10;
    return (
      textWidth(name, TEXT.label.size) + gap + textWidth(text ?? figure.printed, TEXT.row.size)
    );
  }
});
