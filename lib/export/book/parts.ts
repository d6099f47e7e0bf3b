import type { ExportRecord } from '../record.ts';
import { escapeXml } from '../xml.ts';

/** A chapter that is written. */
export interface Chapter {
  /** Its file in the package. */
  readonly name: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** SHA-256 of its page. */
  readonly digest: string;
}

/** Where the package is (EPUB 3.3, 4.2.6.3.1). */
export const containerXml = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** A page of the book. `style` is the way to its style sheet. */
export const xhtmlPage = (
  title: string,
  body: string,
  style = 'style.css',
): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh" xml:lang="zh">
<head>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="${style}"/>
</head>
<body>
${body}</body>
</html>
`;

const byline = (authors: readonly string[]): string =>
  authors.length === 0 ? '' : `　${escapeXml(authors.join('、'))}`;

/** The page before all others. */
export const titlePage = (title: string, chapters: readonly Chapter[]): string =>
  xhtmlPage(
    title,
    `<section epub:type="titlepage">\n<h1>${escapeXml(title)}</h1>\n<p>共 ${chapters.length} 篇</p>\n<p>文存 Wencun</p>\n</section>\n`,
  );

/** The contents, as readers and reading systems use them; they need an entry even where there is no essay. */
export function navigation(title: string, chapters: readonly Chapter[]): string {
  const first = `<li><a href="title.xhtml">${escapeXml(title)}</a></li>\n`;
  const items = chapters.map(
    ({ name, title, authors }) => `<li><a href="${name}">${escapeXml(title)}${byline(authors)}</a></li>\n`,
  );
  return xhtmlPage(
    '目录',
    `<nav epub:type="toc" id="toc">\n<h1>目录</h1>\n<ol>\n${first}${items.join('')}</ol>\n</nav>\n`,
  );
}

/** What a book's package says. */
export interface Package {
  readonly id: string;
  readonly title: string;
  readonly chapters: readonly Chapter[];
  /** Types of the images, by name. */
  readonly images: ReadonlyMap<string, string>;
  /** The latest moment of its essays, '' for none known. */
  readonly modified: string;
}

/** The package document (EPUB 3.3, 5): what the book is, all its files, and their order. */
export function packageDocument({ id, title, chapters, images, modified }: Package): string {
  const creators = [...new Set(chapters.flatMap(({ authors }) => authors))];
  const idOf = (index: number): string => `essay-${index + 1}`;
  const pages = chapters.map(
    ({ name }, index) => `<item id="${idOf(index)}" href="${name}" media-type="application/xhtml+xml"/>\n`,
  );
  const pictures = [...images].map(
    ([name, type], index) => `<item id="image-${index + 1}" href="${name}" media-type="${type}"/>\n`,
  );
  const spine = chapters.map((_chapter, index) => `<itemref idref="${idOf(index)}"/>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="zh">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">urn:uuid:${id}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>zh</dc:language>
${creators.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>\n`).join('')}<meta property="dcterms:modified">${modified || NO_MOMENT}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
<item id="style" href="style.css" media-type="text/css"/>
${pages.join('')}${pictures.join('')}</manifest>
<spine>
<itemref idref="title"/>
<itemref idref="nav"/>
${spine.join('')}</spine>
</package>
`;
}

/** Stands for a moment that no essay of the book tells: a package has to name one, and the time of export would differ each time. */
export const NO_MOMENT = '2000-01-01T00:00:00Z';

/** The later of a moment and those of an essay, without fractions of a second, as a package writes them. */
export function latest(moment: string, { essay, capture, keptAt }: ExportRecord): string {
  const moments = [moment, essay.archivedCopy?.capturedAt ?? '', capture?.takenAt ?? '', keptAt ?? ''];
  return moments
    .flatMap((one) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(one)?.map((found) => `${found}Z`) ?? [])
    .reduce((one, other) => [one, other].toSorted()[1] ?? one, '');
}
