import { setImmediate as turn } from 'node:timers/promises';
import { createCatalogue } from '../../../lib/harvest/captures/catalogue.ts';
import { createIndexReader } from '../../../lib/harvest/index/read-index.ts';

/** What reading a large index took. */
export interface ManyRows {
  readonly rows: number;
  readonly addresses: number;
  /** Bytes more of memory when all is read: heap and buffers. */
  readonly memory: number;
  /** Milliseconds of the processor, which other work on the machine does not change: for the longest slice of 64 kB, for telling the counts, and for all. */
  readonly longestSlice: number;
  readonly counts: number;
  readonly total: number;
}

/** Bytes that a network gives at a time. */
const A_CHUNK = 65_536;

/** Reads an index of so many rows, of three captures an address, as it comes from a network. */
export async function readManyRows(rows: number): Promise<ManyRows> {
  const before = memoryNow();
  const catalogue = createCatalogue();
  const reader = createIndexReader();
  let longestSlice = 0;
  const start = cpuNow();
  for (const chunk of chunksOf(rows)) {
    const from = cpuNow();
    for (const row of reader.push(chunk)) catalogue.add(row);
    longestSlice = Math.max(longestSlice, cpuNow() - from);
    await turn();
  }
  for (const row of reader.end().rows) catalogue.add(row);
  const total = cpuNow() - start;
  const from = cpuNow();
  const { captures, addresses } = catalogue.counts();
  const counts = cpuNow() - from;
  const memory = memoryNow() - before;
  return { rows: captures, addresses, memory, longestSlice, counts, total };
}

/** Milliseconds that this thread has had the processor. */
function cpuNow(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function memoryNow(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Rows as the Wayback Machine writes them, three captures an address, in chunks of a network's size. */
export function* chunksOf(rows: number): Generator<Uint8Array> {
  let text = '[["urlkey","timestamp","original","mimetype","statuscode","digest","length"]';
  for (let n = 0; n < rows; n += 1) {
    const id = Math.floor(n / 3);
    const digest = `${id.toString(32).toUpperCase().padStart(8, 'A')}${(n % 3) + 2}`.padEnd(32, 'Q');
    text += `,\n["cn,nbdx)/show.asp?id=${id}","${20050101000000 + (n % 3) * 10_000_000_000 + (n % 86)}","http://www.nbdx.cn:80/show.asp?id=${id}","text/html","200","${digest}","${2000 + (n % 999)}"]`;
    for (; text.length >= A_CHUNK; text = text.slice(A_CHUNK)) yield new TextEncoder().encode(text.slice(0, A_CHUNK));
  }
  yield new TextEncoder().encode(`${text}]`);
}
