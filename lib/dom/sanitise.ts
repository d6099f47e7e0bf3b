import type { Config, DOMPurify } from 'dompurify';
import { oncePerWindow, purifierFor, withoutMedia } from './purifier.ts';
import { emptyDocumentOf } from './tree.ts';

/** Addresses of pages and of images elsewhere, and images that are written out. */
const addresses = /^(?:https?:|data:image\/(?:png|jpeg|gif|webp|bmp);)/i;

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
    'ruby',
    'rt',
    'rp',
    'a',
    'img',
    'table',
    'caption',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'colspan', 'rowspan', 'start', 'value', 'type', 'reversed'],
  ALLOWED_URI_REGEXP: addresses,
  // Numbers and letters, which the rule for addresses would refuse.
  ADD_URI_SAFE_ATTR: ['colspan', 'rowspan', 'start', 'value', 'type', 'reversed'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
};

/** The sanitiser of essays. DOMPurify lets images have data of any kind, whatever addresses are allowed: these go. */
const purifierOf = (document: Document, config: Config): DOMPurify => {
  const purify = purifierFor(document);
  // Once for all essays: reading it takes as long as cleaning a short one.
  purify.setConfig(config);
  purify.addHook('uponSanitizeAttribute', (_, attribute) => {
    if (attribute.attrName === 'src') attribute.keepAttr &&= addresses.test(attribute.attrValue);
  });
  return purify;
};
const essayPurifier = oncePerWindow((document) => purifierOf(document, essayConfig));

/**
 * Clean HTML of an essay with everything hostile taken out. Run before an essay is stored and again before it is shown,
 * since what is stored may come from an older version or a restored backup.
 */
export function sanitiseEssay(html: string, document: Document): string {
  return essayPurifier(document).sanitize(withoutMedia(html));
}

/** Gives the HTML of an essay as nodes, sanitised anew. They stand in no page: nothing of them is loaded. */
export type ReadEssayHtml = (html: string) => DocumentFragment;

const fragmentPurifier = oncePerWindow((document) =>
  purifierOf(document, { ...essayConfig, RETURN_DOM_FRAGMENT: true }),
);

/** Reads essays for what writes them in another form. */
export function essayReader(document: Document): ReadEssayHtml {
  return (html) => {
    // Of what has no body at all DOMPurify gives nothing, whatever its types say.
    const clean: DocumentFragment | null = fragmentPurifier(document).sanitize(withoutMedia(html), {
      RETURN_DOM_FRAGMENT: true,
    });
    return clean ?? emptyDocumentOf(document).createDocumentFragment();
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
