import { findRuleFaults } from '../../shared/alarm/rule-faults.ts';
import {
  type BoardGround,
  findUnknownCodes,
  type UnknownCode,
} from '../../shared/board/board-codes.ts';
import { findCalendarFaults } from '../../shared/calendar/calendar-faults.ts';
import { createCatalogue } from '../../shared/measure/catalogue.ts';
import type { PackFault } from '../../shared/territory/pack-fault.ts';
import { findPackFaults } from '../../shared/territory/pack-faults.ts';
import { findTargetFaults } from '../../shared/territory/target-faults.ts';
import type { ProvincePack } from './province-pack.ts';

export interface Dangling {
  readonly code: 'IOC_PACK_REFERENCE' | 'IOC_PACK_VALIDITY';
  readonly where: string;
  readonly expected: string;
  readonly came: string;
}

/** Codes that name nothing in the pack: parents, units of sites and agencies, areas without a unit … */
export function findDangling(read: ProvincePack): Dangling[] {
  return [
    ...findInRegisters(read),
    ...findInBoards(read),
    ...findInDemo(read),
    ...findInReported(read),
    ...findInRules(read),
  ];
}

function unknownCodes(
  known: Iterable<string>,
  expected: string,
  used: readonly (readonly [where: string, code: string])[],
): Dangling[] {
  const codes = new Set(known);
  return used
    .filter(([, code]) => !codes.has(code))
    .map(([where, came]) => ({ code: 'IOC_PACK_REFERENCE', where, expected, came }));
}

const codesOf = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

function findInRegisters({ pack, calendar, targets }: ProvincePack): Dangling[] {
  const inFile = (file: string, faults: readonly PackFault[]) =>
    faults.map(
      ({ kind, where, expected, came }): Dangling => ({
        code: kind === 'validity' ? 'IOC_PACK_VALIDITY' : 'IOC_PACK_REFERENCE',
        where: `${file}/${where}`,
        expected,
        came,
      }),
    );
  return [
    ...inFile('pack.json', findPackFaults(pack)),
    ...inFile('calendar.json', findCalendarFaults(calendar)),
    ...inFile('targets.json', findTargetFaults(targets)),
  ];
}

const EXPECTED: Readonly<Record<UnknownCode['kind'], string>> = {
  figure: 'a figure of published.json',
  boundaries: 'a file in boundaries/',
  measure: 'a measure',
  unit: 'a unit',
  unasked: "a measure of the tile's question",
};

function findInBoards(read: ProvincePack): Dangling[] {
  const ground = groundOf(read);
  return read.boards.flatMap((board) =>
    findUnknownCodes(board, ground).map(({ tile, kind, code }) => ({
      code: 'IOC_PACK_REFERENCE',
      where: `boards/${board.id}.json/${tile}`,
      expected: EXPECTED[kind],
      came: code,
    })),
  );
}

/** What boards of this pack may name. */
export function groundOf({ pack, published, boundaries, indicators }: ProvincePack): BoardGround {
  return {
    figures: new Set(published.map(({ id }) => id)),
    layers: new Set(Object.keys(boundaries)),
    measures: new Set(createCatalogue(indicators, pack).measures.map(({ id }) => id)),
    units: new Set(codesOf(pack.units)),
  };
}

function findInDemo({ demo, pack }: ProvincePack): Dangling[] {
  if (!demo?.cameras) return [];
  const { owners, junctionLarge, outage, zoneInstalled, zoneProcuring } = demo.cameras;
  const { contractors = {}, zoneContractor } = demo.cameras;
  const builders = [...Object.values(contractors), ...(zoneContractor ? [zoneContractor] : [])];
  const used = (codes: readonly string[]) =>
    codes.map((code) => ['demo.json/cameras', code] as const);
  const junctions = [...Object.keys(owners), ...Object.keys(junctionLarge), outage.junction];
  const zones = [...zoneInstalled.zones, ...zoneProcuring.zones];
  return [
    ...unknownCodes(codesOf(pack.junctions), 'a junction', used(junctions)),
    ...unknownCodes(codesOf(pack.owners), 'an owner', used(Object.values(owners))),
    ...unknownCodes(codesOf(pack.contractors ?? []), 'a contractor', used(builders)),
    ...unknownCodes(codesOf(pack.zones), 'a zone', used(zones)),
  ];
}

function findInReported({ pack, indicators, sources, reported }: ProvincePack): Dangling[] {
  const used = (rows: readonly string[]) => rows.map((code) => ['reported.json', code] as const);
  const units = reported.flatMap(
    ({ observations = [], coverage = [], assessments = [], stagePlans = [] }) =>
      [...observations, ...coverage, ...assessments, ...stagePlans].map(({ unit }) => unit),
  );
  return [
    ...unknownCodes(
      sources.map(({ source }) => source),
      'a source of sources.json',
      used(reported.map(({ source }) => source)),
    ),
    ...unknownCodes(codesOf(pack.units), 'a unit', used(units)),
    ...unknownCodes(
      codesOf(indicators),
      'an indicator of indicators.json',
      used(reported.flatMap(({ observations = [] }) => observations.map((row) => row.indicator))),
    ),
    ...unknownCodes(
      codesOf(pack.programmes),
      'a programme',
      used(reported.flatMap(({ coverage = [] }) => coverage.map((row) => row.programme))),
    ),
  ];
}

function findInRules({ pack, indicators, sources, rules }: ProvincePack): Dangling[] {
  const units = new Set(codesOf(pack.units));
  const known = new Set(sources.map(({ source }) => source));
  const faults = findRuleFaults(rules, {
    measure: createCatalogue(indicators, pack).get,
    hasUnit: (code) => units.has(code),
    hasSource: (code) => known.has(code),
  });
  return faults.map((fault) => ({
    ...fault,
    code: 'IOC_PACK_REFERENCE',
    where: `rules.json/${fault.where}`,
  }));
}
