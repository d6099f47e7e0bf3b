import { simplifyWords } from './traditional.ts';

/** A label, a paper or an account, and a sign. */
const lead = '(?<lead>[^，。；！？\\d]{0,16}?(?:[\\s\\u3000:：|｜·–—-]|[发更][布表新][于於]?))?\\s*';
const ago =
  '(?<count>\\d{1,3})\\s*[个個]?(?<unit>[秒分时天日周週月年]|小时|星期|[a-z]{3,7})[钟鐘]?\\s*(?:[之以]?前|ago)';
/** Texts and verse name days and years as well: a clock, or what stands before, makes credits of them. */
const named =
  '(?<named>[刚剛]{2}|[昨前今][天日]|上[周週][一二三四五六日天])(?<clock>\\s*\\d\\d?[:：]\\d\\d(?:[:：]\\d\\d)?)?';
const pattern = new RegExp(`^${lead}(?:${ago}|${named})$`, 'iu');
const longest = 40;

/**
 * What a line says that tells how long ago the page was put up, and nothing else: `星島日報 – 3小時前`, `昨天 10:22`, `2 hours ago`; null for
 * another line. In groups: `lead`, and `count` and `unit` or `named`.
 */
export function relativeTime(text: string): Readonly<Record<string, string | undefined>> | null {
  const groups = text.length > longest ? undefined : pattern.exec(simplifyWords(text.trim()))?.groups;
  const { lead: before, count, unit, clock } = groups ?? {};
  return groups && (before ?? clock ?? (count && !/^[年y]/i.test(unit ?? ''))) ? groups : null;
}
