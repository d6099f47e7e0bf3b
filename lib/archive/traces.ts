import {
  bodyOf,
  dataOf,
  firstChildOf,
  headOf,
  lastChildOf,
  nameOf,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  rootOf,
  typeOf,
} from '../dom/tree.ts';

/** The places of a page where archives and saving browsers leave their marks, and what was found in them. */
export interface Traces {
  readonly comments: readonly Comment[];
  readonly scripts: readonly Element[];
}

const IN_COMMENT = /wayback|archived on|saved from|singlefile|wb insert|mirrored from/i;
const IN_SCRIPT = /__wm|wbinfo|wbCurrentUrl|archive_analytics|ARCHIVED ON/;

// Marks stand at the edges: bounds keep a page of any size to a fraction of a millisecond.
const EDGE_NODES = 80;
const EDGE_CHARACTERS = 8192;

/** Collects the comments and inline scripts at the edges of a page that look like an archive's. */
export function readTraces(document: Document): Traces {
  const starts = [document, rootOf(document), headOf(document), bodyOf(document)];
  const edges = starts.map((parent) => firstChildOf(parent)).flatMap(run);
  const comments: Comment[] = [];
  const scripts: Element[] = [];
  for (const node of new Set([...edges, ...tail(lastChildOf(document))])) {
    if (isComment(node) && IN_COMMENT.test(node.data.slice(0, EDGE_CHARACTERS))) comments.push(node);
    else if (isScript(node) && IN_SCRIPT.test(dataOf(firstChildOf(node))?.slice(0, EDGE_CHARACTERS) ?? ''))
      scripts.push(node);
  }
  return { comments, scripts };
}

/** The text of the first comment that a pattern matches, or null. */
export const commentLike = (traces: Traces, pattern: RegExp): string | null =>
  traces.comments.find((comment) => pattern.test(comment.data))?.data ?? null;

/** Elements between two comments that stand in one parent, such as a toolbar's BEGIN and END; none when they do not pair. */
export function elementsBetween(traces: Traces, begin: RegExp, end: RegExp): readonly Element[] {
  return traces.comments.filter((comment) => begin.test(comment.data)).flatMap((comment) => until(comment, end));
}

function until(begin: Comment, end: RegExp): readonly Element[] {
  const elements: Element[] = [];
  for (let node = nextSiblingOf(begin); node; node = nextSiblingOf(node)) {
    if (isComment(node) && end.test(node.data)) return elements;
    if (isElement(node)) elements.push(node);
  }
  return [];
}

/** The node and those after it in its parent, up to the bound. */
function run(first: ChildNode | null | undefined): readonly Node[] {
  const nodes: Node[] = [];
  for (let node = first; node && nodes.length < EDGE_NODES; node = nextSiblingOf(node)) nodes.push(node);
  return nodes;
}

/** The last nodes in document order: a page that never closes its elements takes the archive's last comment into them. */
function tail(last: Node | null): readonly Node[] {
  const nodes: Node[] = [];
  for (let node = deepest(last); node && nodes.length < EDGE_NODES; ) {
    nodes.push(node);
    const before = previousSiblingOf(node);
    node = before ? deepest(before) : parentOf(node);
  }
  return nodes;
}

function deepest(start: Node | null): Node | null {
  let node = start;
  for (let last = node; last; last = lastChildOf(last)) node = last;
  return node;
}

const isComment = (node: Node): node is Comment => typeOf(node) === 8;
const isElement = (node: Node): node is Element => typeOf(node) === 1;
const isScript = (node: Node): node is Element => isElement(node) && nameOf(node).toLowerCase() === 'script';
