import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { type ListPage, readListPage } from '../../../lib/listing/list-page.ts';
import { takeAnswer } from '../../../lib/queue-plan/answer.ts';
import { answerOfResponse } from '../../../lib/queue-plan/answer-of-response.ts';
import { addItems, countItems, newJob, type Wanted } from '../../../lib/queue-plan/job.ts';
import { nextItem } from '../../../lib/queue-plan/next-item.ts';
import { columnEssays, sampleColumns } from '../../corpus/portal/column.ts';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { servePortal } from '../../corpus/portal/server.ts';
import { seededTrouble } from '../../corpus/portal/trouble.ts';
import { parsePage } from '../../support/parse-page.ts';

interface Fetched {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly body: Buffer;
}

const fetchFrom = (port: number, path: string): Promise<Fetched> =>
  new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          retryAfter: response.headers['retry-after'] ?? null,
          body: Buffer.concat(parts),
        }),
      );
    }).on('error', reject);
  });

const listOf = (body: Uint8Array, url: string, rows?: string): ListPage | null =>
  readListPage(unwrap({ document: parsePage(body, url), url }), rows);

const wanted = (kind: Wanted['kind'], address: string, title = '', date: string | null = null): Wanted => ({
  kind,
  address,
  key: address.replace(/&page=1$/, ''),
  title,
  date,
});

const { pages: columnPages } = sampleColumns.long;
const expected = columnEssays(sampleColumns.long);
const columnSize = expected.length;

describe('the sample column', () => {
  it('is listed and fetched whole from a server in trouble: each essay once, in order', async () => {
    const portal = await servePortal([], seededTrouble(5, 5));
    try {
      let job = newJob('column', [wanted('list', sampleUrls.column(1))]);
      let rows: string | undefined;
      let refusals = 0;
      for (let now = 0; job.state === 'running'; ) {
        const next = nextItem(job, now);
        if (next.kind === 'wait') now = next.until;
        if (next.kind !== 'ask') continue;
        job = next.job;
        const { item } = next;
        const { status, retryAfter, body } = await fetchFrom(portal.port, item.address);
        const refusal = answerOfResponse(status, retryAfter, now);
        if (refusal !== null) refusals += 1;
        const list = refusal === null && item.kind === 'list' ? listOf(body, item.address, rows) : null;
        rows ??= list?.rows;
        job = addItems(job, [
          ...(list?.pages ?? []).map((address) => wanted('list', address)),
          ...(list?.essays ?? []).map(({ address, title, date }) => wanted('essay', address, title, date)),
        ]);
        job = takeAnswer(job, item.number, refusal ?? { kind: 'kept' }, now, 0.5);
      }
      const essays = job.items.filter(({ kind }) => kind === 'essay');
      expect(countItems(job)).toEqual({ waiting: 0, asked: 0, kept: columnSize, already: 0, failed: 0, unchosen: 0 });
      expect(essays.map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
      expect(essays.map(({ date }) => date)).toEqual(expected.map(({ date }) => date.replaceAll('/', '-')));
      expect(refusals).toBeGreaterThan(5);
      expect(portal.requests).toHaveLength(columnPages + columnSize + refusals);
      expect(new Set(portal.requests).size).toBe(columnPages + columnSize);
    } finally {
      await portal.close();
    }
  }, 60_000);
});
