import * as v from 'valibot';
import { fieldText, partialDateShape, type ShapeOf } from '../collection/shapes.ts';
import type { ListedEssay, ListPage } from '../listing/list-page.ts';
import type { Choice, QueueTarget } from '../queue-plan/choose.ts';
import { mostItems, type Wanted } from '../queue-plan/job.ts';
import type { NewJob } from '../queue-plan/new-job.ts';
import { isFetchable } from '../queue-plan/wanted.ts';
import type { YearRule } from '../queue-plan/years.ts';

/* What pages tell of lists, and what is to be fetched, is checked here: addresses come from strangers. */

/** Longest address that is fetched. Servers of that time took less. */
const ADDRESS = 4000;

/** Most captures of one page that a queue is told of. */
const mostCaptures = 100;

const webAddress = v.pipe(v.string(), v.maxLength(ADDRESS), v.check(isFetchable));
/** An address to fetch from, or an original one, which nobody fetches. */
const anyAddress = v.pipe(v.string(), v.maxLength(ADDRESS));
const date = v.nullable(partialDateShape);
const many = <S extends v.GenericSchema>(entry: S) => v.pipe(v.array(entry), v.maxLength(mostItems), v.readonly());

const listedEssay = v.strictObject({
  address: anyAddress,
  original: anyAddress,
  title: fieldText,
  date,
} satisfies ShapeOf<ListedEssay>);

const listShape = {
  essays: many(listedEssay),
  pages: many(anyAddress),
  next: v.nullable(anyAddress),
  rows: fieldText,
} satisfies ShapeOf<ListPage>;

const column = v.strictObject({ ...listShape, address: webAddress, title: fieldText });

const wanted = v.strictObject({
  kind: v.picklist(['list', 'essay']),
  address: webAddress,
  key: anyAddress,
  title: fieldText,
  date,
  column: v.exactOptional(fieldText),
  others: v.exactOptional(v.pipe(v.array(webAddress), v.maxLength(mostCaptures), v.readonly())),
  digests: v.exactOptional(v.pipe(v.record(anyAddress, v.pipe(v.string(), v.maxLength(100))), v.readonly())),
} satisfies ShapeOf<Wanted>);

const into = v.strictObject({
  shelf: fieldText,
  tags: v.pipe(v.array(fieldText), v.readonly()),
} satisfies ShapeOf<QueueTarget>);

const years = v.strictObject({
  from: v.number(),
  to: v.number(),
  undated: v.boolean(),
} satisfies ShapeOf<YearRule>);

/** A reader's choice among what a queue has found. */
export const choiceShape = v.strictObject({
  unchosen: many(v.pipe(v.number(), v.integer(), v.minValue(0))),
  years: v.nullable(years),
  into,
  notify: v.boolean(),
} satisfies ShapeOf<Choice>);

const newJob = v.strictObject({
  id: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
  kind: v.picklist(['column', 'tabs', 'addresses', 'harvest']),
  title: fieldText,
  address: anyAddress,
  wanted: many(wanted),
  origins: many(fieldText),
  rows: fieldText,
  choosing: v.exactOptional(v.literal(true)),
  wishes: v.exactOptional(v.strictObject({ into, notify: v.boolean() })),
} satisfies ShapeOf<NewJob>);

/** A column as the clipper saw it in a frame, or null when it is none. */
export const validColumn = (sent: unknown) => (v.is(column, sent) ? sent : null);

/** A queue to start, or null when it is none. */
export const validNewJob = (sent: unknown): NewJob | null => (v.is(newJob, sent) ? sent : null);
