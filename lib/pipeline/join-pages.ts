import { originalOfFirst } from '../archive/trust.ts';
import type { Block } from '../clean/block.ts';
import { compose } from '../clean/compose.ts';
import { sanitiseEssay } from '../dom/sanitise.ts';
import type { Essay, FieldName, Provenance } from '../essay/essay.ts';
import type { Removal } from '../essay/found.ts';
import { withoutPageMark } from '../listing/unreached-pages.ts';
import type { FoundFields } from '../metadata/found-fields.ts';
import { missingPageBlock } from './missing-page.ts';
import { type PageReading, valuesOf } from './read-page.ts';
import { joinSeams } from './seams.ts';

/** A page of an essay in its place: `reading` is null when it could not be obtained. */
export interface EssayPage {
  readonly address: string;
  readonly reading: PageReading | null;
}

/**
 * One essay of its pages, in order. It has the original address and the archived copy of page 1 and the recognition of the page
 * that was given; fields are page 1's, and what it lacks is taken from later pages. Missing pages are marked in the HTML
 * and listed in the provenance.
 */
export function joinPages(pages: readonly EssayPage[], given: PageReading): Essay {
  const readings = pages.flatMap(({ reading }) => reading ?? []);
  const { blocks, repeats } = joinBlocks(pages);
  const { html, text } = compose(blocks);
  const fields = mergeFields(readings);
  return {
    ...valuesOf(fields),
    kind: given.essay.kind,
    originalUrl: originalOfFirst(withoutPageMark(pages[0]?.address ?? ''), given.page),
    archivedCopy: (pages[0]?.reading ?? given).essay.archivedCopy,
    html: sanitiseEssay(html, given.page.document),
    text,
    provenance: {
      fields,
      removals: distinct([
        ...readings.flatMap(({ essay }) => essay.provenance.removals),
        ...repeats.map((text) => ({ rule: 'repeat' as const, text })),
      ]),
      recognition: given.essay.provenance.recognition,
      extractor: given.essay.provenance.extractor,
      ...(given.essay.provenance.claim && { claim: given.essay.provenance.claim }),
      ...secondReaderOf(readings),
      missingPages: pages.filter(({ reading }) => reading === null).map(({ address }) => address),
    },
  };
}

/** Pages that follow each other are joined at their seams; beside a missing page nothing can be told of the seam. */
function joinBlocks(pages: readonly EssayPage[]): {
  readonly blocks: readonly Block[];
  readonly repeats: readonly string[];
} {
  const blocks: Block[] = [];
  const repeats: string[] = [];
  let run: (readonly Block[])[] = [];
  const endRun = (): void => {
    const joined = joinSeams(run);
    blocks.push(...joined.blocks);
    repeats.push(...joined.repeats);
    run = [];
  };
  for (const [at, { address, reading }] of pages.entries()) {
    if (reading) run.push(reading.blocks);
    else {
      endRun();
      blocks.push(missingPageBlock(at + 1, address));
    }
  }
  endRun();
  return { blocks, repeats };
}

/** A later page starts in mid-text: what looks like a title or a byline there may be words of the essay. */
const firstPageOnly: readonly FieldName[] = ['title', 'abstract'];

function mergeFields([first, ...later]: readonly PageReading[]): FoundFields {
  const fields: FoundFields = { ...first?.essay.provenance.fields };
  for (const { essay } of later) {
    const found = essay.provenance.fields;
    for (const name of Object.keys(found) as FieldName[])
      if (!firstPageOnly.includes(name) && found[name]?.place !== 'byline') fields[name] ??= found[name] as never;
  }
  return fields;
}

/** Every page has the same boilerplate: each text of it is told once, and first what the second reader would have kept. */
function distinct(removals: readonly Removal[]): readonly Removal[] {
  const told = [...new Map(removals.map((removal) => [`${removal.rule}\n${removal.text}`, removal])).values()];
  return told.toSorted((one, other) => Number(other.doubted ?? false) - Number(one.doubted ?? false));
}

/** The agreement of all pages, each counting by its length; nothing where no page was read by the second reader. */
function secondReaderOf(readings: readonly PageReading[]): Pick<Provenance, 'secondReader'> {
  const asked = readings.filter(({ essay }) => essay.provenance.secondReader !== undefined);
  if (asked.length === 0) return {};
  const told = asked.flatMap(({ essay }) => {
    const agreement = essay.provenance.secondReader?.agreement ?? null;
    return agreement === null ? [] : [{ agreement, length: essay.text.length }];
  });
  const length = told.reduce((sum, page) => sum + page.length, 0);
  const agreed = told.reduce((sum, page) => sum + page.agreement * page.length, 0);
  return { secondReader: { agreement: length === 0 ? null : agreed / length } };
}
