/** An entry of the notebook as it is written out: with its citation, and the address that leads to its words. */
export interface NotebookLine {
  readonly title: string;
  /** The passage, '' for a note on the essay as a whole. */
  readonly words: string;
  readonly note: string;
  /** The colour's name in the reader's language, '' for none. */
  readonly colour: string;
  readonly tags: readonly string[];
  readonly citation: string;
  /** Null where the essay has no address. */
  readonly address: string | null;
}

/** Words of the notebook in the reader's language. */
export interface NotebookWords {
  readonly title: string;
  readonly columns: Readonly<Record<'title' | 'words' | 'note' | 'colour' | 'tags' | 'citation' | 'address', string>>;
}

/** Entries of one essay that follow each other, under its title. */
export function byEssay(lines: readonly NotebookLine[]): readonly (readonly NotebookLine[])[] {
  const groups: NotebookLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0]?.citation === line.citation) last.push(line);
    else groups.push([line]);
  }
  return groups;
}
