import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackedWarc } from '../../../../lib/import/sources/warc.ts';
import { readArguments } from '../../../../scripts/harvest/arguments.ts';
import { reportText } from '../../../../scripts/harvest/report.ts';
import { runHarvest } from '../../../../scripts/harvest/run-harvest.ts';
import { createStandInArchive, type StandInArchive } from '../../../corpus/archive/archive.ts';
import { fetchFrom } from '../../../corpus/archive/fetch-from.ts';
import {
  largePortal,
  makePortalCaptures,
  type PortalCaptures,
} from '../../../corpus/archive/scaled/portal-captures.ts';
import type { ArchiveSettings } from '../../../corpus/archive/settings.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'harvest-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

const portal = makePortalCaptures({ ...largePortal, seed: 5, addresses: 30, captures: 100, lost: 0.2, bad: 0.2 });
const clock = { now: Date.parse('2026-11-26T00:00:00Z') };

function archiveOf({ captures }: PortalCaptures, settings: Partial<ArchiveSettings> = {}): StandInArchive {
  return createStandInArchive(captures, settings, () => clock.now);
}

/** Harvests with a clock that a rest moves on. */
async function harvest(archive: StandInArchive, out: string, ...args: readonly string[]) {
  const said: string[] = [];
  const report = await runHarvest(readArguments(['www.nbdx.cn', '--out', out, ...args]), {
    fetch: fetchFrom(archive),
    now: () => clock.now,
    rest: async (milliseconds) => {
      clock.now += milliseconds;
    },
    say: (line) => said.push(line),
  });
  return { report, said };
}

const linesOf = (out: string, name: string): readonly Record<string, unknown>[] =>
  readFileSync(join(out, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const keysOf = (out: string): readonly string[] =>
  linesOf(out, 'records.ndjson').map(({ harvest: told }) =>
    (told as { key: string }).key.replace(/\D*(\d+)$|.*[?&]id=(\d+).*/, '$1$2'),
  );
const captured = portal.essays.filter(({ good }) => good.length > 0);
const lost = portal.essays.filter(({ captured: had, listed }) => !had && listed);

describe('a harvest', () => {
  const out = folder();
  const archive = archiveOf(portal, { refusals: 0.05 });
  const run: { had?: Awaited<ReturnType<typeof harvest>> } = {};
  beforeAll(async () => {
    run.had = await harvest(archive, out);
  });

  it('keeps each essay that a capture holds once, and names those that none does', () => {
    const { report, said } = run.had ?? { report: null, said: [] };
    expect(keysOf(out).toSorted()).toEqual(captured.map(({ article }) => String(article.id)).toSorted());
    expect(report?.lost['no-capture']).toBe(lost.length);
    expect(lost.length).toBeGreaterThan(0);
    for (const { article } of lost)
      expect(readFileSync(join(out, 'lost.csv'), 'utf8')).toContain(`"${article.title}"`.replaceAll('"', ''));
    expect(archive.log.filter(({ status }) => status === 0)).toEqual([]);
    expect(said.at(-1)).toBeDefined();
    expect(report === null ? '' : reportText(report)).toContain(`${captured.length} kept`);
  });

  it('tells the capture of each, and those that were tried before', () => {
    const records = linesOf(out, 'records.ndjson') as {
      essay: { capturedAt: string; title: string };
      archivedCopy: { url: string };
      harvest: { capture: string; tried: { reason: string }[]; listed: { title: string } | null };
    }[];
    for (const { essay, archivedCopy, harvest: told } of records) {
      const timestamp = essay.capturedAt.replace(/\D/g, '');
      expect(told.capture).toContain(`/web/${timestamp}id_/`);
      expect(archivedCopy.url).toContain(`/web/${timestamp}/`);
      const truth = captured.find(({ article }) => article.title === essay.title);
      expect(truth?.good).toContain(timestamp);
      if (told.listed !== null) expect(told.listed.title).toBe(essay.title);
    }
    expect(records.flatMap(({ harvest: { tried } }) => tried.map(({ reason }) => reason)).length).toBeGreaterThan(0);
  });

  it('writes what it fetched, as it was crawled, so that it can be read again', async () => {
    const pages: { address: string | null; capturedAt: string | null }[] = [];
    const bytes = new Uint8Array(readFileSync(join(out, 'captures.warc.gz')));
    const chunks = async function* () {
      yield bytes;
    };
    for await (const item of readPackedWarc('captures.warc.gz', chunks())) {
      expect('problem' in item ? item.problem.code : 'page').toMatch(/^(?:page|empty)$/);
      if ('bytes' in item) pages.push({ address: item.address, capturedAt: item.capturedAt });
    }
    const fetched = archive.log.filter(({ kind, status }) => kind === 'replay' && status === 200).length;
    expect(pages.length).toBeGreaterThanOrEqual(fetched - 3);
    expect(pages[0]?.address).toMatch(/^https:\/\/web\.archive\.org\/web\/\d{14}id_\/http/);
  });

  it('goes on where it was stopped, at whatever byte, and asks for nothing twice', async () => {
    const mine = folder();
    const cut = new AbortController();
    const asked = archiveOf(portal);
    const stopped = runHarvest(readArguments(['www.nbdx.cn', '--out', mine]), {
      fetch: fetchFrom(asked),
      now: () => clock.now,
      rest: async (milliseconds) => {
        clock.now += milliseconds;
        if (asked.log.length > 20) cut.abort();
        // Whoever is stopped never comes back.
        if (cut.signal.aborted) await new Promise(() => undefined);
      },
      say: () => undefined,
    });
    await Promise.race([stopped, new Promise((resolve) => cut.signal.addEventListener('abort', resolve))]);
    const before = asked.log.length;
    appendFileSync(join(mine, 'captures.warc.gz'), 'half a record');
    appendFileSync(join(mine, 'records.ndjson'), '{"half":');
    const journal = join(mine, 'state', 'journal.ndjson');
    truncateSync(journal, readFileSync(journal).length - 3);
    await harvest(asked, mine);
    expect(keysOf(mine).toSorted()).toEqual(keysOf(out).toSorted());
    expect(asked.log.length).toBeLessThanOrEqual(archive.log.length + 2);
    expect(asked.log.slice(before).filter(({ kind }) => kind === 'index')).toEqual([]);
    await harvest(asked, mine);
    expect(asked.log.length).toBeLessThanOrEqual(archive.log.length + 2);
  });

  it('says what there is, how much and how long, without fetching any of it', async () => {
    const archive = archiveOf(portal);
    const { said, report } = await harvest(archive, folder(), '--plan');
    expect(archive.log.map(({ kind }) => kind)).toEqual(['index']);
    expect(said.at(-1)).toMatch(/\d+ essays and \d+ captures of lists to fetch, at the archive's pace in \d+ minutes/);
    expect(report.planned).toBeGreaterThan(20);
  });

  it('takes the years and the column that are wanted', async () => {
    const out = folder();
    await harvest(archiveOf(portal), out, '--years', '2004', '--column', '经济研究');
    const records = linesOf(out, 'records.ndjson') as { essay: { publishedOn: string; column: string[] } }[];
    expect(records.length).toBeGreaterThan(0);
    for (const { essay } of records) {
      expect(essay.publishedOn).toMatch(/^2004-/);
      expect(essay.column).toContain('经济研究');
    }
  });

  it('reads the index by pages, of pywb as well, and knows a site that is left out', async () => {
    const paged = folder();
    await harvest(archiveOf(portal, { mostRows: 40 }), paged, '--plan');
    const pywb = folder();
    const library = archiveOf(portal, { software: 'pywb', base: 'https://library.example', collection: 'portals' });
    await harvest(library, pywb, '--plan', '--archive', 'https://library.example/portals');
    const timestamps = (out: string) =>
      readFileSync(join(out, 'index.cdxj'), 'utf8')
        .split('\n')
        .map((line) => line.slice(0, line.indexOf('{')))
        .sort();
    expect(timestamps(paged)).toEqual(timestamps(pywb));
    await expect(harvest(archiveOf(portal, { excluded: ['nbdx.cn'] }), folder())).rejects.toThrow('left out');
    const nobody = archiveOf({ captures: [], essays: [] });
    expect((await harvest(nobody, folder())).report.index.rows).toBe(0);
  });

  it('takes a page of words in the place of an index for a refusal', async () => {
    const archive = archiveOf(portal);
    const whole = fetchFrom(archive);
    const answers = [
      '<html><body>Too busy, please come back later.</body></html>',
      '[["urlkey","timestamp","original"],["cn,nbdx)/","2007',
    ];
    const started = clock.now;
    const report = await runHarvest(readArguments(['www.nbdx.cn', '--out', folder(), '--plan']), {
      fetch: async (...request) => {
        const instead = answers.shift();
        return instead === undefined ? whole(...request) : new Response(instead);
      },
      now: () => clock.now,
      rest: async (milliseconds) => {
        clock.now += milliseconds;
      },
      say: () => undefined,
    });
    expect(report.index.rows).toBeGreaterThan(100);
    expect(clock.now - started).toBeGreaterThanOrEqual(60_000);
  });

  it('minds every minute’s bound, and rests when it is told to', async () => {
    const archive = archiveOf(portal, { indexPerMinute: 24, replaysPerMinute: 21, refusals: 0.1, retryAfter: 'date' });
    await harvest(archive, folder());
    const times = archive.log.map(({ at }) => at);
    const most = Math.max(
      ...times.map((time) => times.filter((other) => other > time - 60_000 && other <= time).length),
    );
    expect(most).toBeLessThanOrEqual(21);
    const refused = archive.log.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const { at } of refused) expect(archive.log.filter((one) => one.at > at && one.at < at + 59_000)).toEqual([]);
  });

  it('ends where nobody answers, and loses nothing by it', async () => {
    const mine = folder();
    const asked = archiveOf(portal);
    const whole = fetchFrom(asked);
    const stopped = runHarvest(readArguments(['www.nbdx.cn', '--out', mine]), {
      fetch: async (...request) =>
        asked.log.length > 12 ? Promise.reject(new TypeError('fetch failed')) : whole(...request),
      now: () => clock.now,
      rest: async (milliseconds) => {
        clock.now += milliseconds;
      },
      say: () => undefined,
    });
    await expect(stopped).rejects.toThrow('cannot be reached');
    await harvest(asked, mine);
    expect(keysOf(mine).toSorted()).toEqual(keysOf(out).toSorted());
  });

  it('keeps the pace when it is begun anew', async () => {
    const out = folder();
    writeFileSync(join(out, 'note'), '');
    const archive = archiveOf(portal);
    await harvest(archive, out, '--plan');
    rmSync(join(out, 'index.cdxj'));
    rmSync(join(out, 'state', 'journal.ndjson'));
    await harvest(archive, out, '--plan');
    const [first, second] = archive.log;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(3000);
  });
});
