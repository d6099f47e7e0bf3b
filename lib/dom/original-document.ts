import { withoutAddresses } from './css-addresses.ts';
import { purifierFor, withoutMedia } from './purifier.ts';
import { attributeOf, hasAttribute, localNameOf, removeAttribute, setAttribute, textOf } from './tree.ts';

/** Let nothing be fetched: the page's own inline styles and images written into it are all that shows. */
const SEALED =
  '<!doctype html><meta charset="utf-8">' +
  '<meta http-equiv="Content-Security-Policy" ' +
  "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'\">" +
  // Links have lost their addresses, and with them the look of links; the page's own sheet follows and may say otherwise.
  '<style>a{color:#0645ad;text-decoration:underline}</style>';

/** Attributes that say how a page of that time looks. None is an address but `src`, `href` and `style`, which are looked into. */
const LOOKS: ReadonlySet<string> = new Set(
  (
    'abbr align alink alt bgcolor border bordercolor cellpadding cellspacing char charoff checked class clear color cols ' +
    'colspan compact datetime dir disabled face frame frameborder headers height hidden href hspace id label lang leftmargin link ' +
    'marginheight marginwidth name noshade nowrap open rows rowspan rules scope selected size span src start style summary ' +
    'text title topmargin type valign value vlink vspace width wrap'
  ).split(' '),
);

/**
 * A captured page as the document of a sandboxed frame: no scripts, no frames, no forms, no trees of its own kept beside, and no way out, since a link that is
 * followed inside a frame would reach the network. Where a link led is told by its title. Two guards: no address is left in
 * it, and its policy would let none be asked for.
 */
export function originalDocument(html: string, document: Document): string {
  const purify = purifierFor(document);
  purify.addHook('uponSanitizeAttribute', (_, attribute) => {
    attribute.keepAttr &&= LOOKS.has(attribute.attrName);
  });
  purify.addHook('afterSanitizeAttributes', (element) => {
    const address = attributeOf(element, 'href');
    removeAttribute(element, 'href');
    if (address !== null && !hasAttribute(element, 'title')) setAttribute(element, 'title', address);
    // Without an address a picture shows its words in place of a broken one.
    if (!attributeOf(element, 'src')?.startsWith('data:image/')) removeAttribute(element, 'src');
    const style = attributeOf(element, 'style');
    if (style !== null) setAttribute(element, 'style', withoutAddresses(style));
    if (localNameOf(element) === 'style') element.textContent = withoutAddresses(textOf(element) ?? '');
  });
  const page = purify.sanitize(withoutMedia(html), {
    USE_PROFILES: { html: true },
    WHOLE_DOCUMENT: true,
    FORBID_TAGS: ['form', 'template', 'slot'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
  return SEALED + page;
}
