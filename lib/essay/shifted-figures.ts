/** `0⁰1¹`: plain signs, each with its other form behind it. */
const pairs = (text: string): readonly (readonly [plain: string, other: string])[] =>
  [...text.matchAll(/(.)(.)/gu)].map(([, plain = '', other = '']) => [plain, other]);

const raised = pairs('0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻nⁿ');
const lowered = pairs('0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉');

/** The elements of raised and lowered text. */
export type Shift = 'sup' | 'sub';

const forms = { sup: new Map(raised), sub: new Map(lowered) } as const;
const plains = {
  sup: new Map(raised.map(([plain, other]) => [other, plain])),
  sub: new Map(lowered.map(([plain, other]) => [other, plain])),
} as const;

/** What takes an exponent or an index. Behind Han a raised figure is the mark of a note, and stays a figure. */
const takes = { sup: /[\w)）\]米里]/, sub: /[A-Za-z)）\]]/ } as const;

/** Raised and lowered figures as plain text has them: 10³, m², H₂O. `before` is the sign that they stand behind. */
export function shifted(word: string, tag: Shift, before: string): string {
  const all = [...word].map((sign) => forms[tag].get(sign));
  return takes[tag].test(before) && all.every((sign) => sign !== undefined) ? all.join('') : word;
}

/** The plain sign of a raised or lowered one, which stands in its element; any other sign as it is. */
export const unshifted = (sign: string, tag: Shift): string => plains[tag].get(sign) ?? sign;
