import type { ZipFile } from '../../zip/create-zip.ts';
import { zipOf } from '../../zip/zip-of.ts';
import { type EachFile, type FileForm, readerOf } from '../format.ts';
import { uniqueNames } from './file-name.ts';

/** Writes each essay into a file of its own, named by its title; a file that several have beside them is there once. */
export function zipOfTexts({ extension, write }: EachFile): FileForm['write'] {
  return (records, options = {}) => {
    const files = (async function* (): AsyncGenerator<ZipFile> {
      const nameOf = uniqueNames();
      const beside = new Set<string>();
      const given = { ...options, readHtml: readerOf(options) };
      for await (const record of records) {
        const { text, files = [] } = await write(record, given, false);
        yield { name: `${nameOf(record.essay.title)}.${extension}`, bytes: new TextEncoder().encode(text) };
        for (const file of files) {
          if (!beside.has(file.name)) yield file;
          beside.add(file.name);
        }
      }
    })();
    return zipOf(files);
  };
}
