import { gunzipChunks } from '../../../lib/import/sources/gunzip.ts';
import { isArchiveStart } from '../../../lib/import/sources/read-source.ts';
import { readWarc } from '../../../lib/import/sources/warc.ts';
import { type Job, jobsOfRows, problemJob } from '../jobs.ts';
import { jobsOfItems } from './archives.ts';

type Chunks = AsyncIterable<Uint8Array<ArrayBuffer>>;

/** What stands for the stream in names of its pages. */
const NAME = 'stdin';
const GZIP = 0x1f;
const ZIP = 'P'.charCodeAt(0);
/** Bytes by which an archive is known. */
const MARK = 8;

/**
 * The jobs of a stream: JSON lines as a manifest has them, with the page in the line or in a file, or a WARC or ARC; either may be
 * packed by gzip. A line that is broken costs itself.
 */
export async function* jobsOfStream(stream: AsyncIterable<Uint8Array>, folder: string): AsyncGenerator<Job> {
  const [start, chunks] = await peek(ownBytes(stream));
  if (start[0] === GZIP) {
    const state = { bomb: false, cut: false };
    const [inner, unpacked] = await peek(
      gunzipChunks(
        chunks,
        () => {
          state.bomb = true;
        },
        () => {
          state.cut = true;
        },
      ),
    );
    yield* jobsOfPlain(inner, unpacked, folder);
    // What came was answered; how much did not come, nobody knows.
    if (state.cut) yield problemJob(NAME, 'ends before its gzip does: what followed is missing');
    if (state.bomb) yield { ...problemJob(NAME, 'unpacks to an absurd size'), isInput: true };
    return;
  }
  yield* jobsOfPlain(start, chunks, folder);
}

async function* jobsOfPlain(start: Uint8Array, chunks: Chunks, folder: string): AsyncGenerator<Job> {
  if (!isArchiveStart(start)) yield* jobsOfRows(chunks, folder);
  else if (start[0] === ZIP)
    yield { ...problemJob(NAME, 'a zip cannot be read from a stream: give it by its name'), isInput: true };
  else yield* jobsOfItems(readWarc(NAME, chunks), NAME);
}

/** Node's pieces may be windows on a pool that it uses again. */
async function* ownBytes(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for await (const chunk of stream) yield new Uint8Array(chunk);
}

/** The first bytes of a stream, as many as tell what it is, and the stream as it was. */
async function peek(chunks: Chunks): Promise<readonly [Uint8Array, Chunks]> {
  const source = chunks[Symbol.asyncIterator]();
  const first: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; size < MARK; ) {
    const next = await source.next();
    if (next.done) break;
    first.push(next.value);
    size += next.value.length;
  }
  const all = async function* () {
    yield* first;
    yield* { [Symbol.asyncIterator]: () => source };
  };
  return [Buffer.concat(first), all()];
}
