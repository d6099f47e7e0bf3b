// npm run bench:harvest [-- ADDRESSES KILLS]: a dead portal out of a stand-in archive, killed and begun anew; docs/benchmarks/harvest.md
// npm run bench:harvest -- --extension [ADDRESSES STOPS RESTARTS]: the same by the built extension in Chromium; `--rows` or `--stops` for a part,
// `--times 20` with rests that last the twentieth part, so that hundreds of essays are harvested in minutes
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldAddress } from '../../lib/harvest/address/fold.ts';
import { createCatalogue } from '../../lib/harvest/captures/catalogue.ts';
import { createListed } from '../../lib/harvest/lists/listed-essays.ts';
import { planHarvest } from '../../lib/harvest/plan/plan-harvest.ts';
import { createStandInArchive } from '../../tests/corpus/archive/archive.ts';
import { fetchFrom } from '../../tests/corpus/archive/fetch-from.ts';
import {
  largePortal,
  makePortalCaptures,
  type PortalCaptures,
} from '../../tests/corpus/archive/scaled/portal-captures.ts';
import { serveArchive } from '../../tests/corpus/archive/serve-archive.ts';
import { root } from '../build.ts';
import { readArguments } from '../harvest/arguments.ts';
import { countListCaptures } from '../harvest/fetch-lists.ts';
import { outputs } from '../harvest/harvest-journal.ts';
import { parseListed } from '../harvest/listed-file.ts';
import { readOwnIndex } from '../harvest/read-archive-index.ts';
import { runHarvest } from '../harvest/run-harvest.ts';
import { findChromium } from '../setup/chromium.ts';
import { hostArchive } from './harvest/archive-host.ts';
import { busiestMinute, type HarvestedRecord, judgeHarvest } from './harvest/judge.ts';
import { runKilled } from './harvest/killed-runs.ts';
import { readManyRows } from './harvest/many-rows.ts';
import { copyQuicker } from './harvest/quicker-build.ts';
import { readRowsInPage } from './harvest/rows-in-page.ts';
import { harvestStopped } from './harvest/stopped-in-browser.ts';

const given = process.argv.slice(2);
const numbers = given.filter((word, at) => /^\d+$/.test(word) && given[at - 1] !== '--times').map(Number);
const [addresses = largePortal.addresses, kills = 50, restarts = 3] = numbers;
const portalOf = (count: number): PortalCaptures =>
  makePortalCaptures({
    ...largePortal,
    addresses: count,
    captures: Math.round((count * largePortal.captures) / largePortal.addresses),
  });
const lines = <Line>(file: string): readonly Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** Addresses that were fetched for essays, by whether they are: before lists were read, and after. */
function judgedByAddress(portal: PortalCaptures, out: string) {
  const catalogue = createCatalogue();
  readOwnIndex(join(out, outputs.index), catalogue);
  const listed = createListed();
  const good = new Set(
    portal.essays.filter((one) => one.good.length > 0).map(({ article }) => foldAddress(article.address)),
  );
  const judged = () => {
    const keys = planHarvest(catalogue, listed, {}, { gap: 0 }).essays.map(({ key }) => key);
    const found = keys.filter((key) => good.has(key)).length;
    return { found: found / good.size, inVain: (keys.length - found) / keys.length };
  };
  const byAddressAlone = judged();
  listed.add(parseListed(join(out, outputs.listed)));
  return { byAddressAlone, withLists: judged(), lists: countListCaptures(catalogue, 12) };
}

async function killedAndResumed(): Promise<void> {
  const portal = portalOf(addresses);
  const out = mkdtempSync(join(tmpdir(), 'bench-harvest-'));
  // A second of the archive's waiting stands for a minute: nothing else depends on its clock here.
  const archive = await serveArchive(portal.captures, {
    refusals: 0.02,
    wait: 1000,
    indexPerMinute: null,
    replaysPerMinute: null,
  });
  try {
    const killed = await runKilled(archive, out, 20, kills, Math.max(10, Math.floor((addresses * 0.8) / (kills + 1))));
    const { lists, ...judged } = judgedByAddress(portal, out);
    const result = judgeHarvest(portal, lines<HarvestedRecord>(join(out, outputs.records)), archive, lists);
    const truth = portal.essays
      .filter(({ captured, listed }) => !captured && listed)
      .map(({ article }) => article.title);
    const told = readFileSync(join(out, 'lost.csv'), 'utf8')
      .split('\r\n')
      .filter((line) => line.endsWith('no-capture'))
      .map((line) => line.replace(/,.*/, ''));
    const lost = {
      truth: truth.length,
      told: told.length,
      missed: truth.filter((title) => !told.includes(title)).length,
      false: told.filter((title) => !truth.includes(title)).length,
    };
    console.log(
      JSON.stringify(
        {
          addresses,
          captures: portal.captures.length,
          killed,
          ...result,
          ratio: result.requests / result.least,
          judged,
          lost,
          refused: archive.log.filter(({ status }) => status === 429).length,
        },
        null,
        2,
      ),
    );
  } finally {
    await archive.close();
    rmSync(out, { recursive: true, force: true });
  }
}

/** The archive's own limits, on a clock that the harvest's rests move on. */
async function inTrueTime(): Promise<void> {
  const clock = { now: Date.parse('2026-11-26T00:00:00Z') };
  const archive = createStandInArchive(
    portalOf(Math.min(addresses, 400)).captures,
    { refusals: 0.02 },
    () => clock.now,
  );
  const out = mkdtempSync(join(tmpdir(), 'bench-harvest-'));
  await runHarvest(readArguments(['www.nbdx.cn', '--out', out]), {
    fetch: fetchFrom(archive),
    now: () => clock.now,
    rest: async (milliseconds) => {
      clock.now += milliseconds;
    },
    say: () => undefined,
  });
  rmSync(out, { recursive: true, force: true });
  const hours = (clock.now - Date.parse('2026-11-26T00:00:00Z')) / 3_600_000;
  console.log(
    JSON.stringify(
      {
        requests: archive.log.length,
        busiestMinute: busiestMinute(archive),
        shutOut: archive.log.filter(({ status }) => status === 0).length,
        hours,
      },
      null,
      2,
    ),
  );
}

type BuiltExtension = Parameters<typeof readRowsInPage>[2];

/** Addresses of the portal that the extension harvests, at the archive's true pace: some sixty requests. */
const addressesInBrowser = 40;

async function rowsInExtension(options: BuiltExtension): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-harvest-'));
  try {
    console.log(JSON.stringify(await readRowsInPage(150_000, folder, options), null, 2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inExtension(): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) throw new Error('No Chromium on this machine.');
  const options = { executable: chromium.path, extension: join(root, '.output', 'chrome-mv3') };
  if (!given.includes('--stops')) await rowsInExtension(options);
  if (given.includes('--rows')) return;
  const portal = portalOf(numbers[0] ?? addressesInBrowser);
  const times = Math.max(1, Number(given[given.indexOf('--times') + 1 || given.length] ?? 1));
  // The archive's own bounds are looked at afterwards, by the busiest minute: a stand-in counts real ones, and asks for whole seconds.
  const unbounded = { indexPerMinute: null, replaysPerMinute: null, retryAfter: 'none' } as const;
  const bounds = times > 1 ? unbounded : {};
  const host = await hostArchive(portal.captures, { refusals: 0.02, wait: 10_000 / times, ...bounds });
  const folder = mkdtempSync(join(tmpdir(), 'bench-quicker-'));
  try {
    if (times > 1) copyQuicker(options.extension, folder, times);
    const built = times > 1 ? { ...options, extension: folder } : options;
    const say = (line: string): void => console.error(line);
    const wanted = { stops: kills, restarts, times };
    console.log(JSON.stringify(await harvestStopped(host, portal, built, wanted, say), null, 2));
  } finally {
    await host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (given.includes('--extension')) await inExtension();
else {
  console.log(JSON.stringify(await readManyRows(150_000), null, 2));
  await inTrueTime();
  await killedAndResumed();
}
