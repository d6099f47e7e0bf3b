import { type ArchiveAnswer, type ArchiveRequest, textAnswer } from './answer.ts';
import type { Capture } from './capture.ts';
import { answerIndex } from './index-server.ts';
import { createGate, type RequestKind } from './limits.ts';
import { answerReplay, readAsked } from './replay-server.ts';
import { createSaveServer, hasKeys } from './save-server.ts';
import { type ArchiveSettings, waybackSettings } from './settings.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { answerTimeMap } from './timemap-server.ts';

/** A request that was made, and what came of it: status 0 where the connection was refused. */
export interface LoggedRequest {
  readonly kind: RequestKind;
  readonly path: string;
  readonly at: number;
  readonly status: number;
}

/** A stand-in for a web archive, without a network. */
export interface StandInArchive {
  /** Answers, or does not take the connection. */
  readonly answer: (request: ArchiveRequest) => ArchiveAnswer | 'blocked';
  readonly log: readonly LoggedRequest[];
  readonly shelf: Shelf;
  readonly settings: ArchiveSettings;
}

/**
 * Makes an archive of captures: the index (`/cdx/search/cdx`, pywb: `/COLL/cdx`), replays and the TimeGate (`/web/…`), TimeMaps and
 * Save Page Now. Facts by the public documentation of these interfaces; `now` in milliseconds of 1970.
 */
export function createStandInArchive(
  captures: readonly Capture[],
  given: Partial<ArchiveSettings> = {},
  now: () => number = Date.now,
): StandInArchive {
  const settings = { ...waybackSettings, ...given };
  const shelf = createShelf(captures);
  const gate = createGate(settings);
  const save = createSaveServer(shelf, settings);
  const log: LoggedRequest[] = [];
  const route = (request: ArchiveRequest): readonly [RequestKind, () => ArchiveAnswer] => {
    const [path = '', query = ''] = request.path.split(/\?(.*)/s);
    const { collection } = settings;
    if (path === '/cdx/search/cdx' || path === `/${collection}/cdx`)
      return ['index', () => answerIndex(shelf, query, settings)];
    if (/^\/save\/status\//.test(request.path)) return ['index', () => save(request, now())];
    if (/^\/save(?:\/|$)/.test(path)) return ['save', () => save(request, now())];
    const below = request.path.startsWith(`/${collection}/`) ? request.path.slice(collection.length + 2) : '';
    if (below.startsWith('timemap/'))
      return ['index', () => answerTimeMap(shelf, below.slice('timemap/'.length), settings)];
    const asked = readAsked(below);
    if (asked === null)
      return ['replay', () => textAnswer('<h1>404 Not Found</h1>', 404, { 'content-type': 'text/html' })];
    return ['replay', () => answerReplay(shelf, asked, request.headers['accept-datetime'], settings)];
  };
  return {
    shelf,
    settings,
    log,
    answer: (request) => {
      const [kind, work] = route(request);
      const answer = gate(kind, hasKeys(request), now()) ?? work();
      log.push({ kind, path: request.path, at: now(), status: answer === 'blocked' ? 0 : answer.status });
      return answer;
    },
  };
}
