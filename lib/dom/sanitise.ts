import createDOMPurify, { type Config, type DOMPurify, type WindowLike } from 'dompurify';

/** What a clean essay may hold: the elements that `lib/clean` writes, and nothing that acts or loads but images. */
const essayConfig: Config = {
  ALLOWED_TAGS: [
    'p',
    'br',
    'h2',
    'h3',
    'h4',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'sup',
    'sub',
    'a',
    'img',
    'table',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'colspan', 'rowspan'],
  ALLOWED_URI_REGEXP: /^(?:https?:|data:image\/(?:png|jpeg|gif|webp);)/i,
  // Numbers, which the rule for addresses would refuse.
  ADD_URI_SAFE_ATTR: ['colspan', 'rowspan'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/**
 * Clean HTML of an essay with everything hostile taken out. Run before an essay is stored and again before it is shown,
 * since what is stored may come from an older version or a restored backup.
 */
export function sanitiseEssay(html: string, document: Document): string {
  return createDOMPurify(windowOf(document)).sanitize(html, essayConfig);
}

/** Gives the HTML of an essay as nodes, sanitised anew. They stand in no page: nothing of them is loaded. */
export type ReadEssayHtml = (html: string) => DocumentFragment;

/** Reads essays for what writes them in another form: one reader for many, since a sanitiser costs more to make than to use. */
export function essayReader(document: Document): ReadEssayHtml {
  const made: { purify?: DOMPurify } = {};
  const config = { ...essayConfig, RETURN_DOM_FRAGMENT: true } as const;
  return (html) => {
    made.purify ??= createDOMPurify(windowOf(document));
    return made.purify.sanitize(html, config);
  };
}

/**
 * Fills an element with an essay, sanitised anew; its links open apart and tell the site nothing. Nothing is loaded: where an
 * image stands, an empty place is left that tells its address and words (`data-address`, `data-words`), for who has its bytes.
 */
export function showEssay(element: Element, html: string): void {
  const essay = essayReader(element.ownerDocument)(html);
  for (const image of essay.querySelectorAll('img'))
    if (!image.src.startsWith('data:')) image.replaceWith(placeOf(image));
  for (const place of essay.querySelectorAll('.picture'))
    place.classList.toggle('alone', place.closest('p, li, td')?.textContent?.trim() === '');
  for (const link of essay.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noreferrer');
  }
  element.replaceChildren(essay);
}

/** Where an image stands; `alone` when its block has no words. */
function placeOf(image: HTMLImageElement): HTMLElement {
  const place = image.ownerDocument.createElement('span');
  place.className = 'picture';
  place.dataset['address'] = image.getAttribute('src') ?? '';
  place.dataset['words'] = image.alt;
  return place;
}

/** Let nothing be fetched: the page's own inline styles and images written into it are all that shows. */
const SEALED =
  '<!doctype html><meta charset="utf-8">' +
  '<meta http-equiv="Content-Security-Policy" ' +
  "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'\">" +
  // Links have lost their addresses, and with them the look of links; the page's own sheet follows and may say otherwise.
  '<style>a{color:#0645ad;text-decoration:underline}</style>';

/**
 * A captured page as the document of a sandboxed frame: no scripts, no frames, no forms, and no way out, since a link
 * that is followed inside a frame would reach the network. Where a link led is told by its title.
 */
export function originalDocument(html: string, document: Document): string {
  const purify = createDOMPurify(windowOf(document));
  purify.addHook('afterSanitizeAttributes', (element) => {
    const address = element.getAttribute('href');
    element.removeAttribute('href');
    if (address !== null && !element.hasAttribute('title')) element.setAttribute('title', address);
    // Without an address a picture shows its words in place of a broken one.
    if (!element.getAttribute('src')?.startsWith('data:')) element.removeAttribute('src');
  });
  const page = purify.sanitize(html, { USE_PROFILES: { html: true }, WHOLE_DOCUMENT: true, FORBID_TAGS: ['form'] });
  return SEALED + page;
}

/** A window for DOMPurify: the document's own, or this realm's when the document was only parsed. */
const windowOf = (document: Document): WindowLike => (document.defaultView ?? globalThis) as unknown as WindowLike;
