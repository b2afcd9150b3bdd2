import { embeddedOpenType } from './embedded-opentype.ts';
import { truetype } from './fonts.ts';

/** Inter's own PANOSE number and "swiss": by them a program that takes no embedded fonts finds one like it. */
const FACE = 'typeface="Inter" panose="02000503000000020004" pitchFamily="34" charset="0"';
export const LATIN = `<a:latin ${FACE}/>`;
export const TYPEFACE = `${LATIN}<a:cs ${FACE}/>`;

const WEIGHTS = { regular: 400, bold: 700 } as const;
/** Below `ppt/`, in the order of their relations. */
export const FONT_PARTS = Object.keys(WEIGHTS).map((_, at) => `fonts/font${at + 1}.fntdata`);

let kept: readonly Uint8Array[] | undefined;

export function fontParts(): (readonly [path: string, content: Uint8Array])[] {
  kept ??= Object.values(WEIGHTS).map((weight) => embeddedOpenType(truetype(weight)));
  return kept.map((bytes, at) => [`ppt/${FONT_PARTS[at]}`, bytes]);
}

/** @param firstRelation the number of the first font's relation */
export function embeddedFonts(firstRelation: number): string {
  const styles = Object.keys(WEIGHTS).map(
    (style, at) => `<p:${style} r:id="rId${firstRelation + at}"/>`,
  );
  return `<p:embeddedFontLst><p:embeddedFont><p:font ${FACE}/>${styles.join('')}</p:embeddedFont></p:embeddedFontLst>`;
}
