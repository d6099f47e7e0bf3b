import { textDigest } from './text-digest.ts';

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

/** The parts of a file; line ends and the byte order mark are as programs of git and Windows may have changed them. */
export function partsOf(text: string): FileParts {
  const at = text.indexOf(END_LINE);
  if (at < 0) return { ours: text, own: '', whole: false };
  const ours = text
    .slice(0, at)
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
  return { ours, own: text.slice(at + END_LINE.length), whole: true };
}

/** The file of both parts. */
export const joinedFile = (ours: string, own: string): string => `${ours}${END_LINE}${own === '' ? '\n' : own}`;

/** The last line of the front matter: SHA-256 of the rest of what is ours, by which a change by hand is seen, whatever is remembered. */
const seal = /^wencun_hash: ([0-9a-f]{64})\n/m;

/** Our part with its seal. A text that holds the line itself, as code may, has it with one blank more. */
export async function sealed(markdown: string): Promise<string> {
  const text = markdown.replaceAll(END_LINE, END_LINE.replace(' -->', '  -->'));
  const end = text.indexOf('\n---\n') + 1;
  return `${text.slice(0, end)}wencun_hash: ${await textDigest(text)}\n${text.slice(end)}`;
}

/** True for a part that stands as it was written. */
export async function isSealed({ ours, whole }: FileParts): Promise<boolean> {
  const digest = seal.exec(ours)?.[1];
  return whole && digest !== undefined && digest === (await textDigest(ours.replace(seal, '')));
}

/** The id of the essay whose file this is, by its front matter; '' for none of ours. */
export const idOfFile = (text: string): string => /^id: "([^"\n]+)"\r?$/m.exec(partsOf(text).ours)?.[1] ?? '';
