/** The elements of a JSON array that comes in pieces, each as text; holds no more than one element at a time. */
export async function* jsonElements(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const scan: Scan = { depth: 0, inString: false, escaped: false, open: false, element: '' };
  for await (const chunk of chunks) yield* cutChunk(scan, chunk);
  if (scan.open || scan.depth > 0) throw new SyntaxError('the array does not end');
}

interface Scan {
  depth: number;
  inString: boolean;
  escaped: boolean;
  /** Inside the outermost array. */
  open: boolean;
  /** What has come of the present element. */
  element: string;
}

function cutChunk(scan: Scan, chunk: string): string[] {
  const elements: string[] = [];
  let start = 0;
  for (let at = 0; at < chunk.length; at++) {
    const mark = step(scan, chunk.charCodeAt(at));
    if (mark === undefined) continue;
    const element = scan.element + chunk.slice(start, at);
    if (mark === 'end' && element.trim() !== '') elements.push(element);
    scan.element = '';
    start = at + 1;
  }
  if (scan.open) scan.element += chunk.slice(start);
  return elements;
}

type Mark = 'open' | 'end' | undefined;

/** What a character does to the outermost array: it opens it, or ends one of its elements. */
function step(scan: Scan, code: number): Mark {
  if (scan.inString) return stepInString(scan, code);
  switch (code) {
    case 34:
      scan.inString = true;
      return undefined;
    case 44:
      return scan.depth === 1 ? 'end' : undefined;
    case 91:
    case 123:
      return opens(scan, code);
    case 93:
    case 125:
      return closes(scan);
    default:
      return undefined;
  }
}

function stepInString(scan: Scan, code: number): undefined {
  if (scan.escaped) scan.escaped = false;
  else if (code === 92) scan.escaped = true;
  else if (code === 34) scan.inString = false;
}

function opens(scan: Scan, code: number): Mark {
  scan.depth++;
  if (scan.depth > 1) return undefined;
  if (code !== 91) throw new SyntaxError('the file holds no array');
  scan.open = true;
  return 'open';
}

function closes(scan: Scan): Mark {
  scan.depth--;
  if (scan.depth > 0 || !scan.open) return undefined;
  scan.open = false;
  return 'end';
}
