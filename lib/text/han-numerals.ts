/** Every sign that pages use for zero in 二〇〇五: the numeral, circles, letters (Latin, Greek, Cyrillic) and 零. */
const zeros = '〇○◯OoΟО0零';
const digits = '一二三四五六七八九';

/** Han digits and the signs for zero, for use inside `[]`. */
export const hanDigit = zeros + digits;

/** The number of a row of Han digits: `二〇〇五` → 2005; NaN when another character stands in it. */
export function numberOfDigits(text: string): number {
  const values = Array.from(text, (sign) => (zeros.includes(sign) ? 0 : digits.indexOf(sign) + 1 || Number.NaN));
  return values.reduce((number, value) => number * 10 + value, 0);
}

/** The number of a Han numeral from 1 to 99: `十二`, `二十一`, `廿三`, `卅`, `初一`, `正` and `元` (the first month); NaN for others. */
export function numberOfHan(text: string): number {
  const plain = text
    .replace(/^[正元]$/, '一')
    .replace(/^初/, '')
    .replace('廿', '二十')
    .replace('卅', '三十');
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(plain);
  if (!parts || plain === '') return Number.NaN;
  const [, tens = '', ten = '', units = ''] = parts;
  if (ten === '') return tens !== '' && units !== '' ? Number.NaN : digits.indexOf(tens + units) + 1;
  return (tens === '' ? 1 : digits.indexOf(tens) + 1) * 10 + (units === '' ? 0 : digits.indexOf(units) + 1);
}

/** The number of a year of the Republic, 1 to 199: `95`, `九十五`, `九五`, `一百零一`, `一〇一`, `元`; NaN for others. */
export function numberOfMinguo(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [, hundred, left = ''] = /^(?:(一?百)[零〇○]?)?(.*)$/.exec(text) ?? [];
  if (hundred !== undefined) return 100 + (left === '' ? 0 : numberOfHan(left));
  const number = numberOfHan(left);
  return Number.isNaN(number) ? numberOfDigits(left) : number;
}
