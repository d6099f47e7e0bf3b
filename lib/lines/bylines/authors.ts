import { onceAText } from '../../text/once-a-text.ts';
import { isSigningBody, isUnit } from './bodies.ts';
import { isOtherRole, isReporter, isTranslation } from './name-roles.ts';
import { type NameWord, readNameWords } from './name-words.ts';

/** Who signs an essay. */
export interface Authors {
  readonly persons: readonly string[];
  /** Bodies in the author's slot: 课题组, 教研室, 编辑部 … */
  readonly organisations: readonly string[];
  /** 本报记者, 特约评论员, 编译, 县长 … as written. */
  readonly roles: readonly string[];
  /** What stood in brackets behind names, or before them as the body that they are of: 宁波市委党校. */
  readonly affiliations: readonly string[];
  /** True when the page cut the value short (`张晓…`); the cut name keeps its `…`. */
  readonly truncated: boolean;
  /** True when every word was known for what it is: persons by their surnames, and nothing else but their roles and bodies. */
  readonly certain: boolean;
  readonly raw: string;
}

/** Longer values are sentences, not lists of names. In characters. */
const longestValue = 400;
/** Signs between names and roles. */
const signs = /([、，,；;/／&＆＋+|｜:：]+|\s(?:and|和|与|及)\s)/u;

/** Cuts the affiliations in brackets out of a value; a nation before a name (`（美）约翰`) stays. */
function cutAffiliations(value: string): { readonly rest: string; readonly affiliations: readonly string[] } {
  const affiliations: string[] = [];
  const rest = value.replace(/(^|.)[（(]([^（）()]{1,60})[)）]/gsu, (all, before: string, inside: string) => {
    if (/^[\u3400-\u9fff]{1,3}$/u.test(inside.trim()) && /^[\s\u3000、,，;；]?$/u.test(before)) return all;
    affiliations.push(inside.trim());
    return `${before} `;
  });
  return { rest, affiliations };
}

/** A word with the signs around it. */
interface Placed extends NameWord {
  readonly before: string;
  readonly after: string;
}

function placedWords(text: string): readonly Placed[] {
  const parts = text.split(signs);
  return parts.flatMap((part, at) => {
    if (at % 2 === 1) return [];
    const words = stretches(part).flatMap(readNameWords);
    return words.map((word, n) => ({
      ...word,
      before: n === 0 ? (parts[at - 1] ?? '') : '',
      after: n === words.length - 1 ? (parts[at + 1] ?? '') : '',
    }));
  });
}

/** The stretches of a part that are read apart: in `图 王芳` and `史蒂芬 著` the role is no part of a name typed with spaces inside. */
const stretches = (part: string): readonly string[] =>
  part.split(/(?<=^[\s\u3000]*|[\u3400-\u9fff·]{2}[\s\u3000]+)(图|著|译|编|摄|撰|绘|校|辑|等)(?=[\s\u3000]|$)/u);

/** A person with what is said to have been done. */
interface Signed {
  readonly word: Placed;
  readonly roles: string[];
}

/**
 * Gives each name its roles. A role with a colon, or a slash behind it, is of the names that follow, one behind a slash of those
 * before; of others the first word decides: `文 王芳 图 李明`, `林有禾 口述 王芳 整理`.
 */
function signatures(words: readonly Placed[]): readonly Signed[] {
  const first = words.find(({ kind }) => kind === 'name' || kind === 'role');
  const signed: Signed[] = [];
  let waiting: string[] = [];
  let open: Signed[] = [];
  for (const [n, word] of words.entries()) {
    if (word.kind === 'name') {
      if (words[n - 1]?.kind === 'role' && waiting.length === 0) open = [];
      const one = { word, roles: [...waiting] };
      signed.push(one);
      open.push(one);
    } else if (word.kind === 'role') {
      const ahead = /[:：]/.test(word.after) || (/[/／]/.test(word.after) && !/[/／]/.test(word.before));
      const back = !ahead && /[/／]/.test(word.before) && words[n - 1]?.kind === 'name';
      // `新华社记者 王芳 摄`: behind the last name it is of those before.
      const closes =
        !ahead && open.length > 0 && !words.slice(n).some(({ kind }) => kind === 'name' || kind === 'nobody');
      if (ahead || (!back && !closes && first?.kind === 'role')) {
        // `作者： 责任编辑：张三`: the first slot is empty.
        if (words[n - 1]?.kind !== 'role' || /[:：]/.test(words[n - 1]?.after ?? '')) waiting = [];
        waiting.push(word.text);
      } else {
        for (const one of open) one.roles.push(word.text);
        waiting = [];
      }
    }
  }
  return signed;
}

/** Those who wrote: never those who illustrated or edited, and translators only where nobody else is named. */
function writersOf(signed: readonly Signed[]): readonly Placed[] {
  const wrote = signed.filter(({ roles }) => {
    const deeds = roles.filter((role) => !isReporter(role));
    return deeds.length === 0 || !deeds.every(isOtherRole);
  });
  const own = wrote.filter(
    ({ roles }) => roles.length === 0 || !roles.every((role) => isTranslation(role) || isOtherRole(role)),
  );
  return (own.length > 0 ? own : wrote).map(({ word }) => word);
}

/** A body right before a name, or behind the one that opens the list, is where its bearer is, and no author. */
function isAffiliation(words: readonly Placed[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word?.kind !== 'body') return false;
  if (before?.kind === 'name' && word.before === '' && words[0]?.kind === 'name' && isUnit(word.text)) return true;
  const parted = isSigningBody(word.text) ? /[、，,；;/／]/ : /[、；;/／]/;
  if (next === undefined || next.kind === 'nobody' || parted.test(word.after)) return false;
  // `市委党校　教务科　王芳`: a department stands between its school and who is there.
  return next.kind !== 'body' || (!isSigningBody(word.text) && word.after === '' && isAffiliation(words, at + 1));
}

/** `[美] 亨廷顿`: the nation is of the name that follows, whatever stands between. */
const nationApart = /([［[（(〔【][\u3400-\u9fff]{1,3}[］\])）〕】])[\s\u3000]+(?=[\u3400-\u9fff])/gu;
/** `林有禾[1]`: the number of a note. */
const noteNumber = /[［[（(]\s*\d{1,2}\s*[］\])）]/g;
/** `文/图`: one who did both. */
const wordsAndPictures = /(?:文\s*[/／]\s*图|图\s*[/／]\s*文)(?![\u3400-\u9fff])/gu;

/** Reads an author label's value. 佚名, accounts, 本站 and their like give no one. */
export const readAuthors = onceAText((value): Authors => {
  const plain = value
    .slice(0, longestValue)
    .replace(noteNumber, ' ')
    .replace(nationApart, '$1')
    .replace(wordsAndPictures, '图文');
  const { rest, affiliations } = cutAffiliations(plain);
  const words = placedWords(rest);
  const bodies = words.filter((word, n) => word.kind === 'body' && !isAffiliation(words, n));
  const persons = writersOf(signatures(words)).map(({ text }) => text);
  const roles = words.filter(({ kind, text }) => (kind === 'role' || kind === 'office') && !courtesies.has(text));
  const signing = persons.length + bodies.length > 0 ? [] : roles.filter(({ text }) => isSigningBody(text));
  return {
    persons: [...new Set(persons)],
    organisations: [...new Set([...bodies, ...signing].map(({ text }) => text))],
    roles: [...new Set(roles.map(({ text }) => text))],
    affiliations: [...affiliations, ...words.filter((_, n) => isAffiliation(words, n)).map(({ text }) => text)],
    truncated: persons.some((name) => name.endsWith('…')),
    certain: words.every((word) => (word.kind === 'name' ? word.certain : word.kind !== 'nobody')),
    raw: value,
  };
});

const courtesies = new Set(['同志', '等', '先生', '女士']);
