import type { Catalogue } from '../captures/catalogue.ts';
import type { NamedEssay } from './listed-essays.ts';

/** An essay that a list names and no archive has: for a historian that is a finding. */
export interface LostEssay extends NamedEssay {
  /** `no-capture`: nobody captured it. `no-good-capture`: what was captured under its address is no text of it. */
  readonly why: 'no-capture' | 'no-good-capture';
}

/**
 * The essays that lists name and that cannot be had. The catalogue must hold the whole index of the site: one that was asked for some years
 * alone would call lost what was captured in others. `failed` are folded addresses of which every capture was tried in vain.
 */
export function lostEssays(
  listed: Iterable<NamedEssay>,
  catalogue: Pick<Catalogue, 'get'>,
  failed: ReadonlySet<string> = new Set(),
): readonly LostEssay[] {
  const lost: LostEssay[] = [];
  for (const essay of listed) {
    if (!essay.isEssay) continue;
    const had = (catalogue.get(essay.key)?.count ?? 0) > 0;
    if (!had) lost.push({ ...essay, why: 'no-capture' });
    else if (failed.has(essay.key)) lost.push({ ...essay, why: 'no-good-capture' });
  }
  return lost.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? '') || (one.key < other.key ? -1 : 1));
}

/** Names of the columns of `lostTable`. */
const columns = ['title', 'date', 'column', 'address', 'list', 'listed_at', 'why'] as const;

/** The lost essays as CSV (RFC 4180), in UTF-8 with its mark, so that tables open it as Chinese. */
export function lostTable(lost: readonly LostEssay[]): string {
  const rows = lost.map(({ title, date, column, address, list, listedAt, why }) => [
    title,
    date ?? '',
    column,
    address,
    list,
    listedAt,
    why,
  ]);
  return `\ufeff${[columns, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** A value that a table would take for a formula is set off by an apostrophe. */
function quoted(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
