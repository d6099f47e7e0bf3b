import { attributeOf, closest, parentElementOf } from '../dom/tree.ts';
import type { Line } from '../lines/line.ts';
import { readDate } from '../text/dates.ts';
import { relativeTime } from '../text/relative-time.ts';
import type { FoundFields } from './found-fields.ts';
import { readSource } from './source.ts';

/** Portals are Chinese: their days begin eight hours before those of UTC, which archives count by. In milliseconds. */
const chinaAhead = 8 * 3_600_000;
const daysOf: Readonly<Record<string, number>> = { 昨: 1, 前: 2, 今: 0, 刚: 0, 剛: 0 };
const paper = /[报報網网社刊台]$/u;

/**
 * The day that the first such line of a page means: told exactly by the element that says it (`<abbr title="2012-01-12T08:45:00Z">3小時前`), or
 * counted back from the capture, as precise as the unit, and then marked `derived`. A paper before it is the source.
 */
export function readRelativeDate(lines: readonly Line[], capturedAt: string | null): FoundFields {
  for (const line of lines) {
    const said = relativeTime(line.text);
    const exact = exactDay(line, said !== null);
    if (!said && !exact) continue;
    const place = 'credit-line';
    const name = line.text.slice(0, said?.['lead']?.length ?? 0).replace(/[\s\u3000:：|｜·–—-]+$/u, '');
    const source = paper.test(name) ? readSource(name) : null;
    const counted = said && !exact && capturedAt ? dayBefore(said, capturedAt) : null;
    return {
      ...(exact ? { publishedOn: { value: exact, raw: line.text, place } } : {}),
      ...(counted ? { publishedOn: { value: counted, raw: line.text, place, qualifier: 'derived' } } : {}),
      ...(source ? { source: { value: source.source, raw: name, place } } : {}),
    };
  }
  return {};
}

/** What `<time datetime>` says, and of a relative time also a title. */
function exactDay({ nodes }: Line, isRelative: boolean): string | null {
  for (const node of nodes) {
    const told = closest(parentElementOf(node), isRelative ? '[datetime], [title]' : 'time[datetime]');
    const day = told && readDate(attributeOf(told, 'datetime') ?? attributeOf(told, 'title') ?? '')?.value;
    if (day) return day;
  }
  return null;
}

/** The day counted back from a capture; null where the capture's own day is not known, or the words name none. */
function dayBefore(
  { count, unit = '', named }: Readonly<Record<string, string | undefined>>,
  capturedAt: string,
): string | null {
  if (capturedAt.length < 10) return null;
  const days = count === undefined ? daysOf[named?.charAt(0) ?? ''] : 0;
  if (days === undefined) return null;
  const number = Number(count ?? 0);
  const isMoment = capturedAt.length > 10;
  const moment = new Date(Date.parse(isMoment ? capturedAt : `${capturedAt}T00:00:00Z`) + (isMoment ? chinaAhead : 0));
  if (/^(?:月|mon)/i.test(unit)) moment.setUTCMonth(moment.getUTCMonth() - number, 1);
  else if (/^(?:年|y)/i.test(unit)) moment.setUTCFullYear(moment.getUTCFullYear() - number, 0, 1);
  else if (/^小?时|^h/i.test(unit)) moment.setUTCHours(moment.getUTCHours() - number);
  else if (/^分|^min/i.test(unit)) moment.setUTCMinutes(moment.getUTCMinutes() - number);
  else if (!/^秒|^sec/i.test(unit))
    moment.setUTCDate(moment.getUTCDate() - (days || number * (/^[周週星w]/i.test(unit) ? 7 : 1)));
  const precision = /^(?:年|y)/i.test(unit) ? 4 : /^(?:月|mon)/i.test(unit) ? 7 : 10;
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString().slice(0, precision);
}
