import { letters } from '../author-date.ts';
import { type CslItem, isoDate } from '../csl.ts';
import type { ReferenceForm } from '../reference-form.ts';
import type { LatinStyle } from '../styles.ts';
import { apa } from './apa.ts';
import { chicago } from './chicago.ts';
import type { LatinStyleWriter } from './latin-style.ts';
import { mla } from './mla.ts';
import { piecesHtml, piecesText } from './pieces.ts';
import type { Romaniser } from './romaniser.ts';

const styles: Readonly<Record<LatinStyle, LatinStyleWriter>> = { chicago, apa, mla };

/** Latin letters by the alphabet, Chinese by its sounds. */
const byLetters = new Intl.Collator('zh-u-co-pinyin', { ignorePunctuation: true });

/** How lists of references are written in a style of the West: by the alphabet, without numbers. */
export function latinForm(style: LatinStyle, romaniser: Romaniser): ReferenceForm {
  const writer = styles[style];
  return {
    one: (item) => `${piecesText(writer.entry(item, romaniser))}\n`,
    html: (item) => piecesHtml(writer.entry(item, romaniser)),
    order: (items) => inOrder(items, writer, romaniser),
  };
}

const none = { 'date-parts': [[]] } as const;

const authorsOf = (item: CslItem | undefined): string => (item?.author ?? []).map(({ literal }) => literal).join('\n');

/** The list in the order of its style, with what an entry needs to know of its neighbours. */
function inOrder(items: Iterable<CslItem>, writer: LatinStyleWriter, romaniser: Romaniser): readonly CslItem[] {
  const keyed = [...items].map((item) => {
    const title = romaniser.title(item.title) ?? item.title;
    const date = isoDate(item.issued ?? none);
    return { item, date, title, heading: writer.heading(item, romaniser) };
  });
  keyed.sort(
    (one, other) =>
      byLetters.compare(one.heading, other.heading) ||
      (writer.dated ? byLetters.compare(one.date, other.date) : 0) ||
      byLetters.compare(one.title, other.title) ||
      (one.item.id < other.item.id ? -1 : 1),
  );
  const keyOf = ({ heading, date }: (typeof keyed)[number]): string => `${heading}\n${date.slice(0, 4)}`;
  const groups = new Map<string, (typeof keyed)[number][]>();
  for (const one of keyed) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return keyed.map((one, n) => {
    const group = groups.get(keyOf(one)) ?? [];
    const authors = authorsOf(one.item);
    const same = authors !== '' && authors === authorsOf(keyed[n - 1]?.item);
    return {
      ...one.item,
      ...(writer.letters && group.length > 1 ? { 'year-suffix': letters(group.indexOf(one)) } : {}),
      ...(writer.dashes && same ? { 'same-author': true as const } : {}),
    };
  });
}
