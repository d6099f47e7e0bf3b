/** A change of a regular expression: another source text of its pattern. */
export type PatternChange = string;

const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/u;
const swapped = new Map([
  ['(?=', '(?!'],
  ['(?!', '(?='],
  ['(?<=', '(?<!'],
  ['(?<!', '(?<='],
]);
const swappedEscape = new Map([
  ['\\d', '\\D'],
  ['\\D', '\\d'],
  ['\\s', '\\S'],
  ['\\S', '\\s'],
  ['\\w', '\\W'],
  ['\\W', '\\w'],
  ['\\b', '\\B'],
  ['\\p', '\\P'],
]);

const isPattern = (source: string, flags: string): boolean => {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
};

/**
 * The ways to break a pattern: an anchor or a quantifier left out, a class, a look-around or an escaped class turned
 * into its opposite. Words of alternatives are vocabulary and stay.
 */
export function breakPattern(source: string, flags: string): PatternChange[] {
  const changes: PatternChange[] = [];
  const put = (at: number, length: number, instead: string): void => {
    changes.push(source.slice(0, at) + instead + source.slice(at + length));
  };
  let inClass = false;
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const escaped = /^\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|k<[^>]*>|.)/su.exec(rest)?.[0];
    const group = /^\(\?(?:<?[=!])/u.exec(rest)?.[0];
    const times = inClass ? undefined : quantifier.exec(rest)?.[0];
    if (escaped !== undefined) {
      const opposite = swappedEscape.get(escaped.slice(0, 2));
      if (opposite !== undefined) put(at, 2, opposite);
      at += escaped.length;
    } else if (inClass) {
      inClass = source[at] !== ']';
      at += 1;
    } else if (group !== undefined) {
      put(at, group.length, swapped.get(group) ?? group);
      at += group.length;
    } else if (rest.startsWith('(?')) {
      at += 2;
    } else if (source[at] === '[') {
      inClass = true;
      const negated = source[at + 1] === '^';
      put(at, negated ? 2 : 1, negated ? '[' : '[^');
      at += negated ? 2 : 1;
    } else if (source[at] === '^' || source[at] === '$') {
      put(at, 1, '');
      at += 1;
    } else if (times !== undefined) {
      put(at, times.length, '');
      at += times.length;
    } else {
      at += 1;
    }
  }
  return changes.filter((change) => change !== '' && isPattern(change, flags));
}
