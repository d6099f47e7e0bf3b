import { type DefaultTreeAdapterTypes, parse, html as standard } from 'parse5';

/** Attributes that name an address which is loaded, led to or run, in any vocabulary. */
const addressed =
  /^(?:href|src|srcset|srcdoc|data|action|formaction|poster|background|ping|cite|code|archive|manifest|lowsrc|dynsrc|values|to)$/i;
/** Elements that run, load, lead away or hold another document, and those in which words are parsed in another way. */
const acting =
  /^(?:script|style|link|meta|base|iframe|frame|frameset|object|embed|applet|portal|fencedframe|form|input|button|select|textarea|keygen|video|audio|source|track|template|noscript|xmp|plaintext|noembed|noframes|dialog|marquee|slot|bgsound|isindex)$/;
/** What a style may load or run by, after escapes were taken for hostile. */
const actingStyle = /url\s*\(\s*[^)\s]|image-set|expression|binding|behaviou?r|\\|@import/i;

/** What a form of an essay may have besides the essay's own elements. */
export interface Allowed {
  /** Elements of the document around the essay. */
  readonly elements?: readonly string[];
  /** True where images of the essay are named by their addresses: in text that something else shows. */
  readonly farImages?: boolean;
  /** What links may lead to besides pages of the web and places of its own. */
  readonly links?: RegExp;
}

/**
 * Whatever in a piece of HTML would run, load or confuse a parser, each in a word; empty when it is harmless. Read by the
 * standard's own algorithm, with scripting and without.
 */
export function actsOf(html: string, allowed: Allowed = {}): readonly string[] {
  const trees = [true, false].map((scriptingEnabled) => parse(html, { scriptingEnabled }));
  return [...new Set(trees.flatMap((tree) => elementsOf(tree).flatMap((element) => actsOfElement(element, allowed))))];
}

function elementsOf(node: DefaultTreeAdapterTypes.Node): readonly DefaultTreeAdapterTypes.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  const inTemplate = 'content' in node ? elementsOf(node.content) : [];
  return 'tagName' in node ? [node, ...inTemplate, ...children] : children;
}

function actsOfElement(
  { tagName, namespaceURI, attrs }: DefaultTreeAdapterTypes.Element,
  allowed: Allowed,
): readonly string[] {
  const isForeign = namespaceURI !== standard.NS.HTML;
  const found = (acting.test(tagName) || isForeign) && !allowed.elements?.includes(tagName) ? [`<${tagName}>`] : [];
  for (const { name, value } of attrs) {
    const address = value.replace(/\p{Cc}| /gu, '');
    if (/^on/i.test(name)) found.push(`${tagName} ${name}`);
    else if (name === 'style' && actingStyle.test(value)) found.push(`${tagName} style`);
    else if (addressed.test(name) && !isHarmless(tagName, name, address, allowed))
      found.push(`${tagName} ${name}=${address.slice(0, 40)}`);
  }
  return found;
}

function isHarmless(tagName: string, name: string, address: string, { farImages, links }: Allowed): boolean {
  if (address === '' || address.startsWith('#')) return true;
  if (tagName === 'link' && name === 'href') return links?.test(address) ?? false;
  if (tagName === 'a' && name === 'href')
    return /^(?:https?|mailto):/i.test(address) || (links?.test(address) ?? false);
  return (
    tagName === 'img' &&
    name === 'src' &&
    (/^data:image\//.test(address) || (farImages === true && /^https?:/i.test(address)))
  );
}
