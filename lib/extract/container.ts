import { commonAncestor } from '../dom/ancestor.ts';
import { contains, parentElementOf, query, tagOf } from '../dom/tree.ts';
import type { Line } from '../lines/line.ts';
import { proseScore } from '../lines/prose.ts';

/** Elements that hold one paragraph each, so that the essay's home is what holds them. */
const paragraphTags = /^(?:P|LI|DD|DT|H[1-6]|TD|TR|TBODY|BLOCKQUOTE|CENTER|PRE|FIGURE)$/;
/** Climbing to a wider element must win this share of what is held already: less is a caption or a notice beside the essay. */
const worthClimbing = 0.3;
/** How much a first line of prose far below the title loses, per line in between. */
const distanceCost = 0.12;

/**
 * The element that holds the essay: the one whose own paragraphs are the most prose, the nearest to the title, widened as long
 * as that wins a fair share of text. `lines` are the candidate lines from below the head on; `plain` are those and the lines
 * that follow them without a break by boilerplate or links. Without prose (verse) it is what holds all lines; null without lines.
 */
export function findContainer(lines: readonly Line[], plain: readonly Line[] = lines): Element | null {
  const prose = lines.filter((line) => proseScore(line) > 10);
  if (prose.length === 0)
    return lines.reduce<Element | null>((held, line) => (held ? commonAncestor(held, line.block) : line.block), null);
  const masses = new Map<Element, { mass: number; first: number }>();
  for (const line of prose) {
    const home = homeOf(line);
    const known = masses.get(home);
    masses.set(home, { mass: (known?.mass ?? 0) + line.size, first: known?.first ?? line.index });
  }
  const worth = ({ mass, first }: { mass: number; first: number }): number =>
    mass / (1 + (first - (lines[0]?.index ?? 0)) * distanceCost);
  const [best] = [...masses].toSorted(([, one], [, other]) => worth(other) - worth(one));
  if (!best) return null;
  let home = best[0];
  let mass = massIn(home, plain);
  for (
    let wider = parentElementOf(home);
    wider && tagOf(wider).toUpperCase() !== 'HTML';
    wider = parentElementOf(wider)
  ) {
    const widerMass = massIn(wider, plain);
    if (widerMass === mass) continue;
    if (widerMass - mass < mass * worthClimbing) break;
    home = wider;
    mass = widerMass;
  }
  return tighten(home, plain);
}

/** The element whose paragraphs a line is among: its block, or what holds the block when that is a paragraph of its own. */
function homeOf(line: Line): Element {
  const { block } = line;
  return paragraphTags.test(tagOf(block).toUpperCase()) || isLeaf(block) ? (parentElementOf(block) ?? block) : block;
}

const isLeaf = (block: Element): boolean =>
  tagOf(block).toUpperCase() === 'DIV' && query(block, 'br, div, p, table') === null;

const massIn = (element: Element, lines: readonly Line[]): number =>
  lines.reduce((sum, line) => (contains(element, line.block) ? sum + line.size : sum), 0);

/** The deepest element that holds all of the prose that `home` holds. */
function tighten(home: Element, prose: readonly Line[]): Element {
  const inside = prose.filter((line) => contains(home, line.block));
  return (
    inside.reduce<Element | null>((held, line) => (held ? commonAncestor(held, line.block) : line.block), null) ?? home
  );
}
