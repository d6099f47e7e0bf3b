import { attributeOf, hasAttribute, textOf } from './tree.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements whose edges break a line: the HTML standard's block-level display defaults, and table parts. */
export const blockTags = words(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'H1 H2 H3 H4 H5 H6 HEADER HR HTML LEGEND LI LISTING MAIN MENU NAV OL P PLAINTEXT PRE SECTION SUMMARY TABLE TBODY TD TEXTAREA TFOOT TH THEAD TR UL XMP ' +
    'FOUNDER-CONTENT FOUNDER-TITLE FOUNDER-AUTHOR FOUNDER-SUBTITLE FOUNDER-INTROTITLE',
);

/** Elements whose content is never text of the page as it is read. */
export const silentTags = words(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME FRAME NOFRAMES OBJECT EMBED APPLET SELECT OPTION TEXTAREA BUTTON INPUT HEAD TITLE SVG ANNOTATION ANNOTATION-XML ' +
    'AUDIO VIDEO CANVAS XML',
);

/** Elements that show line ends as they stand; `xmp` to `plaintext` are of HTML 2 and still understood. */
export const preTags = words('PRE XMP LISTING PLAINTEXT TEXTAREA');

/** Characters of a text in a box for writing from which it is no hint to the reader, but what the page shows. */
const shownText = 400;

/** True for an element whose content is no text of the page. Some pages show a text in a box for writing: locked, or full of it. */
export const isSilent = (element: Element, tag: string): boolean =>
  silentTags.has(tag) &&
  !(
    tag === 'TEXTAREA' &&
    (hasAttribute(element, 'readonly') ||
      hasAttribute(element, 'disabled') ||
      (textOf(element)?.length ?? 0) >= shownText)
  );

/** True for an element that the page itself hides by its own attributes; computed style would force a layout. */
export function isHidden(element: Element): boolean {
  if (hasAttribute(element, 'hidden')) return true;
  const style = attributeOf(element, 'style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}
