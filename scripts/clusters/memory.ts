import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pageLines } from './pages.ts';
import { clip } from './run.ts';

/** Lines answered between two looks at the memory. */
const LOOK = 100;

/** What a worker over a stream came to: its greatest memory in megabytes in both halves, its pages a second, and CPU seconds a page. */
export interface StreamMemory {
  readonly first: number;
  readonly second: number;
  readonly lines: number;
}

/** Sends so many pages through one worker of one thread and looks at its memory as it goes. */
export async function streamMemory(pages: number): Promise<StreamMemory> {
  const [program = '', ...args] = `${clip} - --jobs 1`.split(' ');
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const seen = { first: 0, second: 0, lines: 0 };
  const ended = once(child, 'exit');
  const sending = pipeline(Readable.from(pageLines(pages)), child.stdin);
  for await (const _ of createInterface({ input: child.stdout })) {
    seen.lines += 1;
    if (seen.lines % LOOK !== 0) continue;
    const half = seen.lines * 2 <= pages ? 'first' : 'second';
    seen[half] = Math.max(seen[half], megabytesOf(child.pid));
  }
  await sending;
  await ended;
  return seen;
}

/** Resident memory, in millions of bytes; 0 where the system does not tell. */
function megabytesOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}
