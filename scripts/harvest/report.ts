import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../lib/harvest/captures/catalogue.ts';
import type { ListedSoFar } from '../../lib/harvest/lists/listed-essays.ts';
import { type LostEssay, lostEssays, lostTable } from '../../lib/harvest/lists/lost-essays.ts';
import type { HarvestPlan } from '../../lib/harvest/plan/plan-harvest.ts';
import type { Kept } from './kept.ts';

/** What a harvest came to. */
export interface HarvestReport {
  readonly index: { readonly rows: number; readonly captures: number; readonly addresses: number };
  readonly addresses: { readonly essays: number; readonly lists: number; readonly others: number };
  /** Essays by address alone, by year. */
  readonly years: Readonly<Record<string, number>>;
  readonly listed: number;
  readonly planned: number;
  /** By what became of them: `kept`, `not-an-essay`, `failed` … */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Why captures were no good, and how many. */
  readonly tried: Readonly<Record<string, number>>;
  readonly lost: Readonly<Record<LostEssay['why'], number>>;
  /** Requests of this run. */
  readonly requests: number;
}

/** Writes `report.json` and `lost.csv`, and gives the report. */
export function writeReport(
  folder: string,
  catalogue: Catalogue,
  listed: ListedSoFar,
  plan: HarvestPlan,
  kept: Kept,
  requests: number,
): HarvestReport {
  const done = [...kept.all()];
  const failed = new Set(done.filter(({ outcome }) => outcome === 'failed').map(({ key }) => key));
  const lost = lostEssays(listed.all(), catalogue, failed);
  const counts = catalogue.counts();
  const report: HarvestReport = {
    index: { rows: counts.rows, captures: counts.captures, addresses: counts.addresses },
    addresses: { essays: counts.essay, lists: counts.list, others: counts.other },
    years: Object.fromEntries(
      [...counts.years].sort(([one], [other]) => one - other).map(([year, { essay }]) => [String(year), essay]),
    ),
    listed: listed.size(),
    planned: plan.essays.length,
    outcomes: countBy(done.map(({ outcome }) => outcome)),
    tried: countBy(done.flatMap(({ tried }) => tried.map(({ reason }) => reason))),
    lost: { 'no-capture': 0, 'no-good-capture': 0, ...countBy(lost.map(({ why }) => why)) },
    requests,
  };
  writeFileSync(join(folder, 'lost.csv'), lostTable(lost));
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  return report;
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

/** The report in words. */
export function reportText({ index, addresses, outcomes, lost, requests }: HarvestReport): string {
  const told = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  return [
    `index: ${index.rows} rows, ${index.captures} captures of ${index.addresses} addresses`,
    `by address: ${addresses.essays} essays, ${addresses.lists} lists, ${addresses.others} others`,
    `essays: ${told.join(', ') || 'none asked for'}`,
    `known but lost: ${lost['no-capture']} without a capture, ${lost['no-good-capture']} without a good one`,
    `requests: ${requests}`,
  ].join('\n');
}
