import { createZip, type ZipFile } from './create-zip.ts';

/** Writes files into a zip as they come: nothing is held but one file and the directory. */
export async function* zipOf(files: AsyncIterable<ZipFile>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const zip = createZip();
  for await (const file of files) yield* zip.add(file);
  yield* zip.end();
}
