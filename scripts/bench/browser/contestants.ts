import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { boilerplateKind } from '../../../lib/lines/boilerplate.ts';
import { readNamesAlone } from '../../../lib/lines/bylines/byline-line.ts';
import { isCreditLine } from '../../../lib/lines/credit-line.ts';
import { isLabelledCredit } from '../../../lib/lines/credit-score.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { mayBeSchools } from '../../../lib/portals/prefilter.ts';
import { recogniseLive } from '../../../lib/portals/recognise-live.ts';

/*
 * Bundled into one script and put into each page: the code under the clock. Peers copy the document first, as their own
 * documentation asks; ours reads the live one.
 */

const page = (): { document: Document; url: string } => ({ document, url: location.href });

/** What is timed, by name. */
const contestants = {
  // What a page has to bear of us when nobody asks: the prefilter, and the recogniser where that sees a school.
  watch: () => mayBeSchools(page()) && recogniseLive(page()),
  recogniser: () => recogniseLive(page()),
  alone: () => readEssay(page(), { any: true }),
  pipeline: () => readEssay(page(), { any: true, secondReader: true }),
  readability: () => new Readability(document.cloneNode(true) as Document).parse(),
  defuddle: () => new Defuddle(document, { url: location.href, useAsync: false }).parse(),
} as const;

export type ContestantName = keyof typeof contestants;

/** Milliseconds of one page: of the first call in a fresh page, and of the median of the calls that follow. */
export interface Timing {
  readonly first: number;
  readonly warm: number;
}

/** Texts that no page has, more than are remembered: each call reads the page as if it were the first. */
const others = Array.from({ length: 1001 }, (_, n) => `${n}`);

const forgetLines = (): void => {
  for (const text of others) {
    boilerplateKind(text);
    isCreditLine(text);
    isLabelledCredit(text);
    readNamesAlone(text);
  }
};

const timeOnce = (run: () => unknown): number => {
  forgetLines();
  const started = performance.now();
  run();
  return performance.now() - started;
};

/** Times each contestant on this page, in the order given; `calls` warm calls follow the first. */
export function timeAll(order: readonly ContestantName[], calls: number): Record<ContestantName, Timing> {
  const first = order.map((name) => [name, timeOnce(contestants[name])] as const);
  const timings = first.map(([name, cold]): [ContestantName, Timing] => {
    const warm = Array.from({ length: calls }, () => timeOnce(contestants[name])).sort((a, b) => a - b);
    return [name, { first: cold, warm: warm[Math.floor(calls / 2)] ?? cold }];
  });
  return Object.fromEntries(timings) as Record<ContestantName, Timing>;
}

/** Members of the DOM whose reading makes the browser lay the page out (Paul Irish, "What forces layout/reflow"). */
const layoutMembers: readonly (readonly [object, readonly string[]])[] = [
  [HTMLElement.prototype, ['offsetTop', 'offsetLeft', 'offsetWidth', 'offsetHeight', 'offsetParent', 'innerText']],
  [
    Element.prototype,
    ['clientTop', 'clientLeft', 'clientWidth', 'clientHeight', 'scrollTop', 'scrollWidth', 'scrollHeight'],
  ],
  [Element.prototype, ['getBoundingClientRect', 'getClientRects', 'checkVisibility', 'computedStyleMap']],
  [Range.prototype, ['getBoundingClientRect', 'getClientRects']],
  [window, ['getComputedStyle', 'innerWidth', 'innerHeight', 'scrollX', 'scrollY']],
];

/** The layout-forcing members that a contestant reads on this page: none is what ours may do. */
export function layoutsForcedBy(name: ContestantName): readonly string[] {
  const read = new Set<string>();
  const restore: (() => void)[] = [];
  for (const [owner, members] of layoutMembers) {
    for (const member of members) {
      const own = Object.getOwnPropertyDescriptor(owner, member);
      if (own === undefined) continue;
      const note = (): void => void read.add(member);
      const { get, value } = own;
      Object.defineProperty(owner, member, {
        configurable: true,
        ...(get
          ? {
              get(this: unknown) {
                note();
                return get.call(this);
              },
            }
          : {
              value(this: unknown, ...given: unknown[]) {
                note();
                return (value as (...all: unknown[]) => unknown).apply(this, given);
              },
            }),
      });
      restore.push(() => Object.defineProperty(owner, member, own));
    }
  }
  try {
    contestants[name]();
  } finally {
    for (const undo of restore) undo();
  }
  return [...read];
}
