import type { FoundField } from '../../lib/essay/found.ts';
import type { Line } from '../../lib/lines/line.ts';
import { readLines } from '../../lib/lines/line.ts';
import type { FoundFields } from '../../lib/metadata/found-fields.ts';
import { readFields } from '../../lib/metadata/read.ts';
import { parsePage } from './parse-page.ts';

/** The parts of a page, as markup; a part that a test says nothing of is empty. */
export interface PageParts {
  /** What stands in `<head>`. */
  readonly metas?: string;
  readonly documentTitle?: string;
  readonly menu?: string;
  /** The text of the title's line. */
  readonly title?: string;
  readonly head?: string;
  readonly body?: string;
  readonly tail?: string;
  readonly url?: string;
  readonly capturedAt?: string;
  readonly institution?: FoundField<string>;
  readonly abstract?: FoundField<string>;
  readonly ownKeywords?: boolean;
}

/** The fields of a page that is given in parts: where each part is stands fast, so that the fields alone are read. */
export function readPageFields(parts: PageParts): FoundFields {
  const { metas = '', documentTitle = '', menu = '', title = '', head = '', body = '<p>水。</p>', tail = '' } = parts;
  const url = parts.url ?? 'http://dx.example/1.htm';
  const document = parsePage(
    `<head><title>${documentTitle}</title>${metas}</head><body><nav>${menu}</nav><h1>${title}</h1>` +
      `<section>${head}</section><section>${body}</section><section>${tail}</section></body>`,
    url,
  );
  const lines = readLines(document.body);
  const sections = [...document.querySelectorAll('section')];
  const of = (n: number): readonly Line[] => lines.filter(({ block }) => sections[n]?.contains(block));
  return readFields({
    document,
    originalUrl: url,
    archiveElements: new Set(),
    capturedAt: parts.capturedAt ?? null,
    lines,
    title: lines.find(({ block }) => block.tagName === 'H1') ?? null,
    head: of(0),
    abstract: parts.abstract ?? null,
    ownKeywords: parts.ownKeywords ?? false,
    body: of(1),
    tail: of(2),
    institution: parts.institution ?? null,
  });
}
