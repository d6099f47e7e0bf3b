import { readEssay, recognisePage } from '../../../lib/pipeline/read-page.ts';
import { openFile } from '../../open/open-file.ts';
import { openPage } from '../../open/open-page.ts';

/** What became of one damaged page. */
export interface Trial {
  /** Milliseconds of recognition or of the whole pipeline, whichever took longer; parsing is the browser's. */
  readonly ms: number;
  readonly portal: boolean;
  /** Text of the essay, empty when there was nothing to read. */
  readonly text: string;
  readonly html: string;
  /** True when the document that was given is as it was. */
  readonly untouched: boolean;
}

/** Puts a page through the pipeline as "clip anyway" would. Throws when the pipeline does. */
export function tryPage(page: Uint8Array | string, url = 'http://www.lhswdx.cn/show.asp?id=7'): Trial {
  const { document, close } = typeof page === 'string' ? openPage(page, url) : openFile(page, url);
  const before = document.documentElement.outerHTML.length;
  const started = performance.now();
  const { portal } = recognisePage({ document, url });
  const recognised = performance.now();
  const read = readEssay({ document, url }, { any: true });
  const ms = Math.max(recognised - started, performance.now() - recognised);
  const untouched = document.documentElement.outerHTML.length === before;
  close();
  return { ms, portal, text: read.ok ? read.value.text : '', html: read.ok ? read.value.html : '', untouched };
}
