import type { Essay } from '../essay/essay.ts';

/** A creator by one name: Chinese names are never turned round, and an organisation has no other. */
export interface ZoteroCreator {
  readonly creatorType: 'author' | 'translator';
  readonly name: string;
}

/**
 * Who made an essay. Of one whose author the page does not name the translator stands among the authors: the words that the name was
 * read from tell which of them translated (`译者：李明`, `李明译`).
 */
export function creatorsOf({ authors, provenance }: Essay): readonly ZoteroCreator[] {
  const raw = provenance.fields.authors?.raw ?? '';
  return authors.map((name) => ({ creatorType: isTranslator(name, raw) ? 'translator' : 'author', name }));
}

function isTranslator(name: string, raw: string): boolean {
  const at = raw.indexOf(name);
  if (at < 0) return false;
  const [before, behind] = [raw.slice(0, at), raw.slice(at + name.length)];
  return /(?:译者|翻译|译)\s*[:：]?\s*$/u.test(before) || /^\s*[(（[]?\s*(?:译|翻译)(?:者)?(?!文)/u.test(behind);
}
