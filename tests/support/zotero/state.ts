/** An object of the stand-in, as Zotero's JSON has it. */
export interface StandInObject {
  readonly key: string;
  version: number;
  data: Record<string, unknown>;
}

/** A file of an attachment. */
export interface StandInFile {
  readonly bytes: Buffer;
  readonly md5: string;
  readonly name: string;
}

/** What a test has Zotero be: its version, what it lets in, and what its reader answers. */
export interface StandInOptions {
  version: string;
  localApi: 'none' | 'off' | 'open';
  /** What the reader answers when Zotero asks whether a program may write. */
  answer: 'always' | 'once' | 'deny';
  editable: boolean;
  filesEditable: boolean;
  /** Zotero's own number of the place that is selected: `L1`, `C2`. */
  selected: string;
}

/** A place of the tree. */
export interface StandInPlace {
  readonly id: string;
  readonly name: string;
  readonly level: number;
  /** Key of a collection, '' for a library. */
  readonly key: string;
  readonly parent: string;
}

/** The tree: the reader's library with collections one in another, and a group. */
export const places: readonly StandInPlace[] = [
  { id: 'L1', name: '我的文库', level: 0, key: '', parent: '' },
  { id: 'C2', name: '党史', level: 1, key: 'PARTY222', parent: '' },
  { id: 'C3', name: '县域', level: 2, key: 'COUNTY33', parent: 'PARTY222' },
  { id: 'C4', name: '县域', level: 1, key: 'COUNTY44', parent: '' },
  { id: 'L5', name: '课题组', level: 0, key: '', parent: '' },
  { id: 'C6', name: '县域', level: 1, key: 'COUNTY66', parent: '' },
];

/** What the stand-in holds. */
export interface StandInState {
  readonly options: StandInOptions;
  readonly objects: Map<string, StandInObject>;
  readonly files: Map<string, StandInFile>;
  /** Sessions of the connector: what it calls an item → the item's key. */
  readonly sessions: Map<string, Map<string, string>>;
  readonly uploads: Map<
    string,
    { readonly item: string; readonly md5: string; readonly name: string; bytes: Buffer | null }
  >;
  /** Keys that let programs write; `once` ends with its first use. */
  readonly keys: Map<string, 'always' | 'once'>;
  /** What was asked, in order: `POST /connector/ping 200`. */
  readonly log: string[];
  library: number;
}

/** A Zotero with nothing in it. */
export const emptyState = (options: Partial<StandInOptions> = {}): StandInState => ({
  options: {
    version: '9.0.6',
    localApi: 'none',
    answer: 'always',
    editable: true,
    filesEditable: true,
    selected: 'C2',
    ...options,
  },
  objects: new Map(),
  files: new Map(),
  sessions: new Map(),
  uploads: new Map(),
  keys: new Map(),
  log: [],
  library: 1,
});

/** Stores an object, new or changed. */
export function store(state: StandInState, key: string, data: Record<string, unknown>): StandInObject {
  state.library += 1;
  const object = { key, version: state.library, data: { ...data, key, version: state.library } };
  state.objects.set(key, object);
  return object;
}
