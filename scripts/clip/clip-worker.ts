import { parentPort } from 'node:worker_threads';
import { createPageOpener } from '../open/page-opener.ts';
import { type ClipWishes, clipPage } from './clip-page.ts';
import type { Job } from './jobs.ts';

/* A thread of the command line: told a page, it tells what came of it. First it tells that it is ready. */

/** What a thread is told. */
export interface Order {
  readonly job: Job;
  readonly wishes: ClipWishes;
}

const opener = createPageOpener();
parentPort?.on('message', async ({ job, wishes }: Order) => {
  parentPort?.postMessage(await clipPage(job, wishes, opener));
});
parentPort?.postMessage('ready');
