import { hasNameForm } from '../../../text/person-names.ts';
import { compounds } from '../../../text/surnames.ts';

/** Chinese in Latin letters (Hanyu Pinyin without tones), as the styles of the West want names and titles; each gives null for what has no Chinese. */
export interface Romaniser {
  /** A person's name; null for what is none. */
  readonly person: (name: string) => { readonly family: string; readonly given: string } | null;
  /** A title: words together, the first with a capital. Names within it cannot be told and have none. */
  readonly title: (text: string) => string | null;
  /** The name of a body: each word with a capital. */
  readonly body: (name: string) => string | null;
}

/** Signs of Chinese as Latin texts have them: what stands before a blank, what behind one, and what in quotation marks. */
const signs: Readonly<Record<string, string>> = {
  '，': ', ',
  '、': ', ',
  '。': '. ',
  '：': ': ',
  '；': '; ',
  '？': '? ',
  '！': '! ',
  '（': ' (',
  '）': ') ',
  '《': ' “',
  '〈': ' “',
  '「': ' “',
  '“': ' “',
  '‘': ' ‘',
  '》': '” ',
  '〉': '” ',
  '」': '” ',
  '”': '” ',
  '’': '’ ',
  '·': ' ',
  '　': ' ',
};

const capital = (word: string): string =>
  word.replace(/^([^\p{L}\p{N}]*)(\p{L})/u, (_, before: string, letter: string) => before + letter.toUpperCase());
const han = /\p{Script=Han}/u;

/** Loads the dictionary of readings, which is large. Rejects where it cannot be loaded. */
export async function loadRomaniser(): Promise<Romaniser> {
  const { pinyin } = await import('pinyin-pro');
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  const readings = (text: string, surname: 'head' | 'off' = 'off'): readonly string[] =>
    pinyin(text, { toneType: 'none', type: 'array', surname });
  // Between syllables that would else be read as one stands a mark: Xi’an.
  const word = (syllables: readonly string[]): string =>
    syllables.map((one, n) => (n > 0 && /^[aeo]/.test(one) ? `’${one}` : one)).join('');
  const reading = (text: string, surname: 'head' | 'off' = 'off'): string => word(readings(text, surname));
  const phrase = (text: string, each: (word: string) => string): string | null => {
    if (!han.test(text)) return null;
    let latin = '';
    let begins = false;
    // What a character is read as is seen by its neighbours, which may stand in another word.
    const read = new Map<number, string>();
    for (const { 0: run, index } of text.matchAll(/[\p{Script=Han}]+/gu))
      for (const [n, syllable] of readings(run).entries()) read.set(index + n, syllable);
    for (const { segment, index } of words.segment(text)) {
      const sign = signs[segment];
      const syllables = Array.from({ length: segment.length }, (_, n) => read.get(index + n) ?? '');
      const plain = han.test(segment) ? each(word(syllables)) : segment;
      const written = begins ? capital(plain) : plain;
      // A title within the title has its capital too.
      begins = /^[《〈]/.test(segment);
      const apart = sign === undefined && /[\p{L}\p{N}]$/u.test(latin) && /^[\p{L}\p{N}]/u.test(written);
      latin += sign ?? (apart ? ` ${written}` : written);
    }
    return latin
      .replace(/\s*[—－]+\s*/g, '—')
      .replace(/\s+/g, ' ')
      .replace(/ ([,.:;?!)”’])/g, '$1')
      .replace(/([(“‘]) /g, '$1')
      .trim();
  };
  return {
    person: (name) => {
      const family = name.length > 2 && compound.has(name.slice(0, 2)) ? 2 : 1;
      if (!/^\p{Script=Han}+$/u.test(name) || !hasNameForm(name) || name.length - family > 2) return null;
      return { family: capital(reading(name.slice(0, family), 'head')), given: capital(reading(name.slice(family))) };
    },
    title: (text) => {
      const latin = phrase(text, (one) => one);
      return latin === null ? null : capital(latin);
    },
    body: (name) => phrase(name, capital),
  };
}

const compound: ReadonlySet<string> = new Set(compounds.split(' '));
