import type { ReadEssayHtml } from '../../dom/sanitise.ts';
import { sha256Hex } from '../../essay/fixity.ts';
import type { ZipFile } from '../../zip/create-zip.ts';
import { zipOf } from '../../zip/zip-of.ts';
import { type Bytes, type FormatOptions, type Records, readerOf } from '../format.ts';
import type { ExportRecord } from '../record.ts';
import { articleOf } from '../texts/article.ts';
import { essayTitle } from '../texts/facts.ts';
import { imagesOf } from '../texts/images.ts';
import { dress } from '../texts/page-theme.ts';
import { uuidOf } from '../uuid.ts';
import { type Chapter, containerXml, latest, navigation, packageDocument, titlePage, xhtmlPage } from './parts.ts';

/** Types that every reader of EPUB 3.3 shows (core media types); an image of another becomes a link. */
const shown: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * A book of essays by EPUB 3.3: title page, contents, and each essay a chapter with its images. Contents and package come last,
 * since they tell of all; of an essay that is written, its title stays.
 */
export function writeEpub(records: Records, options: FormatOptions = {}): Bytes {
  return zipOf(filesOf(records, options));
}

const file = (name: string, text: string, stored = false): ZipFile => ({
  name,
  bytes: new TextEncoder().encode(text),
  stored,
});

async function* filesOf(records: Records, options: FormatOptions): AsyncGenerator<ZipFile> {
  yield file('mimetype', 'application/epub+zip', true);
  yield file('META-INF/container.xml', containerXml);
  yield file('EPUB/style.css', dress);
  const chapters: Chapter[] = [];
  const images = new Map<string, string>();
  const readHtml = readerOf(options);
  let modified = '';
  for await (const record of records) {
    const { chapter, files } = await chapterOf(record, chapters.length + 1, readHtml);
    chapters.push(chapter);
    modified = latest(modified, record);
    for (const { name, type, ...image } of files) {
      if (type !== null && images.has(name)) continue;
      if (type !== null) images.set(name, type);
      yield { ...image, name: `EPUB/${name}` };
    }
  }
  const title = options.title ?? titleOfBook(chapters);
  const id = uuidOf(
    await sha256Hex(new TextEncoder().encode([title, ...chapters.map(({ digest }) => digest)].join('\n'))),
  );
  yield file('EPUB/title.xhtml', titlePage(title, chapters));
  yield file('EPUB/nav.xhtml', navigation(title, chapters));
  yield file('EPUB/package.opf', packageDocument({ id, title, chapters, images, modified }));
}

/** What a book without a title of its own is called: by its one author, else by its first essay and how many there are. */
function titleOfBook(chapters: readonly Chapter[]): string {
  const [first] = chapters;
  if (!first) return '文存';
  if (chapters.length === 1) return first.title;
  const [author] = first.authors;
  const byOne = author !== undefined && chapters.every(({ authors }) => authors.length === 1 && authors[0] === author);
  return byOne ? `${author}文${chapters.length}篇` : `《${first.title}》等${chapters.length}篇`;
}

/** A file of the book under its name in the package; a page has no type here. */
interface BookFile extends ZipFile {
  readonly type: string | null;
}

async function chapterOf(
  record: ExportRecord,
  number: number,
  readHtml: ReadEssayHtml,
): Promise<{ readonly chapter: Chapter; readonly files: readonly BookFile[] }> {
  const { authors, html } = record.essay;
  const title = essayTitle(record.essay);
  const body = readHtml(html);
  const images = [...(await imagesOf(record, body)).values()].filter(({ type }) => shown.has(type));
  const names = new Map(images.map(({ address, name }) => [address, `images/${name}`]));
  const article = await articleOf(record, body, (address) => {
    const name = names.get(address);
    return name === undefined ? null : `../${name}`;
  });
  const name = `text/${String(number).padStart(5, '0')}.xhtml`;
  const page = file(name, xhtmlPage(title, article, '../style.css'));
  const digest = await sha256Hex(new Uint8Array(page.bytes));
  const files = images.map(({ type, bytes, name }) => ({ name: `images/${name}`, type, bytes, stored: true }));
  return { chapter: { name, title, authors, digest }, files: [{ ...page, type: null }, ...files] };
}
