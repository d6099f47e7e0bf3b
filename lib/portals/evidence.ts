import { query, titleOf } from '../dom/tree.ts';
import type { EssayKind, Evidence } from '../essay/essay.ts';
import { cleanTitle } from '../extract/clean-title.ts';
import { upToComments } from '../extract/end.ts';
import { boilerplateKind } from '../lines/boilerplate.ts';
import { isBylineLine } from '../lines/bylines/byline-line.ts';
import { isCreditLine } from '../lines/credit-line.ts';
import { creditScore } from '../lines/credit-score.ts';
import { findBreadcrumb } from '../lines/find-breadcrumb.ts';
import type { Line } from '../lines/line.ts';
import { hostEvidence } from './host-evidence.ts';
import { kindOf } from './kind.ts';
import type { PageSurvey } from './survey-page.ts';
import { type EvidenceId, weights } from './weights.ts';

/** An essay of one paragraph of 80 characters exists; less is no body. */
const shortestBody = 60;
/** A date in the address: static pages of 1998-2004 tell no other. */
const filed = /\/(?:19|20)\d\d[-_/]?(?:0[1-9]|1[0-2])/;
/** An article has one or two dated credit lines; a list of articles or of messages has one for each. */
const manyEntries = 4;
const dated = /(?:19|20)\d\d[-/.年]\d{1,2}/;
/** The date that closes a row of a list. */
const rowDate = /(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*[\])）】]?$/;
/** What closes a row that offers a file. */
const button = /[[【［(（\s](?:点击)?下载[\]】］)）]?$/;
/**
 * Where credits and tools are looked for, in lines: above the title, in the last lines of the body (of tools fewer: an essay ends in
 * words such as 关闭 sooner than in a toolbar), and below it. Templates put no more than that between a text and its credits
 * (docs/portals.md 1.1 to 1.7).
 */
const reach = { above: 3, bodyEnd: 6, toolsEnd: 3, below: 12 } as const;
/** A line that is no more link than this may be prose. Share of its characters. */
const mostLinked = 0.5;
/**
 * Verse: four lines of five characters and a mark are the shortest poem that is a page of its own; no line of verse is longer.
 * In lines and characters.
 */
const verse = { lines: 4, characters: 24, longestLine: 40 } as const;
/** A line of two labels or more is a credit line where it is no longer than this: prose may hold two by chance. In characters. */
const labelled = { labels: 2, longest: 120 } as const;
/** Longest words that a piece of evidence shows. In characters. */
const longestShown = 160;

/** Evidence as it is gathered: ids are those of `weights`. */
export interface WeighedEvidence extends Evidence {
  readonly id: EvidenceId;
}

/** All evidence of a page, and the kind that its title, column and author speak for. */
export function gatherEvidence(survey: PageSurvey): {
  readonly evidence: readonly WeighedEvidence[];
  readonly kind: EssayKind;
} {
  const { outline, pictures, institution, family, page } = survey;
  const { lines, body } = outline;
  const { title, head } = body === null && pictures ? pictures.outline : outline;
  const evidence: WeighedEvidence[] = [];
  const add = (id: EvidenceId, text: string): void => {
    evidence.push({
      id,
      weight: weights[id],
      text: text.length > longestShown ? `${text.slice(0, longestShown)}…` : text,
    });
  };

  if (institution) add('institution', institution.raw);
  for (const [id, text] of hostEvidence(page.originalUrl, institution?.value ?? null)) add(id, text);

  const end = body?.last ?? (pictures ? pictures.last : lines.length);
  const after = lines.slice(end + 1, end + 1 + reach.below);
  const inBody = body ? lines.slice(body.first, body.last + 1) : [];
  const prose = inBody.filter((line) => line.linkSize / line.size < mostLinked && boilerplateKind(line.text) === null);
  const mass = prose.reduce((sum, line) => sum + line.size, 0);
  const isVerse =
    prose.length >= verse.lines &&
    mass >= verse.characters &&
    prose.every((line) => line.size <= verse.longestLine && line.linkSize === 0);
  const above = lines.slice(
    Math.max(0, (title?.index ?? body?.first ?? 0) - reach.above),
    title?.index ?? body?.first ?? 0,
  );
  const around = [...head, ...above, ...inBody.slice(-reach.bodyEnd), ...after];
  const credit = around.find(
    (line) => isCreditLine(line.raw) || (line.size < labelled.longest && creditScore(line.raw) >= labelled.labels),
  );
  const byline = head.find((line) => isBylineLine(line));
  const crumbs = findBreadcrumb(lines, title?.index ?? body?.first ?? 0);
  const isBody = mass >= shortestBody || isVerse;
  // Scans and photographs stand on pages of their own, which path and credits tell from a picture on any other page.
  const isPictures = !isBody && pictures !== null && credit !== undefined && crumbs.length > 0;
  if (isBody) add('body', `${mass}`);
  else if (isPictures) add('pictures', title?.text ?? '');
  else add('no-body', `${mass}`);
  if (title) add('title', title.text);
  if (credit) add('credit-line', credit.text);
  if (byline) add('byline', byline.text);
  if (!credit && !byline && !filed.test(page.originalUrl)) add('no-credit', '');
  if (crumbs.length > 0) add('breadcrumb', crumbs.map((line) => line.text).join(' '));
  const tools = [...head, ...after, ...inBody.slice(-reach.toolsEnd)].find(
    (line) => boilerplateKind(line.text) === 'tools' && /打印|关闭|字[体号]|收藏/.test(line.text),
  );
  if (tools) add('tools', tools.text);
  if (family) {
    add('cms', `${family.family.id} · ${family.mark}`);
    const path = family.family.address.exec(page.originalUrl)?.[0];
    if (path) add('address', path);
  }
  for (const [id, text] of against(survey, mass, isPictures)) add(id, text);

  const heading = cleanTitle(title?.text ?? titleOf(page.document));
  const path = crumbs
    .map((line) => line.text)
    .join(' ')
    .replace(heading, '');
  const signed = byline !== undefined || (credit !== undefined && person.test(credit.text));
  return { evidence, kind: kindOf({ title: heading, path, signed, opening: inBody[0]?.text ?? '' }) };
}

/** A person behind the author's label: no department, and none of the words that templates print for nobody. */
const person =
  /(?:作\s*者|撰\s*稿|撰文|文)\s*[:：／/]\s*(?!佚名|本站|未知|不详|原创|匿名|网络|[\u3400-\u9fff]{0,8}(?:处|室|部|科|办|中心|院|系|馆|组)(?![\u3400-\u9fff]))[\u3400-\u9fff·]{2}/;

/** Less body than this beside many links or a password's box is no article's. In characters: two short paragraphs. */
const thinBody = 200;
/** A page of links: they are more than this share of all characters, and so many times the body. */
const linkList = { share: 0.6, timesBody: 4 } as const;
/**
 * How much of the body is looked at for its script, in characters, and the least share of Han characters in a Chinese text:
 * quotations, figures and Latin names are the rest.
 */
const script = { sample: 2000, leastHan: 0.3 } as const;
/**
 * Entries of a list of articles or messages: a dated credit line without links is shorter than `credit`, a dated row of links than
 * `row`. One entry fewer is enough beside a body shorter than `thin`. In characters.
 */
const entry = { credit: 90, row: 60, thin: 400 } as const;

/** What speaks against an article. */
function against(survey: PageSurvey, mass: number, isPictures: boolean): [EvidenceId, string][] {
  const { outline, page } = survey;
  const found: [EvidenceId, string][] = [];
  const all = outline.lines.reduce((sum, line) => sum + line.size, 0);
  const linked = outline.lines.reduce((sum, line) => sum + line.linkSize, 0);
  if (!isPictures && mass < thinBody && linked > all * linkList.share && linked > mass * linkList.timesBody)
    found.push(['link-list', `${linked} / ${all}`]);
  const sample = outline.lines
    .slice(outline.body?.first ?? 0, (outline.body?.last ?? 0) + 1)
    .map((line) => line.text)
    .join('')
    .slice(0, script.sample);
  const han = sample.replace(/[^\u4e00-\u9fff]+/g, '').length;
  if (sample.length > 0 && han < sample.length * script.leastHan) found.push(['not-chinese', sample.slice(0, 60)]);
  const entries = upToComments(outline.lines).filter(
    (line) => line.size < entry.credit && line.linkSize === 0 && isCreditLine(line.raw) && dated.test(line.text),
  );
  const inBody = outline.lines.slice(outline.body?.first ?? 0, (outline.body?.last ?? -1) + 1);
  const isRow = ({ size, linkSize, text }: Line): boolean =>
    linkSize > 0 && size < entry.row && (rowDate.test(text) || (dated.test(text) && button.test(text)));
  const rows = outline.lines.filter(isRow);
  if (rows.length >= manyEntries && inBody.some((line) => rows.includes(line)))
    found.push(['many-entries', rows[0]?.text ?? '']);
  else if (entries.length >= manyEntries || (entries.length === manyEntries - 1 && mass < entry.thin))
    found.push([
      'many-entries',
      entries
        .slice(0, 3)
        .map((line) => line.text)
        .join(' / '),
    ]);
  if (mass < thinBody && query(page.document, 'input[type="password" i]'))
    found.push(['login', 'input[type=password]']);
  return found;
}
