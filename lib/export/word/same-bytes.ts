import { unzipSync } from 'fflate';
import type { ZipFile } from '../../zip/create-zip.ts';

/** Names that the library gives to links by chance, as attributes have them: `rId` and twenty-one of nanoid's signs, a hyphen at the end too. */
const chance = /"rId([a-z0-9_-]{21})"/g;
/** Pictures are numbered by the library through all documents of a page. */
const picture = /(<wp:docPr id=)"\d+"/g;
const moment = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;

/**
 * The files of a document, so that the same essays give the same bytes: links are numbered in the order in which they come, and the
 * document is of the moment of its newest essay.
 */
export function sameBytes(packed: Uint8Array, modified: string): readonly ZipFile[] {
  const decoder = new TextDecoder();
  const numbers = new Map<string, number>();
  let pictures = 0;
  const files = Object.entries(unzipSync(packed));
  const isText = (name: string): boolean => /\.(?:xml|rels)$/.test(name);
  // Text first, in the order of names: links are numbered as they stand in the document, not in the lists of them.
  return files
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, bytes]) => [name, isText(name) ? decoder.decode(bytes) : null, bytes] as const)
    .toSorted(([one], [other]) => Number(one.endsWith('.rels')) - Number(other.endsWith('.rels')))
    .map(([name, text, bytes]) => {
      if (text === null) return { name, bytes: new Uint8Array(bytes) };
      const even = text
        .replace(chance, (_, id: string) => {
          const number = numbers.get(id) ?? numbers.size + 1;
          numbers.set(id, number);
          return `"rIdLink${number}"`;
        })
        .replace(picture, (_, start: string) => {
          pictures += 1;
          return `${start}"${pictures}"`;
        })
        .replace(moment, `$1${modified}`);
      return { name, bytes: new TextEncoder().encode(even) };
    });
}
