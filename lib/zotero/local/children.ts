import type { SentPart } from '../../collection/rows.ts';
import { type Outcome, succeed } from '../../essay/outcome.ts';
import type { ZoteroFile } from '../files.ts';
import { md5Hex } from '../md5.ts';
import type { ZoteroNote } from '../notes.ts';
import type { ZoteroProblem } from '../problems.ts';
import { type LocalWay, newKey, readObject, readObjects, type StoredObject } from './write.ts';

/** A note or a file as a child of an item. */
export type Child = { readonly md5: string } & (
  | { readonly note: ZoteroNote; readonly file?: never }
  | { readonly file: ZoteroFile; readonly note?: never }
);

/** What is to be done so that a child stands in Zotero as it is here. */
export interface ChildStep {
  readonly child: Child;
  readonly part: SentPart;
  /** The object to be written before its file goes, null for none. */
  readonly write: object | null;
  /** The MD5 of the file that is replaced, null for none; undefined where no file is to go. */
  readonly replaces?: string | null;
}

const md5OfText = (text: string): string => md5Hex(new TextEncoder().encode(text));

/** The children that an essay's notes and files are. */
export const childrenToSend = (notes: readonly ZoteroNote[], files: readonly ZoteroFile[]): readonly Child[] => [
  ...notes.map((note): Child => ({ note, md5: md5OfText(note.html) })),
  ...files.map((file): Child => ({ file, md5: md5Hex(file.bytes) })),
];

const nameOf = ({ note, file }: Child): string => note?.is ?? file?.is ?? '';

/** A child that Zotero has not yet, with a key of our own, so that sending it twice makes one. */
export function newChild(child: Child, parentItem: string): ChildStep {
  const key = newKey();
  const part = { is: nameOf(child), key, md5: child.md5, stored: '' };
  const common = { key, version: 0, parentItem, tags: [] };
  if (child.note !== undefined) return { child, part, write: { ...common, itemType: 'note', note: child.note.html } };
  const { title, url, charset, name } = child.file;
  const attachment = { linkMode: 'imported_url', title, url, contentType: 'text/html', charset, filename: name };
  return { child, part, write: { ...common, itemType: 'attachment', ...attachment }, replaces: null };
}

/**
 * What is to be done about a child of an item that is in Zotero already. What is as it was sent needs nothing, and is not asked for: if
 * the reader took it away there, it stays away. A note that was changed in Zotero is left, and ours goes beside it.
 */
export async function stepOf(
  way: LocalWay,
  child: Child,
  parentItem: string,
  known: SentPart | undefined,
): Promise<Outcome<ChildStep, ZoteroProblem>> {
  if (known === undefined) return succeed(newChild(child, parentItem));
  if (known.md5 === child.md5) return succeed({ child, part: known, write: null });
  const found = await readObject(way, known.key);
  if (!found.ok) return found;
  if (found.value === null) return succeed(newChild(child, parentItem));
  const part = { ...known, md5: child.md5 };
  if (child.file !== undefined) return succeed({ child, part, write: null, replaces: known.md5 || null });
  const { key, version, data } = found.value;
  if (md5OfText(String(data['note'] ?? '')) !== known.stored) return succeed(newChild(child, parentItem));
  return succeed({ child, part, write: { key, version, note: child.note.html } });
}

/** The parts of an item of which nothing is remembered: files are known by their titles, notes by their words. */
export async function partsInZotero(
  way: LocalWay,
  itemKey: string,
  children: readonly Child[],
): Promise<Outcome<readonly SentPart[], ZoteroProblem>> {
  const found = await readObjects(way, `items/${itemKey}/children`);
  if (!found.ok) return found;
  const matches = ({ data }: StoredObject, { note, file }: Child): boolean =>
    note === undefined ? data['title'] === file.title : data['note'] === note.html;
  return succeed(
    children.flatMap((child): SentPart[] => {
      const there = found.value.find((object) => matches(object, child));
      if (there === undefined) return [];
      const { note = '', md5 = '' } = there.data;
      const isNote = child.note !== undefined;
      return [
        {
          is: nameOf(child),
          key: there.key,
          md5: isNote ? child.md5 : String(md5),
          stored: isNote ? md5OfText(String(note)) : '',
        },
      ];
    }),
  );
}

/** The part with what Zotero stored of its note. */
export const asStored = (part: SentPart, object: StoredObject | undefined): SentPart =>
  typeof object?.data['note'] === 'string' && object.data['itemType'] === 'note'
    ? { ...part, stored: md5OfText(object.data['note']) }
    : part;
