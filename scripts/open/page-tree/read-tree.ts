import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type DocumentParts, PageDocument } from './document.ts';
import { PageElement } from './element.ts';
import { PageDoctype, PageText } from './leaves.ts';
import type { PageNode } from './node.ts';

type Parsed = DefaultTreeAdapterTypes.ChildNode;

const html = 'http://www.w3.org/1999/xhtml';

/** Parses a page as browsers do where no script runs, into nodes that are read and never changed. */
export function readTree(text: string, parts: Omit<DocumentParts, 'isQuirky' | 'kind'>): PageDocument {
  const { mode, childNodes } = parse(text, { scriptingEnabled: false });
  return dress(childNodes, { ...parts, kind: 'page', isQuirky: mode === 'quirks' });
}

/** Gives parsed nodes the members of a page's. Without recursion: pages nested thousands deep exist. */
function dress(children: readonly Parsed[], parts: DocumentParts): PageDocument {
  const nodes: PageNode[] = [];
  const document = new PageDocument(nodes, parts);
  const open: { readonly node: PageNode; readonly children: readonly Parsed[]; at: number }[] = [
    { node: document, children, at: 0 },
  ];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const parsed = top.children[top.at];
    top.at += 1;
    if (parsed === undefined) {
      top.node.end = nodes.length - 1;
      open.pop();
      continue;
    }
    const node = nodeOf(nodes, parsed, parts);
    append(top.node, node);
    if ('childNodes' in parsed && parsed.childNodes.length > 0) open.push({ node, children: parsed.childNodes, at: 0 });
  }
  return document;
}

function append(parent: PageNode, node: PageNode): void {
  node.parent = parent;
  node.previous = parent.last;
  if (parent.last === null) parent.first = node;
  else parent.last.next = node;
  parent.last = node;
}

function nodeOf(nodes: PageNode[], parsed: Parsed, parts: DocumentParts): PageNode {
  if ('value' in parsed) return new PageText(nodes, parsed.value, false);
  if ('data' in parsed) return new PageText(nodes, parsed.data, true);
  if (!('attrs' in parsed)) return new PageDoctype(nodes, parsed.name);
  const attributes = parsed.attrs.map(({ prefix, name, value }) => ({
    name: prefix ? `${prefix}:${name}` : name,
    value,
  }));
  const isHtml = parsed.namespaceURI === html;
  if (!('content' in parsed)) return new PageElement(nodes, { localName: parsed.tagName, isHtml, attributes });
  const { childNodes } = parsed.content;
  const held = (template: PageElement): PageDocument =>
    dress(childNodes, { ...parts, kind: 'template', parse: () => template.page.twin.contentOf(template) });
  return new PageElement(nodes, { localName: parsed.tagName, isHtml, attributes, held });
}
