/** One question of an attribute. */
interface Test {
  readonly name: string;
  readonly holds: (value: string) => boolean;
}

/** A selector of one element, without siblings and pseudo-classes. */
export interface Simple {
  readonly tag: string | null;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  readonly tests: readonly Test[];
  /** What the element must not be. */
  readonly not: readonly Simple[];
  /** What the element must stand in; null for anywhere. */
  readonly within: Within | null;
}

/** An element around another: its parent, or any further out. */
interface Within {
  readonly around: Simple;
  readonly isParent: boolean;
}

/** Reads a selector; null for one that is not simple. */
export type SelectorParser = (selector: string) => readonly Simple[] | null;

/** Attributes whose values HTML compares as they are written. */
const exact = /^(?:href|src|id|name|content|property|style|data-[\w-]+|sudyfile-attr)$/;
/** Attributes whose values HTML compares without case (HTML standard, "Case-sensitivity of selectors"): those that are asked for. */
const caseless = /^(?:rel|type)$/;
const compound = /^([a-z][a-z0-9-]*|\*)?((?:[.#][\w-]+|\[[^\]]*\]|:not\([^()]*\))*)$/i;
const part = /[.#][\w-]+|\[[^\]]*\]|:not\(([^()]*)\)/g;
/** What parts an element from the one around it; a space within brackets does not. */
const combinator = /(\s*>\s*|\s+)(?![^[]*\]|[^(]*\))/;
const attribute = /^\[\s*([\w-]+)\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*(i)?)?\s*\]$/i;

/** A comma that no attribute's value holds. */
const outerComma = /,(?![^[]*\])/;
/** `[class]:is(.a, .b)`, which asks as `.a[class], .b[class]` does. */
const anyOf = /(?<=^|,)\s*(?:\*|(\[[\w-]+\])):is\((.*?)\)(?=,|$)/g;

/** The parts of a list of simple selectors; null for one that asks for more. */
export function parseSelector(selector: string): readonly Simple[] | null {
  const spread = selector.replace(anyOf, (_, own: string = '', list: string) =>
    list
      .split(outerComma)
      .map((one) => one + own)
      .join(),
  );
  const simple = spread.split(outerComma).map((one) => parseChain(one.trim()));
  return simple.every((one) => one !== null) ? simple : null;
}

/** Reads elements that stand in each other, the outermost first: `#main > h1`. */
function parseChain(text: string): Simple | null {
  const [first = '', ...rest] = text.split(combinator);
  let chain = parseSimple(first, null);
  for (let at = 0; at < rest.length && chain !== null; at += 2)
    chain = parseSimple(rest[at + 1] ?? '', { around: chain, isParent: rest[at]?.includes('>') ?? false });
  return chain;
}

function parseSimple(text: string, within: Within | null): Simple | null {
  const [, tag, rest = ''] = compound.exec(text) ?? [];
  if (text === '' || !compound.test(text)) return null;
  const ids: string[] = [];
  const classes: string[] = [];
  const tests: Test[] = [];
  const not: Simple[] = [];
  for (const [one, inner] of rest.matchAll(part)) {
    if (one.startsWith('.')) classes.push(one.slice(1));
    else if (one.startsWith('#')) ids.push(one.slice(1));
    else if (inner !== undefined) {
      const other = parseSimple(inner.trim(), null);
      if (other === null) return null;
      not.push(other);
    } else {
      const test = parseTest(one);
      if (test === null) return null;
      tests.push(test);
    }
  }
  return { tag: tag === undefined || tag === '*' ? null : tag.toLowerCase(), ids, classes, tests, not, within };
}

function parseTest(text: string): Test | null {
  const [, name = '', sign, ...values] = attribute.exec(text) ?? [];
  if (name === '') return null;
  const lower = name.toLowerCase();
  if (sign === undefined) return { name: lower, holds: () => true };
  const [double, single, bare, flag] = values;
  const wanted = double ?? single ?? bare ?? '';
  const folded = flag !== undefined || caseless.test(lower);
  if (wanted === '' || (!folded && !exact.test(lower))) return null;
  const fold = (value: string): string => (folded ? value.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : value);
  const want = fold(wanted);
  switch (sign) {
    case '=':
      return { name: lower, holds: (value) => fold(value) === want };
    case '*=':
      return { name: lower, holds: (value) => fold(value).includes(want) };
    case '^=':
      return { name: lower, holds: (value) => fold(value).startsWith(want) };
    case '$=':
      return { name: lower, holds: (value) => fold(value).endsWith(want) };
    case '~=':
      return {
        name: lower,
        holds: (value) =>
          fold(value)
            .split(/[ \t\r\n\f]+/)
            .includes(want),
      };
    default:
      return null;
  }
}

/** Reads each selector once. */
export function rememberingParser(): SelectorParser {
  const known = new Map<string, ReturnType<SelectorParser>>();
  return (selector) => {
    const found = known.get(selector);
    if (found !== undefined) return found;
    const read = parseSelector(selector);
    known.set(selector, read);
    return read;
  };
}
