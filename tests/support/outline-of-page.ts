import { bareTitle, titleParts } from '../../lib/extract/clean-title.ts';
import { findEnd } from '../../lib/extract/end.ts';
import { readOutline } from '../../lib/extract/outline.ts';
import { readPictureBody } from '../../lib/extract/picture-body.ts';
import { readRegion } from '../../lib/extract/region.ts';
import { findFloor } from '../../lib/extract/seed.ts';
import { findTitle } from '../../lib/extract/title.ts';
import { plainLines } from '../../lib/extract/title-place.ts';
import { weighTitle } from '../../lib/extract/title-weights.ts';
import { findVerse } from '../../lib/extract/verse.ts';
import type { Line } from '../../lib/lines/line.ts';
import { smallPage, smallPageUrl } from './small-page.ts';

const rounded = (weight: number | null): string => (weight === null ? '–' : String(Math.round(weight * 100) / 100));
const placeOf = (line: Line | null): string => (line === null ? '–' : String(line.index));

/**
 * What is read of a page. First each line: its weight as a title, `t` for the title, `h` of the head, `b` of the body, `i` inside the
 * region, `f` and `e` where the essay begins and ends. Then the body's score and its element, the title that is certain, verse, floor
 * and end. `#marked` is a body by a family's own marker.
 */
export function outlineOfPage(markup: string): string {
  const document = smallPage(markup);
  const { body: root, title: documentTitle } = document;
  const marked = document.querySelector('#marked');
  const address = smallPageUrl;
  const outline = readOutline(root, documentTitle, { address, marked });
  const { lines, title, head, body } = outline;
  const page = { whole: bareTitle(documentTitle), parts: titleParts(documentTitle).map(bareTitle) };
  const region = readRegion(outline, marked);
  const inside = new Set(region?.lines);
  const context = { lines, page, body: body ? lines[body.first] : undefined, address, plain: plainLines(lines) };
  const ofLine = (line: Line): string =>
    [
      rounded(weighTitle(line, context, () => true)),
      line === title ? 't' : '',
      head.includes(line) ? 'h' : '',
      body && line.index >= body.first && line.index <= body.last ? 'b' : '',
      inside.has(line) ? 'i' : '',
      line.index === region?.first ? 'f' : '',
      line.index === region?.last ? 'e' : '',
    ].join('');
  const verse = findVerse(lines);
  const anchor = findTitle({ lines, documentTitle, bodyFirst: null });
  const pictures = region ? null : readPictureBody(root, outline, documentTitle, new Set());
  return [
    ...lines.map(ofLine),
    '|',
    body ? rounded(body.score) : '–',
    region ? region.container.tagName + region.container.id : '–',
    `anchor ${anchor ? `${placeOf(anchor.line)}:${rounded(anchor.weight)}` : '–'}`,
    `verse ${verse ? `${verse.first}-${verse.last}:${verse.score}` : '–'}`,
    `floor ${findFloor(lines, title?.index ?? -1)}`,
    `end ${findEnd(lines)}`,
    ...(pictures?.pictures
      ? [
          `pictures ${placeOf(pictures.pictures.above)}-${placeOf(pictures.pictures.below)}`,
          pictures.container.tagName,
          pictures.first,
          pictures.last,
          String(pictures.outline.head.map(placeOf)),
        ]
      : []),
  ].join(' ');
}
