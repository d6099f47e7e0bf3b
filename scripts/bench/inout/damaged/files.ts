import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, zipSync } from 'fflate';
import { root } from '../../../build.ts';
import { crawlOf } from '../made-warc.ts';
import { type Draw, damage, drawsOf } from './damages.ts';
import { hostileMhts, hostileWarcs, hostileZips } from './hostile.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A kind of file that essays come in by. */
export type Kind = 'mht' | 'warc' | 'wacz' | 'zip';
export const kinds: readonly Kind[] = ['mht', 'warc', 'wacz', 'zip'];

/** A file for an import. */
export interface DamagedFile {
  readonly name: string;
  readonly bytes: Bytes;
}

/** The sample pages of a form. */
function samples(form: 'html' | 'mht'): readonly Bytes[] {
  const folder = join(root, 'tests/pages');
  return readdirSync(folder)
    .map((slug) => join(folder, slug))
    .filter((page) => readdirSync(page).includes(`source.${form}`))
    .map((page) => new Uint8Array(readFileSync(join(page, `source.${form}`))));
}

const RECORDS = 12;

/** Whole files of a kind, to be damaged. */
function wholeFiles(kind: Kind): readonly Bytes[] {
  const packed = Uint8Array.from(Buffer.concat([...crawlOf(RECORDS).records]));
  if (kind === 'mht') return samples('mht');
  if (kind === 'warc') return [packed, gunzipSync(packed) as Bytes];
  if (kind === 'wacz')
    return [zipSync({ 'archive/a.warc.gz': [packed, { level: 0 }], 'pages/pages.jsonl': new Uint8Array(9) }) as Bytes];
  const [first = new Uint8Array(0), second = first, third = first] = samples('html');
  const files = { 'a.htm': first, 'b/c.html': second, 'd.mht': samples('mht')[0] ?? third, 'e.css': third };
  return [zipSync(files) as Bytes, zipSync(files, { level: 0 }) as Bytes];
}

const hostile: Readonly<Record<Kind, readonly ((draw: Draw) => Bytes)[]>> = {
  mht: hostileMhts,
  warc: hostileWarcs,
  wacz: hostileZips,
  zip: hostileZips,
};

/** So many files of a kind, each damaged in one to three ways; each fifth is made to do harm. The same for the same seed. */
export function* damagedFiles(kind: Kind, count: number, seed: number): Generator<DamagedFile> {
  const draw = drawsOf(seed);
  const whole = wholeFiles(kind);
  for (let n = 0; n < count; n += 1) {
    const make = n % 5 === 4 ? hostile[kind][Math.floor(n / 5) % hostile[kind].length] : undefined;
    let bytes = make?.(draw) ?? whole[n % whole.length] ?? new Uint8Array(0);
    if (make === undefined)
      for (let times = 1 + draw(3); times > 0 && bytes.length > 0; times -= 1) bytes = damage(bytes, draw);
    yield { name: `${n}.${kind}`, bytes };
  }
}
