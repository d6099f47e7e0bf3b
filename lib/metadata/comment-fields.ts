import { dataOf, nextSiblingOf, textOf, typeOf, walkerOf } from '../dom/tree.ts';
import type { FieldPlace } from '../essay/record-words.ts';
import { readAuthors } from '../lines/bylines/authors.ts';
import { readDate } from '../text/dates.ts';
import type { FoundFields } from './found-fields.ts';
import { readSource } from './source.ts';

/**
 * Fields that a CMS names in comments: Hanweb writes `<!--<$[标题]>begin-->…<!--<$[标题]>end-->` around the values, Founder a
 * property list in one comment after `</html>` (docs/portals.md 1.5 and 1.0). They survive replays, and nothing is surer.
 */
export function readCommentFields(document: Document): FoundFields {
  return { ...readFounder(document), ...readHanweb(document) };
}

function readHanweb(document: Document): FoundFields {
  const values = new Map<string, string>();
  const walker = walkerOf(document, document, 128);
  while (walker.nextNode()) {
    const name = /<\$\[(.{2,8})\]>begin/.exec(dataOf(walker.currentNode) ?? '')?.[1];
    if (name && !values.has(name) && name !== '信息内容') values.set(name, textUpToEnd(walker.currentNode, name));
  }
  return fieldsOf(
    {
      title: values.get('标题') ?? values.get('信息标题'),
      author: values.get('作者'),
      source: values.get('信息来源'),
      date: values.get('发布日期'),
    },
    'comment:hanweb',
  );
}

/** The text of the siblings up to the closing comment, cut at a length that no field has. */
function textUpToEnd(start: Node, name: string): string {
  let text = '';
  for (let node = nextSiblingOf(start); node && text.length < 300; node = nextSiblingOf(node)) {
    if (typeOf(node) === 8 && (dataOf(node) ?? '').includes(`<$[${name}]>end`)) break;
    if (typeOf(node) !== 8) text += textOf(node) ?? '';
  }
  return text.replace(/\s+/g, ' ').trim();
}

function readFounder(document: Document): FoundFields {
  const walker = walkerOf(document, document, 128);
  while (walker.nextNode()) {
    const list = dataOf(walker.currentNode) ?? '';
    if (!list.includes('enpproperty')) continue;
    const value = (name: string): string | undefined =>
      new RegExp(`<(?:founder-)?${name}>([^<]{1,300})</(?:founder-)?${name}>`).exec(list)?.[1]?.trim();
    // Its source is the paper itself.
    return fieldsOf(
      { title: value('title'), author: value('author'), source: undefined, date: value('date') },
      'comment:founder',
    );
  }
  return {};
}

interface Values {
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly source: string | undefined;
  readonly date: string | undefined;
}

function fieldsOf({ title, author, source, date }: Values, place: FieldPlace): FoundFields {
  const fields: FoundFields = {};
  if (title) fields.title = { value: title, raw: title, place };
  const authors = author ? readAuthors(author) : null;
  if (author && authors && authors.persons.length > 0) fields.authors = { value: authors.persons, raw: author, place };
  const from = source ? readSource(source) : null;
  if (source && from) fields.source = { value: from.source, raw: source, place };
  const day = date ? readDate(date, { labelled: true }) : null;
  if (date && day) fields.publishedOn = { value: day.value, raw: date, place };
  return fields;
}
