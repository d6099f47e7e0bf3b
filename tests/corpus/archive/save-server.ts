import { type ArchiveAnswer, type ArchiveRequest, jsonAnswer, textAnswer } from './answer.ts';
import type { Capture } from './capture.ts';
import { replayAddress } from './replay-server.ts';
import type { ArchiveSettings } from './settings.ts';
import type { Shelf } from './shelf.ts';
import { timestampOf } from './times.ts';

interface SaveJob {
  readonly url: string;
  pendings: number;
  timestamp: string | null;
}

/** Answers below `/save`: by a redirect to the capture, or with keys by a job whose state is asked for. */
export type SaveServer = (request: ArchiveRequest, now: number) => ArchiveAnswer;

/** True for a request that comes with keys. */
export const hasKeys = ({ headers }: ArchiveRequest): boolean => /^LOW \w+:\w+$/.test(headers['authorization'] ?? '');

/** Save Page Now 2. */
export function createSaveServer(shelf: Shelf, settings: ArchiveSettings): SaveServer {
  const jobs = new Map<string, SaveJob>();
  const save = (url: string, now: number): string | null => {
    const page = settings.live(url);
    if (page === null) return null;
    const timestamp = timestampOf(now);
    const capture: Capture = { original: url, timestamp, status: page.status, type: page.type, body: () => page.body };
    shelf.add(capture);
    return timestamp;
  };
  const start = (url: string): ArchiveAnswer => {
    const id = `spn2-${String(jobs.size + 1).padStart(8, '0')}`;
    jobs.set(id, { url, pendings: settings.pendings, timestamp: null });
    return jsonAnswer({ url, job_id: id });
  };
  const status = (id: string, now: number): ArchiveAnswer => {
    const job = jobs.get(id);
    if (job === undefined)
      return jsonAnswer({ job_id: id, status: 'error', status_ext: 'error:job-failed', message: 'No such job' });
    if (job.pendings > 0) {
      job.pendings -= 1;
      return jsonAnswer({ job_id: id, status: 'pending', resources: [] });
    }
    const problem = settings.saveError(job.url);
    job.timestamp ??= problem === null ? save(job.url, now) : null;
    if (job.timestamp === null)
      return jsonAnswer({
        job_id: id,
        status: 'error',
        status_ext: problem ?? 'error:not-found',
        message: 'Could not be saved.',
      });
    return jsonAnswer({
      job_id: id,
      status: 'success',
      timestamp: job.timestamp,
      original_url: job.url,
      duration_sec: 4.2,
    });
  };
  return (request, now) => {
    const [, rest = ''] = /^\/save\/?(.*)$/s.exec(request.path) ?? [];
    const [, job] = /^status\/([\w-]+)/.exec(rest) ?? [];
    if (job !== undefined) return status(job, now);
    const url = request.method === 'POST' ? (new URLSearchParams(request.body).get('url') ?? '') : rest;
    if (!/^https?:\/\//.test(url)) return textAnswer('Cannot save this address.', 400);
    if (request.method === 'POST')
      return hasKeys(request)
        ? start(url)
        : jsonAnswer({ message: 'You need to be logged in to use Save Page Now.' }, 401);
    const problem = settings.saveError(url);
    const timestamp = problem === null ? save(url, now) : null;
    if (timestamp === null)
      return textAnswer(`<h1>Save Page Now</h1><p>${problem ?? 'error:not-found'}</p>`, 520, {
        'content-type': 'text/html',
      });
    return textAnswer('', 302, { location: replayAddress(settings, timestamp, '', url) });
  };
}
