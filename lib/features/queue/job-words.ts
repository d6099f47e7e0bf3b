import { i18n } from '#i18n';
import type { JobSummary } from '../../collection/jobs.ts';
import type { JobRow } from '../../collection/rows.ts';
import { type Manners, politely } from '../../queue-plan/answer.ts';

/** What the reader knows a queue by, as part of a sentence: `《理论研究》`, `网址清单`. */
export function jobName({ kind, title }: Pick<JobRow, 'kind' | 'title'>): string {
  if (kind === 'harvest') return i18n.t('queue.harvest', [title]);
  if (kind !== 'column') return i18n.t(kind === 'tabs' ? 'queue.tabs' : 'queue.addresses');
  return title === '' ? i18n.t('queue.columnNameless') : i18n.t('queue.column', [title]);
}

/** How far a queue is, in essays. */
export function progressOf({ counts }: Pick<JobSummary, 'counts'>): { readonly done: number; readonly of: number } {
  const done = counts.kept + counts.already + counts.failed;
  return { done, of: done + counts.waiting + counts.asked };
}

/** What a queue's progress is drawn in. */
export const moodOf = (state: JobRow['state']): 'working' | 'resting' | 'done' =>
  state === 'running' ? 'working' : state === 'done' ? 'done' : 'resting';

/** Milliseconds that a server takes to answer, next to the rest before it is asked again. */
const answering = 1000;

/** Milliseconds that so many pages of one site take, about. */
export const timeFor = (pages: number, { rest }: Pick<Manners, 'rest'> = politely): number =>
  pages * ((rest[0] + rest[1]) / 2 + answering);
