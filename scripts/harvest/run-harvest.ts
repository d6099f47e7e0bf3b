import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, createCatalogue, shapesOf } from '../../lib/harvest/captures/catalogue.ts';
import { createListed, type ListedSoFar } from '../../lib/harvest/lists/listed-essays.ts';
import { type HarvestPlan, planHarvest, timeToAsk } from '../../lib/harvest/plan/plan-harvest.ts';
import { createServedReader } from '../../lib/queue/read-served.ts';
import { openBytesWith } from '../clip/open-bytes.ts';
import { createPageOpener } from '../open/page-opener.ts';
import type { HarvestArguments } from './arguments.ts';
import { createAsker, type HarvestSurroundings } from './ask.ts';
import { createCaptureSource } from './capture-source.ts';
import { openCrawls } from './crawls.ts';
import { fetchEssay } from './fetch-essays.ts';
import { countListCaptures, fetchLists, readOwnLists } from './fetch-lists.ts';
import { openHarvest, outputs } from './harvest-journal.ts';
import { createKept } from './kept.ts';
import { readArchiveIndex, readOwnIndex } from './read-archive-index.ts';
import { readIndexFiles } from './read-index-files.ts';
import { type HarvestReport, writeReport } from './report.ts';
import { writeWarcinfo } from './write-captures.ts';

/** Runs a harvest to its end, or on from where an earlier run came to. Rejects when archive or disk refuse for good. */
export async function runHarvest(options: HarvestArguments, around: HarvestSurroundings): Promise<HarvestReport> {
  const { out, archive, choice, lists, planOnly } = options;
  const { say, now } = around;
  mkdirSync(join(out, 'state'), { recursive: true });
  const journal = openHarvest(out);
  try {
    const asker = createAsker(archive, join(out, 'state', 'archive.json'), around);
    const catalogue = createCatalogue();
    readOwnIndex(join(out, outputs.index), catalogue);
    for (const scope of options.scopes) await readArchiveIndex(scope, options, asker, journal, catalogue, say);
    const crawls = await openCrawls(options.files, say);
    await readIndexFiles(crawls.indexes, catalogue, say);
    if (statSync(join(out, outputs.captures)).size === 0) await writeWarcinfo(journal, archive.id, now());

    const listed = createListed();
    readOwnLists(join(out, outputs.listed), listed);
    const kept = createKept(journal.before);
    const plan = (): HarvestPlan => {
      catalogue.learn(shapesOf(essaysOf(listed)));
      return planHarvest(catalogue, listed, choice, archive.pace);
    };
    if (planOnly) {
      const first = plan();
      say(planText(first, countListCaptures(catalogue, lists), catalogue, archive.pace));
      return writeReport(out, catalogue, listed, first, kept, asker.requests());
    }
    const open = openBytesWith(createPageOpener());
    const source = createCaptureSource(archive, asker, crawls);
    await fetchLists(catalogue, source, journal, listed, lists, open, say);
    const last = plan();
    say(planText(last, 0, catalogue, archive.pace));
    const fetching = { catalogue, listed, source, journal, reader: createServedReader(open), kept };
    for (const [at, planned] of last.essays.entries()) {
      if (!kept.has(planned.key)) await fetchEssay(planned, fetching);
      if ((at + 1) % 100 === 0) say(`essays: ${at + 1} of ${last.essays.length}`);
    }
    return writeReport(out, catalogue, listed, last, kept, asker.requests());
  } finally {
    journal.close();
  }
}

/** Folded addresses of what lists name as essays. */
function* essaysOf(listed: ListedSoFar): Generator<string> {
  for (const { key, isEssay } of listed.all()) if (isEssay) yield key;
}

function planText(
  { essays }: HarvestPlan,
  lists: number,
  catalogue: Catalogue,
  pace: Parameters<typeof timeToAsk>[1],
): string {
  const { rows, captures, addresses } = catalogue.counts();
  const minutes = Math.ceil(timeToAsk(essays.length + lists, pace) / 60_000);
  const time = minutes < 120 ? `${minutes} minutes` : `${(minutes / 60).toFixed(1)} hours`;
  const ahead = lists === 0 ? '' : ` and ${lists} captures of lists`;
  return `${rows} rows of the index: ${captures} captures of ${addresses} addresses; ${essays.length} essays${ahead} to fetch, at the archive's pace in ${time}`;
}
