import type { Collection } from '../../../lib/collection/collection.ts';
import type { ColumnOffer } from '../../../lib/messages/protocol.ts';
import type { Wanted } from '../../../lib/queue-plan/job.ts';
import { isFetchable, originsOf, wantedEssay, wantedList } from '../../../lib/queue-plan/wanted.ts';
import type { ColumnSurvey } from '../../column/contract.ts';
import { keptMark } from '../describe-page.ts';
import { columnOf, frameToRead } from '../frames.ts';

/** The column that a tab lists, with what is kept of it already; null when it lists none. */
export async function offerColumn(collection: Collection, tabId: number): Promise<ColumnOffer | null> {
  const frame = await frameToRead(tabId);
  if (!frame.ok || frame.value.survey.recognition.portal) return null;
  const column = await columnOf(frame.value);
  if (column === null) return null;
  const { address, title, rows } = column;
  const essays = column.essays.filter((essay) => isFetchable(essay.address));
  if (essays.length === 0) return null;
  const wanted = wantedOf(column);
  return {
    address,
    title,
    essays: await Promise.all(
      essays.map(async (essay) => ({ ...essay, kept: (await keptMark(collection, essay.original)) !== null })),
    ),
    pages: column.pages.length + (hasUnlistedNext(column) ? 1 : 0),
    job: { kind: 'column', title, address, wanted, origins: originsOf(wanted.map((one) => one.address)), rows },
  };
}

/**
 * What the queue starts with, in the column's order. The essays of the page at hand are known and need no fetching of their
 * list; on a later page of the list, all its pages are fetched, since the essays of the earlier ones come first.
 */
function wantedOf(column: ColumnSurvey): readonly Wanted[] {
  const lists = [...column.pages, ...(hasUnlistedNext(column) && column.next !== null ? [column.next] : [])];
  const wanted =
    lists[0] === column.address
      ? [...column.essays.map(wantedEssay), ...lists.slice(1).map(wantedList)]
      : lists.map(wantedList);
  return wanted.filter(({ address }) => isFetchable(address));
}

/** A pager may tell the page behind, and no numbers. */
const hasUnlistedNext = ({ pages, next }: ColumnSurvey): boolean => next !== null && !pages.includes(next);
