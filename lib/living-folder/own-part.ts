/** The line below which a file is the reader's own. */
export const END_LINE = '<!-- wencun:end -->';

/** A file as its two parts: what is ours above the line, and what the reader wrote below it. */
export interface FileParts {
  readonly ours: string;
  /** With the line end that follows the line; '' where there is none. */
  readonly own: string;
  /** False where the line is gone: nothing of the file is known to be ours. */
  readonly whole: boolean;
}

/** The parts of a file; line ends are as programs of git and Windows may have changed them. */
export function partsOf(text: string): FileParts {
  const at = text.indexOf(END_LINE);
  if (at < 0) return { ours: text, own: '', whole: false };
  return { ours: text.slice(0, at).replaceAll('\r\n', '\n'), own: text.slice(at + END_LINE.length), whole: true };
}

/** The file of both parts. */
export const joinedFile = (ours: string, own: string): string => `${ours}${END_LINE}${own === '' ? '\n' : own}`;
