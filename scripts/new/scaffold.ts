/** A change of a file that exists: a text goes in before or behind the first match of a place. */
export interface Insertion {
  readonly path: string;
  readonly place: RegExp;
  readonly where: 'before' | 'behind';
  readonly text: string;
}

/** A text of the interface that gets a first wording in every language. */
export interface LocaleText {
  /** Its path: `['removal', 'boxes']`. */
  readonly key: readonly string[];
  readonly text: string;
}

/** All that a new thing begins with. */
export interface Scaffold {
  /** New files by path from the root. */
  readonly files: Readonly<Record<string, string>>;
  readonly insertions: readonly Insertion[];
  readonly texts: readonly LocaleText[];
  /** What is left to do, a sentence each. */
  readonly left: readonly string[];
}

/** Reads a file of the repository, or gives null. */
export type ReadFile = (path: string) => string | null;

/** Locale files, which hold the same texts. */
const locales = ['en', 'zh_CN', 'zh_TW'].map((name) => `assets/locales/${name}.json`);

/**
 * The files that a scaffold writes, by path, with those that it changes. Throws where a new file exists already or a place to insert
 * at is not found: nothing is to be written then.
 */
export function filesOf(scaffold: Scaffold, read: ReadFile): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const textOf = (path: string): string => {
    const text = files.get(path) ?? read(path);
    if (text === null) throw new Error(`${path} is not there.`);
    return text;
  };
  for (const [path, text] of Object.entries(scaffold.files)) {
    if (read(path) !== null) throw new Error(`${path} is there already.`);
    files.set(path, text);
  }
  for (const { path, place, where, text } of scaffold.insertions) {
    const before = textOf(path);
    const match = place.exec(before);
    if (match === null) throw new Error(`${path} has no place for "${text.trim()}".`);
    const at = where === 'before' ? match.index : match.index + match[0].length;
    files.set(path, before.slice(0, at) + text + before.slice(at));
  }
  if (scaffold.texts.length > 0) {
    for (const path of locales) files.set(path, withTexts(textOf(path), scaffold.texts));
  }
  return files;
}

function withTexts(json: string, texts: readonly LocaleText[]): string {
  const all: Record<string, unknown> = JSON.parse(json);
  for (const { key, text } of texts) {
    const group = key.slice(0, -1).reduce<Record<string, unknown>>((inner, name) => groupIn(inner, name), all);
    group[key.at(-1) ?? ''] = text;
  }
  return `${JSON.stringify(all, null, 2)}\n`;
}

function groupIn(texts: Record<string, unknown>, name: string): Record<string, unknown> {
  const group = texts[name];
  if (typeof group !== 'object' || group === null) throw new Error(`The locales have no group ${name}.`);
  return group as Record<string, unknown>;
}

/** `set-in-box` as a name in code: `setInBox`. */
export const camel = (name: string): string => name.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());

/** An import that goes before the first one of a file; the linter puts it in its place. */
export const importInto = (path: string, line: string): Insertion => ({
  path,
  place: /^import /mu,
  where: 'before',
  text: `${line}\n`,
});

/** A name that stands in records, so that the types and the check of what is stored know it. */
export const recordName = (list: 'removalRules' | 'archiveNames', name: string): Insertion => ({
  path: 'lib/essay/record-words.ts',
  place: new RegExp(`export const ${list} = \\[\\n`, 'u'),
  where: 'behind',
  text: `  '${name}',\n`,
});
