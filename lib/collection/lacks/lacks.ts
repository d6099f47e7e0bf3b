import { type BodyRow, type EssayRow, type Lack, lackNames } from '../rows.ts';

/** A character that could not be read, and the mark that stands for a letter which was a picture. */
const unread = /[\uFFFD〓]/u;

/** True for a title that is none, that its page had cut short, or that has characters which could not be read. */
const isDoubtful = ({ title, provenance }: BodyRow): boolean =>
  title === '' || unread.test(title) || provenance.fields.title?.qualifier === 'truncated';

/** What an essay lacks by its body; of its images, which no body tells of, by what was known before. In the order of `lackNames`. */
export function lacksOf(body: BodyRow, before: readonly Lack[] = []): readonly Lack[] {
  const has: Readonly<Record<Lack, boolean>> = {
    'missing-pages': body.provenance.missingPages.length > 0,
    'missing-images': before.includes('missing-images'),
    'doubtful-title': isDoubtful(body),
  };
  return lackNames.filter((name) => has[name]);
}

/** The row with what it lacks; the row itself where it lacks that already. */
export function withLacks(row: EssayRow, lacks: readonly Lack[]): EssayRow {
  if ((row.lacks ?? []).join() === lacks.join()) return row;
  const { lacks: _, ...rest } = row;
  return lacks.length === 0 ? rest : { ...rest, lacks };
}
