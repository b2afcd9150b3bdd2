/** Every text below `root` becomes NFC, in place. `lone` is the path of the first text with a lone surrogate. */
export function normalizeTexts(root: object): Texts {
  const texts: Texts = { changed: false, lone: undefined };
  visit(root, '$', texts);
  return texts;
}

interface Texts {
  changed: boolean;
  lone: string | undefined;
}

function visit(object: object, path: string, texts: Texts): void {
  for (const [key, value] of Object.entries(object)) {
    const where = Array.isArray(object) ? `${path}[${key}]` : `${path}.${key}`;
    if (isLone(key)) texts.lone ??= where;
    if (typeof value === 'string') normalizeMember(object, key, value, where, texts);
    else if (typeof value === 'object' && value !== null) visit(value, where, texts);
  }
}

function normalizeMember(
  object: object,
  key: string,
  text: string,
  where: string,
  texts: Texts,
): void {
  if (isLone(text)) texts.lone ??= where;
  const normal = text.normalize('NFC');
  if (normal === text) return;
  texts.changed = true;
  Object.assign(object, { [key]: normal });
}

function isLone(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
