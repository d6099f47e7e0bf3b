import { escapeHtml } from '../essay/escape-html.ts';
import { shifted } from '../essay/shifted-figures.ts';
import { missingLetter } from '../lines/images/letter-images.ts';

/** Text of one piece as it is written, with its inline elements. Made anew for each essay by `inlineWriter`. */
export interface InlineWriter {
  /** Opens an inline element (`strong`, `em`, `sup`, `sub`, or `a` with its address) for the text that follows. */
  readonly open: (tag: string, href?: string) => void;
  readonly close: (tag: string) => void;
  /** Adds text; white space is folded, and dropped at the ends and where a line of source broke between two Han characters. */
  readonly write: (data: string) => void;
  readonly image: (src: string, alt: string) => void;
  /** A letter that the page sets as an image: plain text has a mark in its place. */
  readonly glyph: (src: string, alt: string) => void;
  /** A base and the reading above it, which plain text has in brackets. */
  readonly ruby: (base: string, reading: string) => void;
  /** Ends the piece and hands it out; null when it is empty. Elements still open go on in the next piece. */
  readonly take: () => { readonly html: string; readonly text: string; readonly indented: boolean } | null;
}

interface OpenTag {
  readonly tag: string;
  readonly start: string;
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]/u;
const invisible = /\u200b|\u200c|\u200d|\u2060|\ufeff|\u00ad|\0/g;
const gap = /[ \t\r\n\f\u00a0\u2002-\u200a]+/g;

/** Width of an indent in half characters: U+3000 counts two, a no-break space one. */
const indentWidth = (space: string): number =>
  [...space].reduce(
    (width, sign) => width + (sign === '\u3000' || sign === '\u2003' ? 2 : /[\u00a0\u2002]/.test(sign) ? 1 : 0),
    0,
  );

export function inlineWriter(): InlineWriter {
  const wanted: OpenTag[] = [];
  const written: OpenTag[] = [];
  let html = '';
  let text = '';
  // The sign that `text` ends in, kept apart: asking the growing text itself makes the engine copy it each time.
  let last = '';
  let lead = '';
  let pending = '';

  const closeDownTo = (depth: number): void => {
    while (written.length > depth) html += `</${written.pop()?.tag}>`;
  };
  const sync = (): void => {
    const common = written.findIndex((tag, n) => tag !== wanted[n]);
    closeDownTo(common === -1 ? written.length : common);
    for (const tag of wanted.slice(written.length)) {
      html += tag.start;
      written.push(tag);
    }
  };
  const add = (words: string): void => {
    text += words;
    last = words.at(-1) ?? last;
  };
  const settle = (next: string): void => {
    const broken = /[\r\n]/.test(pending) && wide.test(last) && wide.test(next);
    if (pending !== '' && text !== '' && !broken) {
      html += ' ';
      add(' ');
    }
    pending = '';
  };

  const put = (markup: string, words: string): void => {
    settle(words.charAt(0));
    sync();
    html += markup;
    add(words);
  };

  return {
    open: (tag, href) => {
      wanted.push({ tag, start: href === undefined ? `<${tag}>` : `<${tag} href="${escapeHtml(href)}">` });
    },
    close: (tag) => {
      const at = wanted.map((open) => open.tag).lastIndexOf(tag);
      if (at >= 0) wanted.splice(at, 1);
    },
    write: (data) => {
      const clean = data.replace(invisible, '');
      const body = text === '' ? clean.trimStart() : clean;
      if (text === '' && html === '') lead += clean.slice(0, clean.length - body.length);
      const words = body.split(gap);
      const spaces = body.match(gap) ?? [];
      words.forEach((word, n) => {
        if (word !== '') {
          const before = last;
          const [tag] = wanted.flatMap((open) => (open.tag === 'sup' || open.tag === 'sub' ? open.tag : [])).slice(-1);
          settle(word.charAt(0));
          sync();
          html += escapeHtml(word);
          add(tag === undefined ? word : shifted(word, tag, before));
        }
        pending += spaces[n] ?? '';
      });
    },
    image: (src, alt) => put(imageTag(src, alt), ''),
    glyph: (src, alt) => put(imageTag(src, alt || missingLetter), missingLetter),
    ruby: (base, reading) =>
      put(
        `<ruby>${escapeHtml(base)}<rp>（</rp><rt>${escapeHtml(reading)}</rt><rp>）</rp></ruby>`,
        `${base}（${reading}）`,
      ),
    take: () => {
      closeDownTo(0);
      const piece =
        html === '' ? null : { html: trimEnd(html), text: text.trimEnd(), indented: indentWidth(lead) >= 2 };
      html = '';
      text = '';
      last = '';
      lead = '';
      pending = '';
      return piece;
    },
  };
}

const imageTag = (src: string, alt: string): string => `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`;

/** Cuts white space (U+3000 is left by `write`) before the closing tags at the end. */
const trimEnd = (html: string): string => html.replace(/\s+((?:<\/[a-z]+>)*)$/, '$1');
