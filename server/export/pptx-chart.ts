import type { ChartPicture, ChartSeries } from '../../shared/chart/chart-picture.ts';
import type { ChartTheme } from '../../shared/chart/chart-theme.ts';
import { lookOf } from '../../shared/chart/chart-theme.ts';
import { pictureOf } from '../../shared/chart/picture-of.ts';
import type { Language } from '../../shared/unit/format.ts';
import type { ExportItem } from './export-job.ts';
import { bordersOf, type Naming } from './naming.ts';
import { TYPEFACE } from './pptx-fonts.ts';
import { xmlText } from './svg-parts.ts';
import { numberLook } from './table-of.ts';
import {
  columnName,
  coreProperties,
  formatCode,
  NumberStyles,
  STYLE,
  workbookParts,
  XML,
} from './xlsx-parts.ts';
import { rowXml, type SheetCell, sheetEnd, sheetStart } from './xlsx-sheet.ts';
import { bytesOf, createArchive } from './zip-file.ts';

/** A chart that a presentation draws itself, with the workbook that its figures are edited in. */
export interface SlideChart {
  readonly xml: string;
  readonly workbook: Uint8Array;
}

export interface SlideChartLook {
  readonly theme: ChartTheme;
  readonly language: Language;
  /** Points. */
  readonly fontSize: number;
}

const NATIVE = ['line', 'bar', 'stacked', 'ranking'] as const;
type NativeForm = (typeof NATIVE)[number];

interface Drawn {
  readonly form: NativeForm;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly format: string;
  readonly fromZero: boolean;
  readonly look: SlideChartLook;
}

/**
 * Lines and bars of one unit of measure. Undefined for what such charts cannot say: maps, ranks, distributions, two
 * units, forecasts with their bands, notes on days; those stay pictures.
 */
export async function slideChart(
  item: ExportItem,
  naming: Naming,
  look: SlideChartLook,
): Promise<SlideChart | undefined> {
  const { chart, answer, added } = item;
  const form = NATIVE.find((each) => each === chart.form);
  if (!form || added?.length || answer.rows.length === 0) return undefined;
  const { measures, names } = naming;
  const borders = bordersOf(naming, item);
  const { language } = look;
  const picture = pictureOf({ chart, answer, measures, names, borders, language });
  const [panel] = picture.panels;
  if (!panel || picture.panels.length > 1 || picture.notes.length > 0) return undefined;
  const format = formatCode({ ...numberLook(panel.measure), isDelta: false });
  const labels = labelsOf(picture);
  const drawn = { form, labels, series: panel.series, format, fromZero: panel.startsAtZero, look };
  return { xml: chartXml(drawn), workbook: await workbookOf(drawn) };
}

/** `th. 1/2023` where the year changes. */
function labelsOf({ categories }: ChartPicture): string[] {
  return categories.map(({ label, under }) => (under ? `${label} ${under}` : label));
}

/** The sheet that the chart's references point into: names in the first column, a series each in the others. */
async function workbookOf({ labels, series, format }: Drawn): Promise<Uint8Array> {
  const archive = createArchive();
  for (const [path, xml] of workbookParts([SHEET], coreProperties('', 'IOC', 0)))
    archive.add(path, xml);
  const styles = new NumberStyles();
  const style = styles.styleOfCode(format);
  const rows = labels.map((label, at) => {
    const cells = series.map(({ values }): SheetCell | undefined => {
      const value = values[at];
      return typeof value === 'number' ? { value, style } : undefined;
    });
    return rowXml(at + 2, [{ text: label }, ...cells]);
  });
  const head = series.map(({ name }) => ({ text: name, style: STYLE.head }));
  archive.add('xl/styles.xml', styles.xml());
  archive.add(
    'xl/worksheets/sheet1.xml',
    sheetStart([24, ...series.map(() => 16)], 0) +
      rowXml(1, [undefined, ...head]) +
      rows.join('') +
      sheetEnd(),
  );
  return bytesOf(archive.end());
}

const SHEET = 'Sheet1';
const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const val = (tag: string, value: string | number) => `<c:${tag} val="${value}"/>`;
const hex = (color: string) => color.slice(1).toUpperCase();
const solid = (color: string) => `<a:solidFill><a:srgbClr val="${hex(color)}"/></a:solidFill>`;

function chartXml(drawn: Drawn): string {
  const { form, series, look } = drawn;
  const { theme, language } = look;
  const legend =
    series.length > 1
      ? `<c:legend>${val('legendPos', 't')}${val('overlay', 0)}${textLook(theme.ink2, look)}</c:legend>`
      : '';
  const plot = form === 'line' ? lineXml(drawn) : barXml(drawn);
  return `${XML}<c:chartSpace xmlns:c="${C}" xmlns:a="${A}" xmlns:r="${R}">${val('date1904', 0)}${val('lang', language === 'vi' ? 'vi-VN' : 'en-GB')}${val('roundedCorners', 0)}<c:chart>${val('autoTitleDeleted', 1)}<c:plotArea><c:layout/>${plot}${axesXml(drawn)}<c:spPr><a:noFill/></c:spPr></c:plotArea>${legend}${val('plotVisOnly', 1)}${val('dispBlanksAs', 'gap')}</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textLook(theme.ink2, look)}<c:externalData r:id="rId1">${val('autoUpdate', 0)}</c:externalData></c:chartSpace>`;
}

function textLook(color: string, { fontSize }: SlideChartLook): string {
  const run = `<a:defRPr sz="${Math.round(fontSize * 100)}">${solid(color)}${TYPEFACE}</a:defRPr>`;
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${run}</a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;
}

const AXES = val('axId', 111) + val('axId', 112);

function lineXml(drawn: Drawn): string {
  const { theme } = drawn.look;
  const series = drawn.series.map((each, at) => {
    const { color, dash } = lookOf(theme, each.rank);
    const isBase = each.manner === 'base';
    const stroke = isBase ? theme.quiet : color;
    const dashed = isBase || dash.length > 0 ? '<a:prstDash val="sysDash"/>' : '';
    const line = `<c:spPr><a:ln w="28575" cap="rnd">${solid(stroke)}${dashed}<a:round/></a:ln></c:spPr>`;
    const fill = `<c:spPr>${solid(stroke)}<a:ln><a:noFill/></a:ln></c:spPr>`;
    const marker = `<c:marker>${val('symbol', isBase ? 'none' : 'circle')}${isBase ? '' : val('size', 5) + fill}</c:marker>`;
    return `<c:ser>${nameXml(each, at)}${line}${marker}${valuesXml(each, at, drawn)}${val('smooth', 0)}</c:ser>`;
  });
  return `<c:lineChart>${val('grouping', 'standard')}${val('varyColors', 0)}${series.join('')}${val('marker', 1)}${AXES}</c:lineChart>`;
}

function barXml(drawn: Drawn): string {
  const { form, look, format } = drawn;
  const { theme } = look;
  const isStacked = form === 'stacked';
  const series = drawn.series.map((each, at) => {
    const fill = each.manner === 'base' ? theme.quiet : lookOf(theme, each.rank).color;
    const labels = `<c:dLbls><c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${textLook(theme.ink, look)}${['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize'].map((tag) => val(tag, tag === 'showVal' ? 1 : 0)).join('')}</c:dLbls>`;
    return `<c:ser>${nameXml(each, at)}<c:spPr>${solid(fill)}</c:spPr>${val('invertIfNegative', 0)}${form === 'ranking' ? labels : ''}${valuesXml(each, at, drawn)}</c:ser>`;
  });
  return `<c:barChart>${val('barDir', form === 'ranking' ? 'bar' : 'col')}${val('grouping', isStacked ? 'stacked' : 'clustered')}${val('varyColors', 0)}${series.join('')}${val('gapWidth', 60)}${isStacked ? val('overlap', 100) : ''}${AXES}</c:barChart>`;
}

function nameXml({ name }: ChartSeries, at: number): string {
  const cell = `${SHEET}!$${columnName(at + 1)}$1`;
  return `${val('idx', at)}${val('order', at)}<c:tx><c:strRef><c:f>${cell}</c:f><c:strCache>${val('ptCount', 1)}<c:pt idx="0"><c:v>${xmlText(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
}

function valuesXml({ values }: ChartSeries, at: number, { labels, format }: Drawn): string {
  const range = (column: string) => `${SHEET}!$${column}$2:$${column}$${labels.length + 1}`;
  const point = (text: string | number, place: number) =>
    `<c:pt idx="${place}"><c:v>${text}</c:v></c:pt>`;
  const names = labels.map((label, place) => point(xmlText(label), place)).join('');
  const numbers = values.map((value, place) => (value === null ? '' : point(value, place)));
  const count = val('ptCount', labels.length);
  return `<c:cat><c:strRef><c:f>${range('A')}</c:f><c:strCache>${count}${names}</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>${range(columnName(at + 1))}</c:f><c:numCache><c:formatCode>${xmlText(format)}</c:formatCode>${count}${numbers.join('')}</c:numCache></c:numRef></c:val>`;
}

/** A ranking reads from the top; only a line may be cut off from zero. */
function axesXml({ form, format, fromZero, look }: Drawn): string {
  const { theme } = look;
  const isRanking = form === 'ranking';
  const line = (color: string) => `<c:spPr><a:ln w="9525">${solid(color)}</a:ln></c:spPr>`;
  const scaling = (orientation: string, min = '') =>
    `<c:scaling>${val('orientation', orientation)}${min}</c:scaling>`;
  const ticks = `${val('majorTickMark', 'none')}${val('minorTickMark', 'none')}${val('tickLblPos', isRanking ? 'low' : 'nextTo')}`;
  const names = `<c:catAx>${val('axId', 111)}${scaling(isRanking ? 'maxMin' : 'minMax')}${val('delete', 0)}${val('axPos', isRanking ? 'l' : 'b')}<c:numFmt formatCode="General" sourceLinked="0"/>${ticks}${line(theme.line)}${textLook(theme.ink2, look)}${val('crossAx', 112)}${val('crosses', 'autoZero')}${val('auto', 0)}${val('lblAlgn', 'ctr')}${val('lblOffset', 100)}${val('noMultiLvlLbl', 1)}</c:catAx>`;
  const grid = isRanking ? '' : `<c:majorGridlines>${line(theme.line)}</c:majorGridlines>`;
  const min = fromZero || form !== 'line' ? val('min', 0) : '';
  const values = `<c:valAx>${val('axId', 112)}${scaling('minMax', min)}${val('delete', isRanking ? 1 : 0)}${val('axPos', isRanking ? 't' : 'l')}${grid}<c:numFmt formatCode="${xmlText(format)}" sourceLinked="0"/>${val('majorTickMark', 'none')}${val('minorTickMark', 'none')}${val('tickLblPos', 'nextTo')}<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${textLook(theme.ink3, look)}${val('crossAx', 111)}${val('crosses', 'autoZero')}${val('crossBetween', 'between')}</c:valAx>`;
  return names + values;
}
