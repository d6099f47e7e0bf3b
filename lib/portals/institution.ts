import type { Unwrapped } from '../archive/unwrapped.ts';
import { attributeOf, elementsByTag, queryAll, titleOf } from '../dom/tree.ts';
import type { FoundField } from '../essay/found.ts';
import { titleParts } from '../extract/clean-title.ts';
import { readNamesAlone } from '../lines/bylines/byline-line.ts';
import { findBreadcrumb } from '../lines/find-breadcrumb.ts';
import type { Line } from '../lines/line.ts';
import { isPersonName } from '../text/person-names.ts';
import { findInstitution } from '../text/school-names.ts';
import { hostEvidence } from './host-evidence.ts';

/** Lines at either end of a page in which a school names itself: banner and footer. */
const edge = { top: 12, bottom: 14 } as const;
/** Longer lines are prose, and name schools that the essay is about. In characters. */
const longest = 140;
/** What a school's name is followed by in a banner: its journal, its site. */
const publication =
  /(?:学报|学刊|校刊|校报|图书馆|校园网|首页|文苑|校友录|门户网站|官方网站|网站|主页|网|欢迎您?)!?！?$/;
const owner = /版权|版權|主办|主辦|copyright|©|所有/i;

/** Where a page can name its institution, surest first. */
const places = ['footer', 'title-element', 'logo', 'breadcrumb', 'meta:SiteName', 'banner', 'edge'] as const;
type Place = (typeof places)[number];

/**
 * The Party school that a page says it belongs to: by its footer, its `<title>`, its logo's text or its banner.
 * What an essay says about schools, and where its author works, is no evidence: lines of the body are not looked at.
 */
export function readInstitution(
  page: Unwrapped,
  lines: readonly Line[],
  body: { first: number; last: number } | null,
): FoundField<string> | null {
  const { document } = page;
  const found: { place: Place; name: string; raw: string }[] = [];
  // On a host that nothing says is a school's, an author's school is no evidence.
  const isElsewhere =
    /^https?:..[^/]*[a-z]/i.test(page.originalUrl) && hostEvidence(page.originalUrl, null).length === 0;
  const look = (place: Place, text: string | null | undefined): void => {
    if (!text || text.length > longest || !/[校院]/.test(text) || (isElsewhere && isAffiliation(text))) return;
    const institution = findInstitution(text.trim().replace(publication, ''));
    if (institution) found.push({ place, name: institution.name, raw: text.trim() });
  };
  const top = Math.min(edge.top, body?.first ?? edge.top);
  for (const line of lines.slice(0, top))
    if (line.linkSize * 2 < line.size || isName(line.text)) look('banner', line.text);
  for (const line of lines.slice(Math.max((body?.last ?? -1) + 1, lines.length - edge.bottom))) {
    if (owner.test(line.text)) look('footer', line.text);
    else if (line.linkSize * 2 < line.size || isName(line.text)) look('edge', line.text);
  }
  for (const part of titleParts(titleOf(document))) if (isName(part)) look('title-element', part);
  for (const line of findBreadcrumb(lines, body?.first ?? 0)) {
    for (const crumb of line.text.split(/[:：>»›→]+/)) if (isName(crumb)) look('breadcrumb', crumb);
  }
  for (const image of elementsByTag(document, 'img'))
    look('logo', attributeOf(image, 'alt') ?? attributeOf(image, 'title'));
  const metas = [...queryAll(document, 'meta[name="SiteName" i], meta[property="og:site_name"]')];
  look(
    'meta:SiteName',
    attributeOf(
      metas.find((meta) => !page.archiveElements.includes(meta)),
      'content',
    ),
  );
  return pick(found);
}

/** `中共清河市委党校　林有禾`: where somebody is who signs an essay, on whatever page. */
const isAffiliation = (text: string): boolean => readNamesAlone(text)?.some(isPersonName) ?? false;

/** True when a part of a title or path is a school's name and little else: titles of essays name schools as well. */
function isName(text: string): boolean {
  const name = findInstitution(text.trim().replace(publication, ''))?.name;
  return name !== undefined && name.length >= text.trim().length * 0.7;
}

/** The surest place decides; a longer form of the same name elsewhere (中共…, with its second name) completes it. */
function pick(found: readonly { place: Place; name: string; raw: string }[]): FoundField<string> | null {
  const first = places.map((place) => found.find((one) => one.place === place)).find((one) => one !== undefined);
  if (!first) return null;
  const longer = found
    .filter((one) => one.name.length > first.name.length && one.name.includes(first.name))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
  const best = longer ?? first;
  return { value: best.name, raw: best.raw, place: best.place };
}
