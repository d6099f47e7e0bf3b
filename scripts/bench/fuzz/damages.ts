import fc from 'fast-check';

/** A damage done to the bytes of a page. */
export type Damage = (bytes: Uint8Array) => Uint8Array;

const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A place in a page, as a share of its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Uint8Array, share: number): number => Math.floor(share * bytes.length);

const cut = place.map(
  (end): Damage =>
    (bytes) =>
      bytes.slice(0, at(bytes, end)),
);
const drop = fc.tuple(place, fc.nat(4000)).map(
  ([from, length]): Damage =>
    (bytes) =>
      join(bytes.subarray(0, at(bytes, from)), bytes.subarray(at(bytes, from) + length)),
);
const repeat = fc.tuple(place, fc.nat(4000)).map(
  ([from, length]): Damage =>
    (bytes) =>
      join(bytes.subarray(0, at(bytes, from) + length), bytes.subarray(at(bytes, from))),
);
const insert = fc
  .tuple(
    place,
    fc.constantFrom(
      '\0\0\0',
      '<',
      '</table>',
      '<table><td>',
      '<!--',
      '-->',
      '<script>',
      '<style>',
      '<p><div><p>',
      '</body></html>',
      '<frameset>',
      '<svg><p>',
      '<math><td>',
      '<template>',
      '<select>',
      '<textarea>',
      '<plaintext>',
      '&#0;&#xD800;&#x110000;',
      '\uFEFF',
      '<a href="http://[">',
      '<base href="data:x">',
      '<img src=x onerror=alert(1)>',
      '<meta charset=utf-7>',
    ),
  )
  .map(
    ([where, text]): Damage =>
      (bytes) =>
        join(bytes.subarray(0, at(bytes, where)), ascii(text), bytes.subarray(at(bytes, where))),
  );
const flip = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 40 }).map(
  (changes): Damage =>
    (bytes) => {
      const changed = bytes.slice();
      for (const [where, value] of changes) changed[at(bytes, where)] = value;
      return changed;
    },
);

/** One to four damages, one upon the other. */
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(fc.oneof(cut, drop, repeat, insert, flip), {
  minLength: 1,
  maxLength: 4,
});
