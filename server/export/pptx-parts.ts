import type { SlideChart } from './pptx-chart.ts';
import { embeddedFonts, FONT_PARTS, fontParts, LATIN } from './pptx-fonts.ts';
import { XML } from './xlsx-parts.ts';

const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const P = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument.presentationml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const SPACES = `xmlns:a="${A}" xmlns:r="${R}" xmlns:p="${P}"`;

export interface Slide {
  readonly shapes: string;
  /** `112233` */
  readonly ground: string;
  /** In the order of `rId2`, `rId3` … */
  readonly media: readonly SlideMedia[];
}

/** What a slide shows of another part: a PNG file, or a chart. */
export type SlideMedia =
  | { readonly kind: 'picture'; readonly png: Uint8Array }
  | { readonly kind: 'chart'; readonly chart: SlideChart };

const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

function slideXml({ shapes, ground }: Slide): string {
  return `${XML}<p:sld ${SPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="${ground}"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${GROUP}${shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;
}

function relations(rows: readonly (readonly [type: string, target: string])[]): string {
  const links = rows.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`;
}

/** A presentation of 16:9 slides: every part by its path, in a fixed order. */
export function presentationParts(
  slides: readonly Slide[],
  properties: string,
): (readonly [path: string, content: string | Uint8Array])[] {
  let count = 0;
  const slideParts = slides.flatMap((slide, at) => {
    const media = slide.media.map((each) => {
      count += 1;
      return mediaParts(each, count);
    });
    const links = [
      [`${R}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
      ...media.map(({ link }) => link),
    ] as const;
    return [
      [`ppt/slides/slide${at + 1}.xml`, slideXml(slide)],
      [`ppt/slides/_rels/slide${at + 1}.xml.rels`, relations(links)],
      ...media.flatMap(({ parts }) => parts),
    ] as const;
  });
  const charts = slideParts.map(([path]) => path).filter((path) => CHART.test(path));
  return [...frameParts(slides.length, charts, properties), ...slideParts];
}

const CHART = /^ppt\/charts\/[^/]+[.]xml$/;

type Part = readonly [path: string, content: string | Uint8Array];

/** The parts of what a slide shows, and how the slide points to it. */
function mediaParts(
  media: SlideMedia,
  at: number,
): { readonly link: readonly [type: string, target: string]; readonly parts: readonly Part[] } {
  if (media.kind === 'picture') {
    const name = `media/image${at}.png`;
    return { link: [`${R}/image`, `../${name}`], parts: [[`ppt/${name}`, media.png]] };
  }
  const { xml, workbook } = media.chart;
  const book = `embeddings/workbook${at}.xlsx`;
  return {
    link: [`${R}/chart`, `../charts/chart${at}.xml`],
    parts: [
      [`ppt/charts/chart${at}.xml`, xml],
      [`ppt/charts/_rels/chart${at}.xml.rels`, relations([[`${R}/package`, `../${book}`]])],
      [`ppt/${book}`, workbook],
    ],
  };
}

function frameParts(count: number, charts: readonly string[], properties: string): Part[] {
  const drawn = charts
    .map((path) => `<Override PartName="/${path}" ContentType="${CHART_TYPE}"/>`)
    .join('');
  const each = (make: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => make(at + 1)).join('');
  const part = (path: string, type: string) =>
    `<Override PartName="/ppt/${path}.xml" ContentType="${OFFICE}.${type}+xml"/>`;
  const slideIds = each((at) => `<p:sldId id="${255 + at}" r:id="rId${at + 1}"/>`);
  const slideLinks = Array.from(
    { length: count },
    (_, at) => [`${R}/slide`, `slides/slide${at + 1}.xml`] as const,
  );
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="fntdata" ContentType="application/x-fontdata"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>${part('presentation', 'presentation.main')}${part('slideMasters/slideMaster1', 'slideMaster')}${part('slideLayouts/slideLayout1', 'slideLayout')}<Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${each((at) => part(`slides/slide${at}`, 'slide'))}${drawn}</Types>`,
    ],
    [
      '_rels/.rels',
      relations([
        [`${R}/officeDocument`, 'ppt/presentation.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', properties],
    [
      'ppt/presentation.xml',
      `${XML}<p:presentation ${SPACES} embedTrueTypeFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${slideIds}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>${embeddedFonts(count + 3)}</p:presentation>`,
    ],
    [
      'ppt/_rels/presentation.xml.rels',
      relations([
        [`${R}/slideMaster`, 'slideMasters/slideMaster1.xml'],
        ...slideLinks,
        [`${R}/theme`, 'theme/theme1.xml'],
        ...FONT_PARTS.map((name) => [`${R}/font`, name] as const),
      ]),
    ],
    ...fontParts(),
    ...masterParts(),
  ];
}

function masterParts(): (readonly [string, string])[] {
  const empty = `<p:cSld><p:spTree>${GROUP}</p:spTree></p:cSld>`;
  const titled = `<p:cSld name="Title"><p:spTree>${GROUP}<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp></p:spTree></p:cSld>`;
  const colors =
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
  return [
    [
      'ppt/slideMasters/slideMaster1.xml',
      `${XML}<p:sldMaster ${SPACES}>${empty}${colors}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`,
    ],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relations([
        [`${R}/slideLayout`, '../slideLayouts/slideLayout1.xml'],
        [`${R}/theme`, '../theme/theme1.xml'],
      ]),
    ],
    [
      'ppt/slideLayouts/slideLayout1.xml',
      `${XML}<p:sldLayout ${SPACES} type="titleOnly">${titled}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    ],
    [
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels',
      relations([[`${R}/slideMaster`, '../slideMasters/slideMaster1.xml']]),
    ],
    ['ppt/theme/theme1.xml', themeXml()],
  ];
}

/** The colours of charts as accents, so that what is added by hand goes with them. */
function themeXml(): string {
  const color = (name: string, value: string) =>
    `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  const accents = ['3F7FBF', '0B6B5F', '6B2B94', '8F8526', '131F3A', '7D8A97'];
  const colors = [
    color('dk1', '12181F'),
    color('lt1', 'FFFFFF'),
    color('dk2', '3F4B58'),
    color('lt2', 'F7F8FA'),
    ...accents.map((value, at) => color(`accent${at + 1}`, value)),
    color('hlink', '1D4F85'),
    color('folHlink', '6B2B94'),
  ];
  const font = `${LATIN}<a:ea typeface=""/><a:cs typeface=""/>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `${XML}<a:theme xmlns:a="${A}" name="IOC"><a:themeElements><a:clrScheme name="IOC">${colors.join('')}</a:clrScheme><a:fontScheme name="IOC"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="IOC"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
