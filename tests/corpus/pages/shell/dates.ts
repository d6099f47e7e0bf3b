import type { Moment } from '../article.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** A moment's day, as the record has it. */
export const isoDay = ({ year, month, day }: Moment): string => `${year}-${two(month)}-${two(day)}`;

/** The ways in which pages write a moment. */
export const written = {
  dashes: isoDay,
  dashesShort: ({ year, month, day }: Moment) => `${year}-${month}-${day}`,
  dashesTime: (m: Moment) => `${m.year}-${m.month}-${m.day} ${m.hour}:${two(m.minute)}:${two(m.second)}`,
  dashesMinutes: (m: Moment) => `${isoDay(m)} ${two(m.hour)}:${two(m.minute)}`,
  slashes: ({ year, month, day }: Moment) => `${year}/${two(month)}/${two(day)}`,
  dots: ({ year, month, day }: Moment) => `${year}.${two(month)}.${two(day)}`,
  han: ({ year, month, day }: Moment) => `${year}年${month}月${day}日`,
  hanPadded: ({ year, month, day }: Moment) => `${year}年${two(month)}月${two(day)}日`,
  bracketed: ({ year, month, day }: Moment) => `[${year}-${month}-${day}]`,
} as const;

/** The 14 digits of an archive's capture, a year and a bit after posting. */
export const captureStamp = ({ year, month, day, minute, second }: Moment): string =>
  `${year + 1}${two(month)}${two(day)}20${two(minute)}${two(second)}`;
