import 'fake-indexeddb/auto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jobsOf, listsOfCatalogue, wantedOfPlan } from '../../../entrypoints/library/harvest/wanted-of-plan.ts';
import { wantLists } from '../../../lib/collection/archives/harvests.ts';
import type { TriedCapture } from '../../../lib/essay/capture.ts';
import { wayback } from '../../../lib/harvest/archives.ts';
import { planHarvest } from '../../../lib/harvest/plan/plan-harvest.ts';
import { type PageRecord, pageRecord } from '../../../scripts/clip/record.ts';
import { readArguments } from '../../../scripts/harvest/arguments.ts';
import { outputs } from '../../../scripts/harvest/harvest-journal.ts';
import { runHarvest } from '../../../scripts/harvest/run-harvest.ts';
import { createStandInArchive } from '../../corpus/archive/archive.ts';
import { fetchFrom } from '../../corpus/archive/fetch-from.ts';
import { largePortal, makePortalCaptures, type PortalPlan } from '../../corpus/archive/scaled/portal-captures.ts';
import { expectValue } from '../../support/collections.ts';
import { harvestWorld } from '../../support/harvest-world.ts';

/** More captures are bad than in the portal of the bars, so that those before the kept one matter. */
const portal: PortalPlan = { ...largePortal, addresses: 110, captures: 420, bad: 0.2 };

/** What both ways tell of an essay: all of it, where it is from, and what was tried before. */
interface Harvested {
  readonly record: Omit<PageRecord, 'id'>;
  readonly capture: string;
  readonly tried: readonly TriedCapture[];
}

async function byCommandLine(): Promise<readonly Harvested[]> {
  const clock = { now: Date.parse('2026-11-26T08:00:00Z') };
  const archive = createStandInArchive(makePortalCaptures(portal).captures, {}, () => clock.now);
  const out = mkdtempSync(join(tmpdir(), 'equal-records-'));
  try {
    await runHarvest(readArguments(['www.nbdx.cn', '--out', out]), {
      fetch: fetchFrom(archive),
      now: () => clock.now,
      rest: async (time) => {
        clock.now += time;
      },
      say: () => undefined,
    });
    return readFileSync(join(out, outputs.records), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const { harvest, id: _, ...record } = JSON.parse(line);
        return { record, capture: harvest.capture, tried: harvest.tried };
      });
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function byExtension(): Promise<readonly Harvested[]> {
  const w = harvestWorld(portal);
  const id = await w.begin();
  await w.run(w.look());
  const first = await w.load(id);
  expectValue(await wantLists(w.store, id, listsOfCatalogue(wayback, first.catalogue)));
  await w.run(w.look());
  const { catalogue, listed } = await w.load(id);
  const plan = planHarvest(catalogue, listed, {}, wayback.pace);
  for (const job of jobsOf('www.nbdx.cn', wayback, wantedOfPlan(wayback, catalogue, plan)))
    expectValue(await w.queue().start(job));
  await w.run(w.queue().wake);
  const { captures, bodies } = w.collection;
  return Promise.all(
    (await captures.toArray()).map(async ({ id: captureId, pageUrl, tried = [] }) => {
      const body = await bodies.get(captureId);
      if (body === undefined) throw new Error('A capture has no body.');
      const { id: _, ...record } = await pageRecord(body.originalUrl, body.provenance.recognition, body);
      return { record: JSON.parse(JSON.stringify(record)), capture: pageUrl, tried };
    }),
  );
}

const inOrder = (all: readonly Harvested[]): readonly Harvested[] =>
  all.toSorted((one, other) => ((one.record.essayId ?? '') < (other.record.essayId ?? '') ? -1 : 1));

it('the same portal gives the same records by the command line and by the extension', async () => {
  const [one, other] = [inOrder(await byCommandLine()), inOrder(await byExtension())];
  expect(one.length).toBeGreaterThan(60);
  expect(one.filter(({ tried }) => tried.length > 0).length).toBeGreaterThan(5);
  expect(other).toEqual(one);
}, 120_000);
