import type { Essay, Provenance } from '../../essay/essay.ts';
import type { FoundField } from '../../essay/found.ts';
import type { PartialDate } from '../../essay/partial-date.ts';

/** What lists tell of an essay; '' and null where none does. */
export interface ListedFacts {
  readonly title: string;
  readonly date: PartialDate | null;
  readonly column?: string;
}

const found = <T>(value: T, raw: string): FoundField<T> => ({ value, raw, place: 'list' });

/** The marks of a title that was cut short. */
const cut = /(?:…|\.{2,})$/;

/** A title is taken where the page has none, or cut it short and the list has more of the same. */
function isFuller(title: string, essay: Essay): boolean {
  if (title === '' || cut.test(title)) return false;
  const isCut = essay.provenance.fields.title?.qualifier === 'truncated';
  return essay.title === '' || (isCut && title.startsWith(essay.title.replace(cut, '')));
}

/** The essay with what lists tell of it where its own page lacks it: title, date of publication and column, each told to be from a list. */
export function withListed(essay: Essay, { title, date, column = '' }: ListedFacts): Essay {
  const told: Provenance['fields'] = {
    ...(isFuller(title, essay) && { title: found(title, title) }),
    ...(essay.publishedOn === null && date !== null && { publishedOn: found(date, date) }),
    ...(essay.column.length === 0 && column !== '' && { column: found([column], column) }),
  };
  return {
    ...essay,
    title: told.title?.value ?? essay.title,
    publishedOn: told.publishedOn?.value ?? essay.publishedOn,
    column: told.column?.value ?? essay.column,
    provenance: { ...essay.provenance, fields: { ...essay.provenance.fields, ...told } },
  };
}

/** What lists told of a kept essay, by its record: to be told again when its page is read anew. */
export function listedOf({ fields }: Pick<Provenance, 'fields'>): ListedFacts {
  const { title, publishedOn, column } = fields;
  return {
    title: title?.place === 'list' ? title.value : '',
    date: publishedOn?.place === 'list' ? publishedOn.value : null,
    column: column?.place === 'list' ? (column.value[0] ?? '') : '',
  };
}
