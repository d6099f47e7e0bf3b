import type { BodyRow, EssayRow, FingerprintRow } from '../../../lib/collection/rows.ts';
import { noWork } from '../../../lib/collection/rows.ts';
import { lengthOf } from '../../../lib/essay/length.ts';

/*
 * Essays of the bench: the same for the same seed and number. Words follow Zipf's law, as words of a language do, and so
 * do authors, schools and columns; lengths are skewed between 800 and 6,000 characters, 2,300 in the middle.
 */

/** An essay with its body. */
export interface MadeEssay {
  readonly row: EssayRow;
  readonly body: BodyRow;
  /** Made up as well: no two essays are near-duplicates. */
  readonly fingerprint: FingerprintRow;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, public domain). */
export function randomOf(seed: number): () => number {
  const state = { at: seed >>> 0 };
  return () => {
    state.at = (state.at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state.at ^ (state.at >>> 15), state.at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A rank below `count` that falls as 1/rank: the inverse of its cumulative share. */
const zipf = (random: () => number, count: number): number => Math.floor((count + 1) ** random()) - 1;

const CHARACTERS = 3500;
const WORDS = 40_000;

/** Words of one to four characters, mostly two. */
function makeWords(): readonly string[] {
  const random = randomOf(1);
  return Array.from({ length: WORDS }, () => {
    const draw = random();
    const length = draw < 0.1 ? 1 : draw < 0.75 ? 2 : draw < 0.9 ? 3 : 4;
    // 2,467 has no common factor with 20,000: neighbours by frequency are no neighbours by number.
    return Array.from({ length }, () =>
      String.fromCharCode(0x4e00 + ((zipf(random, CHARACTERS) * 2467) % 20_000)),
    ).join('');
  });
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A maker of essays: the nth essay of a seed. */
export function essayMaker(seed: number): (number: number) => MadeEssay {
  const words = makeWords();
  return (number) => {
    const random = randomOf(seed * 1_000_003 + number);
    const word = (): string => words[zipf(random, WORDS)] ?? '';
    const some = (count: number): string => Array.from({ length: count }, word).join('');
    const length = 800 + Math.floor(5200 * random() ** 2.4);
    let text = '';
    while (text.length < length) {
      const draw = random();
      text +=
        some(3 + Math.floor(random() * 6)) +
        (draw < 0.6 ? '，' : draw < 0.9 ? '。' : draw < 0.93 ? `${1990 + Math.floor(random() * 20)}年` : '。\n');
    }
    const id = `${number.toString(16).padStart(8, '0')}${(seed >>> 0).toString(16).padStart(16, '0')}`;
    const year = 1998 + Math.floor(15 * Math.sqrt(random()));
    const essay = {
      title: some(4),
      authors: [words[5000 + zipf(random, 8000)] ?? ''],
      publishedOn: `${year}-${pad(1 + Math.floor(random() * 12))}-${pad(1 + Math.floor(random() * 28))}`,
      unit: null,
      source: words[20_000 + zipf(random, 300)] ?? null,
      issue: null,
      column: [words[30_000 + zipf(random, 60)] ?? ''],
      institution: `${words[25_000 + zipf(random, 200)] ?? ''}党校`,
      hits: null,
      editor: null,
      keywords: [],
      abstract: null,
      kind: 'essay' as const,
      originalUrl: `http://dx.example/${number}`,
      archivedCopy: null,
    };
    const captureId = `c${id}`;
    const keptAt = new Date(Date.UTC(2020, 0, 1) + number * 60_000).toISOString();
    const recognition = { portal: true, kind: 'essay' as const, score: 1, evidence: [], family: null };
    const html = text
      .split('\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('');
    const hash = (): number => Math.floor(random() * 2 ** 32);
    const fingerprint = {
      essayId: id,
      bands: Array.from({ length: 16 }, (_, band) => `${band.toString(36)}.${hash().toString(36)}`),
      minhash: Array.from({ length: 64 }, hash),
    };
    const provenance = { fields: {}, removals: [], recognition, extractor: 'lines' as const, missingPages: [] };
    return {
      row: { ...essay, ...noWork, id, doc: -1, length: lengthOf(text), keptAt, captureId, trashedAt: '' },
      body: { ...essay, captureId, essayId: id, html, text, provenance },
      fingerprint,
    };
  };
}
