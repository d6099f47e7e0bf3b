import { randomOf } from '../../collection/made-essays.ts';

/** Draws numbers from 0 up to, not including, a number. */
export type Draw = (below: number) => number;

/** Draws that are the same for the same seed. */
export function drawsOf(seed: number): Draw {
  const random = randomOf(seed);
  return (below) => Math.floor(random() * below);
}

type Bytes = Uint8Array<ArrayBuffer>;
type Damage = (bytes: Bytes, draw: Draw) => Bytes;

export const joined = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Changes each number that stands in the text of the file to an absurd one here and there: lengths, ports, dates. */
const absurdNumbers: Damage = (bytes, draw) => {
  const text = new TextDecoder('latin1').decode(bytes);
  const absurd = ['-1', '0', '4294967295', '99999999999999999999', '1e9', '', 'NaN'];
  const changed = text.replace(/\d{2,}/g, (digits) => (draw(12) === 0 ? (absurd[draw(absurd.length)] ?? '') : digits));
  return Uint8Array.from(changed, (character) => character.charCodeAt(0));
};

/** What bad disks, broken downloads and hostile hands do to a file, whatever its kind. */
const damages: readonly Damage[] = [
  // Cut off; a piece missing, doubled, put in, or overwritten; single bytes changed, few or many; the end, where directories are.
  (bytes, draw) => bytes.slice(0, draw(bytes.length)),
  (bytes, draw) => {
    const at = draw(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + draw(3000)));
  },
  (bytes, draw) => {
    const at = draw(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - draw(3000))));
  },
  (bytes, draw) => {
    const at = draw(bytes.length);
    return joined(bytes.subarray(0, at), new Uint8Array(1 + draw(400)).fill(draw(256)), bytes.subarray(at));
  },
  (bytes, draw) => {
    const at = draw(bytes.length);
    return bytes.slice().fill(draw(256), at, at + 1 + draw(2000));
  },
  (bytes, draw) => {
    const copy = bytes.slice();
    for (let times = 1 + draw(40); times > 0; times -= 1) copy[draw(copy.length)] = draw(256);
    return copy;
  },
  (bytes, draw) => {
    const copy = bytes.slice();
    const end = Math.min(400, copy.length);
    for (let times = 1 + draw(6); times > 0; times -= 1) copy[copy.length - 1 - draw(end)] = draw(256);
    return copy;
  },
  absurdNumbers,
];

/** The file damaged in one way. */
export const damage: Damage = (bytes, draw) => damages[draw(damages.length)]?.(bytes, draw) ?? bytes;
