import { unwrap } from '../archive/unwrap.ts';
import { attributeOf, bodyOf, query, queryAll, tagOf, textOf } from '../dom/tree.ts';
import { lengthOf } from '../essay/length.ts';
import { readEssay, recognisePage } from '../pipeline/read-page.ts';
import { type OpenBytes, type OpenSource, openSource } from './open-source.ts';
import type { SourcePage } from './sources/source.ts';

/** A page of a file that was opened, and its document. */
export interface OpenedPage {
  readonly page: SourcePage;
  readonly opened: OpenSource;
}

/** Frames in frames: portals had two levels, one for the site and one for its articles. */
const deepest = 3;
/** Frames of one page that are looked at. */
const most = 20;

/**
 * Opens a page, and where it is a frameset or no essay, the frame of it that is one: chosen as among the frames of a tab, by
 * the highest score of those recognised, else the page itself, else the frame with the most text. Frames are the other pages of
 * an MHTML file, or of the folder beside a page, and documents that are written into the page (`srcdoc`, `data:`), as SingleFile does.
 */
export async function openBest(page: SourcePage, open: OpenBytes): Promise<OpenedPage> {
  const root = { page, opened: await openSource(page, open) };
  if ((page.frames ?? []).length === 0 && query(root.opened.document, 'iframe, frame') === null) return root;
  const seen = await withFrames(root, open, 0);
  const judged = seen.map((one) => ({ one, recognition: recognisePage(one.opened), length: lengthIn(one.opened) }));
  const [recognised] = judged
    .filter(({ recognition }) => recognition.portal)
    .toSorted((a, b) => b.recognition.score - a.recognition.score);
  const [longest, ...others] = judged.toSorted((a, b) => b.length - a.length);
  const [first] = judged;
  // A page may hold nothing but the frame of a text: its title, menu and footer are no essay.
  const holds = (first?.length ?? 0) > 0 && (seen.length === 1 || readEssay(root.opened, { any: true }).ok);
  const frame = longest?.one === root ? others[0] : longest;
  const chosen = (recognised ?? (holds ? first : frame))?.one ?? root;
  for (const other of seen) if (other !== chosen) other.opened.close();
  return chosen;
}

/** The characters of a page; none of a frameset, whose text stands in its `<noframes>`. */
function lengthIn({ document }: OpenSource): number {
  const body = bodyOf(document);
  return body !== null && tagOf(body).toUpperCase() === 'BODY' ? lengthOf(textOf(body) ?? '') : 0;
}

async function withFrames(around: OpenedPage, open: OpenBytes, depth: number): Promise<readonly OpenedPage[]> {
  const seen: OpenedPage[] = [around];
  if (depth === deepest) return seen;
  const frames = [...(around.page.frames ?? []), ...writtenFrames(around)].slice(0, most);
  for (const frame of frames) {
    const opened = await openSource(frame, open).catch(() => null);
    if (opened !== null) seen.push(...(await withFrames({ page: frame, opened }, open, depth + 1)));
  }
  return seen;
}

/** Documents written into a page: they have the address that it was saved from, and its moment. */
function writtenFrames({ page, opened }: OpenedPage): readonly SourcePage[] {
  const { frames: _frames, ...rest } = page;
  const { originalUrl, archivedCopy } = unwrap(opened);
  const told = archivedCopy === null ? {} : { container: archivedCopy.archive, capturedAt: archivedCopy.capturedAt };
  return [...queryAll(opened.document, 'iframe, frame')].flatMap((element) => {
    const html = attributeOf(element, 'srcdoc') ?? htmlOfData(attributeOf(element, 'src') ?? '');
    if (html === null || html.trim() === '') return [];
    return [{ ...rest, ...told, address: originalUrl, charset: 'utf-8', bytes: new TextEncoder().encode(html) }];
  });
}

/** The page in a `data:` address, as SingleFile writes the frames of a frameset. */
function htmlOfData(address: string): string | null {
  const [, base64, data = ''] = /^data:text\/html(?:;[\w=-]+)*?(;base64)?,(.*)$/is.exec(address) ?? [];
  if (data === '') return null;
  try {
    if (base64 === undefined) return decodeURIComponent(data);
    return new TextDecoder().decode(Uint8Array.from(atob(data), (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
}
