import { TYPEFACE } from './pptx-fonts.ts';
import { xmlText } from './svg-parts.ts';

/** English Metric Units of a design pixel: 13⅓ inches are 1280 of them. */
const EMU = 9525;
const emu = (pixels: number) => Math.round(pixels * EMU);

export interface ShapeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RunLook {
  /** Design pixels. */
  readonly size: number;
  /** `12181f` */
  readonly color: string;
  readonly isStrong?: boolean;
  readonly align?: 'l' | 'r' | 'ctr';
}

/** Hundredths of a point. */
const points = (size: number) => Math.round(size * 75);

function runProperties(tag: string, { size, color, isStrong }: RunLook, language: string): string {
  return `<a:${tag} lang="${language}" sz="${points(size)}"${isStrong ? ' b="1"' : ''} dirty="0"><a:solidFill><a:srgbClr val="${color}"/></a:solidFill>${TYPEFACE}</a:${tag}>`;
}

function paragraph(text: string, look: RunLook, language: string): string {
  return `<a:p><a:pPr algn="${look.align ?? 'l'}"/><a:r>${runProperties('rPr', look, language)}<a:t>${xmlText(text)}</a:t></a:r></a:p>`;
}

function place({ x, y, width, height }: ShapeBox, prefix = 'a'): string {
  return `<${prefix}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${prefix}:xfrm>`;
}

export interface TextShape {
  readonly box: ShapeBox;
  readonly lines: readonly { readonly text: string; readonly look: RunLook }[];
  readonly name: string;
  /** The slide's title, by which it is found in lists and read aloud. */
  readonly isTitle?: boolean;
  /** Colour of a hairline around it. */
  readonly outline?: string;
  readonly anchor?: 't' | 'ctr' | 'b';
}

/** Text that can be edited; `id` is unique on the slide. */
export function textShape(id: number, shape: TextShape, language: string): string {
  const { box, lines, name, isTitle, outline, anchor = 't' } = shape;
  const line = outline
    ? `<a:ln w="9525"><a:solidFill><a:srgbClr val="${outline}"/></a:solidFill></a:ln>`
    : '';
  const kind = isTitle ? '<p:nvPr><p:ph type="title"/></p:nvPr>' : '<p:nvPr/>';
  const texts = lines.map(({ text, look }) => paragraph(text, look, language)).join('');
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xmlText(name)}"/><p:cNvSpPr${isTitle ? '' : ' txBox="1"'}/>${kind}</p:nvSpPr><p:spPr>${place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>${line}</p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle/>${texts}</p:txBody></p:sp>`;
}

/** A picture with words for who cannot see it; `relation` is its id in the slide's relations. */
export function pictureShape(id: number, relation: string, box: ShapeBox, words: string): string {
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Picture ${id}" descr="${xmlText(words)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${place(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

/** A chart drawn by the presentation itself, with words for who cannot see it. */
export function chartShape(id: number, relation: string, box: ShapeBox, words: string): string {
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Chart ${id}" descr="${xmlText(words)}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>${place(box, 'p')}<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="${relation}"/></a:graphicData></a:graphic></p:graphicFrame>`;
}

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

export interface TableShape {
  readonly box: ShapeBox;
  readonly widths: readonly number[];
  readonly rowHeight: number;
  /** Design pixels; 13 without it. */
  readonly fontSize?: number;
  /** False: its first row is like the others. */
  readonly hasHead?: boolean;
  readonly rows: readonly (readonly string[])[];
  /** Columns of numbers stand at the right. */
  readonly isNumber: readonly boolean[];
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
}

/** A table that can be edited. */
export function tableShape(id: number, table: TableShape, language: string): string {
  const {
    box,
    widths,
    rowHeight,
    rows,
    isNumber,
    ink,
    quiet,
    line,
    fontSize = 13,
    hasHead = true,
  } = table;
  const columns = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('');
  const none = ['lnL', 'lnR', 'lnT']
    .map((side) => `<a:${side} w="0"><a:noFill/></a:${side}>`)
    .join('');
  const bottom = `<a:lnB w="9525"><a:solidFill><a:srgbClr val="${line}"/></a:solidFill></a:lnB>`;
  const cell = (text: string, at: number, isHead: boolean) => {
    const look: RunLook = {
      size: fontSize,
      color: isHead ? quiet : ink,
      isStrong: isHead,
      align: isNumber[at] ? 'r' : 'l',
    };
    return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraph(text, look, language)}</a:txBody><a:tcPr marL="${emu(4)}" marR="${emu(4)}" marT="${emu(3)}" marB="${emu(3)}" anchor="ctr">${none}${bottom}<a:noFill/></a:tcPr></a:tc>`;
  };
  const body = rows
    .map(
      (row, down) =>
        `<a:tr h="${emu(rowHeight)}">${row.map((text, at) => cell(text, at, hasHead && down === 0)).join('')}</a:tr>`,
    )
    .join('');
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table ${id}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${place(box, 'p')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr${hasHead ? ' firstRow="1"' : ''}/><a:tblGrid>${columns}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}
