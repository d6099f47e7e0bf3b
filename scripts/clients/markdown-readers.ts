import { JSDOM } from 'jsdom';
import MarkdownIt from 'markdown-it';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

const commonMark = new MarkdownIt('commonmark', { html: true });
const plain = new MarkdownIt({ html: true, linkify: true });

/** Programs that read Markdown, by name: what each makes of a text, as HTML. */
export const markdownReaders: readonly (readonly [string, (markdown: string) => string])[] = [
  ['markdown-it, CommonMark', (markdown) => commonMark.render(markdown)],
  ['markdown-it with tables and links', (markdown) => plain.render(markdown)],
  [
    'micromark, GitHub',
    (markdown) => micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] }),
  ],
];

const { document } = new JSDOM('').window;

/** What a page shows, as far as words and marks go: its text without blanks, and the words of each kind of mark. */
export function shownBy(html: string): Readonly<Record<string, unknown>> {
  const page = document.createElement('div');
  page.innerHTML = html;
  const bare = (text: string | null) => (text ?? '').replace(/\s+/g, '');
  const words = (selector: string) =>
    [...page.querySelectorAll(selector)].map((element) => bare(element.textContent)).filter((text) => text !== '');
  return {
    text: bare(page.textContent),
    strong: words('strong'),
    em: words('em'),
    links: [...page.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    headings: words('h1, h2, h3, h4'),
    items: words('li'),
    cells: words('td, th'),
    others: words('del, code, pre, blockquote, hr, s'),
  };
}
