import * as v from 'valibot';

/** The attachment that holds the bytes of a file: a document has nothing else. */
const ATTACHMENT = 'bytes';

/** The document that a file is. Its id has colons for slashes, which servers that stand before a CouchDB often take for a path's own. */
export const documentIdOf = (path: string): string => path.replaceAll('/', ':');
/** Where the bytes of a file are, below the address of the database. */
export const bytesPath = (path: string): string => `${documentIdOf(path)}/${ATTACHMENT}`;

/** The file that a document of a folder is; null for one that stands in a folder of that. */
export function fileNameWithin(folder: string, id: string): string | null {
  const name = id.slice(folder.length + 1);
  return name.includes(':') ? null : name;
}

/** What asks for all documents of a folder with what stands beside each, and for no bytes. */
export function listedIn(folder: string): Readonly<Record<string, string>> {
  const first = `${documentIdOf(folder)}:`;
  const keys = { startkey: JSON.stringify(first), endkey: JSON.stringify(`${first}\ufff0`) };
  return { ...keys, include_docs: 'true', conflicts: 'true' };
}

const revision = v.pipe(v.string(), v.regex(/^\d+-\w+$/));
const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const document = v.object({
  _rev: revision,
  _conflicts: v.optional(v.array(revision), []),
  _attachments: v.optional(v.object({ [ATTACHMENT]: v.optional(v.object({ length: size })) }), {}),
});

/** A document without its bytes. */
export const documentAnswer = v.pipe(
  document,
  v.transform(({ _rev, _conflicts, _attachments }) => ({
    rev: _rev,
    conflicts: _conflicts,
    size: _attachments[ATTACHMENT]?.length ?? null,
  })),
);
/** What `_all_docs` lists. */
export const listingAnswer = v.object({ rows: v.array(v.object({ id: v.string(), doc: documentAnswer })) });
/** What a server says of one that it wrote. */
export const writtenAnswer = v.object({ rev: revision });
/** What `_bulk_docs` says of each: PouchDB's servers say true and no more. */
export const bulkAnswer = v.array(v.object({ error: v.optional(v.union([v.string(), v.boolean()])) }));
/** What a database says of itself. */
export const databaseAnswer = v.object({ db_name: v.string() });
