import type { Draft } from '../clean/draft.ts';
import { commonAncestor } from '../dom/ancestor.ts';
import type { Outline } from './outline.ts';
import { proseScore } from './prose.ts';

/** An article's region: the element that holds all of it, and its lines, boilerplate still among them. */
export interface Region extends Draft {
  readonly container: Element;
}

/**
 * The region of the article that the outline found: from its title (or its first line of prose) to the end of the element that
 * holds the prose. `inside` narrows it to an element that is known to be the body, by a CMS family's marker or by Readability.
 */
export function readRegion(outline: Outline, inside: Element | null): Region | null {
  const { lines, body } = outline;
  if (!body) return null;
  const within = inside ? lines.filter((line) => inside.contains(line.block)) : lines;
  const first = inside ? Math.max(body.first, within[0]?.index ?? body.first) : body.first;
  const last = inside ? (within.at(-1)?.index ?? body.last) : body.last;
  const prose = lines.slice(first, Math.min(last, body.last) + 1).filter((line) => proseScore(line) > 0);
  const container = prose.reduce<Element | null>(
    (held, line) => (held ? commonAncestor(held, line.block) : line.block),
    null,
  );
  if (!container) return null;
  const start = inside ? first : Math.min(outline.title?.index ?? first, first);
  const region = lines.filter(
    (line) => container.contains(line.block) || (line.index >= start && line.index <= last && line.index >= first),
  );
  return { outline, container, lines: region, first, last: Math.min(body.last, last) };
}
