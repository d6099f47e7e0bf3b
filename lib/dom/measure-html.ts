/** Elements; a page of a portal has some thousand, one pasted from Word some ten thousand. Past this it is a trap. */
export const mostElements = 80_000;
/**
 * Elements open within each other. Pages that never close a `<font>` come to some hundred; browsers take the square of the depth
 * in time to parse more than 512.
 */
const mostDepth = 3000;

/** Elements that have no content, and those that the next of their kind closes (HTML standard, "optional tags"): they nest nothing. */
const neverNests = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr frame ' +
    'p li dd dt option optgroup tr td th tbody thead tfoot colgroup caption rt rp html head body a'
  ).split(' '),
);

/**
 * True for HTML that holds more than any essay's page does: it is not even parsed, which would hold up everything beside it for as
 * long as it takes. Counts tags as they are written, in one pass that ends as soon as there are too many.
 */
export function isBeyondReading(html: string): boolean {
  let elements = 0;
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (slash === '') elements += 1;
    if (!neverNests.has(name.toLowerCase())) depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    if (elements > mostElements || depth > mostDepth) return true;
  }
  return false;
}
