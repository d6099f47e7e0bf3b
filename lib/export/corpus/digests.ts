import { sha256Hex } from '../../essay/fixity.ts';
import type { ExportRecord } from '../record.ts';

/** What the text of an essay, and the page that it was read from, are known by: SHA-256, lower-case hex. */
export interface Digests {
  /** Of the text's UTF-8. */
  readonly text: string;
  /** Of the page's bytes; null where nobody has them. */
  readonly original: string | null;
}

/** The digests of an essay; of one that nobody took in a browser, that of the file it was read from. */
export async function digestsOf(record: ExportRecord): Promise<Digests> {
  const text = await sha256Hex(new TextEncoder().encode(record.essay.text));
  if (record.capture !== null) return { text, original: record.capture.sha256 };
  for await (const { capture } of record.originals()) return { text, original: capture.sha256 };
  return { text, original: null };
}
