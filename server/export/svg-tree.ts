import { SaxesParser } from 'saxes';

export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SvgNode[];
  text: string;
}

/** A page of ours as a tree. */
export function parseSvg(svg: string): SvgNode {
  const root: SvgNode = { name: '', attributes: {}, children: [], text: '' };
  const open: SvgNode[] = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(svg).close();
  return root;
}

/** All nodes with an id. */
export function nodesById(root: SvgNode): ReadonlyMap<string, SvgNode> {
  const found = new Map<string, SvgNode>();
  const look = (node: SvgNode) => {
    const { id } = node.attributes;
    if (id !== undefined) found.set(id, node);
    for (const child of node.children) look(child);
  };
  look(root);
  return found;
}

/** An attribute, or a property of the style attribute. */
export function propertyOf({ attributes }: SvgNode, name: string): string | undefined {
  const own = attributes[name];
  if (own !== undefined) return own;
  const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(attributes.style ?? '');
  return found?.[1]?.trim();
}

export function numberOf(node: SvgNode, name: string, otherwise: number): number {
  const value = Number.parseFloat(propertyOf(node, name) ?? '');
  return Number.isFinite(value) ? value : otherwise;
}
