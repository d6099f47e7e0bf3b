import { momentOfTimestamp, type PartialMoment } from '../../essay/partial-date.ts';

// English first, then the other languages that replays were shown in; accents are taken off before looking.
const MONTHS = [
  /^jan|^ene|^gen/,
  /^feb|^fev/,
  /^mar|^mrz|^mrt/,
  /^apr|^avr|^abr/,
  /^may|^mai|^mei|^mag/,
  /^jun|^juin|^giu/,
  /^jul|^juil|^lug/,
  /^aug|^aou|^ago/,
  /^sep|^set/,
  /^oct|^okt|^ott|^out/,
  /^nov/,
  /^dec|^dez|^dic/,
];
const HAN = '一二三四五六七八九';

/**
 * The moment in the Wayback Machine's own words, UTC: `20:53:27 Jul 2, 2007`, with the month in several languages,
 * or 14 digits as before 2006; null when there is none. Takes what follows ARCHIVED ON, not what follows RETRIEVED.
 */
export function readWaybackDate(text: string): PartialMoment | null {
  const digits = /ARCHIVED ON (\d{14})\b/.exec(text)?.[1];
  if (digits !== undefined) return momentOfTimestamp(digits);
  const [, clock = '', name = '', day = '', year = ''] =
    /(\d{1,2}:\d\d:\d\d) (\S{1,12}?)\.? (\d{1,2}),? (\d{4})/.exec(text) ?? [];
  const two = (n: number | string): string => String(n).padStart(2, '0');
  return momentOfTimestamp(`${year}${two(readMonth(name))}${two(day)}${clock.replace(/\D/g, '').padStart(6, '0')}`);
}

/** The month's number, 0 for none that is known. */
function readMonth(name: string): number {
  const [, number, han] = /^(?:(\d{1,2})|(十?[一二三四五六七八九]|十))月$/.exec(name) ?? [];
  if (number !== undefined) return Number(number);
  if (han !== undefined) return (han.startsWith('十') ? 10 : 0) + HAN.indexOf(han.at(-1) ?? '') + 1;
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
  return MONTHS.findIndex((month) => month.test(plain)) + 1;
}
