import { htmlOf, rootOf } from '../../../lib/dom/tree.ts';
import { readEssay, recognisePage } from '../../../lib/pipeline/read-page.ts';
import { openFile } from '../../open/open-file.ts';
import { openPage, type PageOpener } from '../../open/open-page.ts';

/** What became of one damaged page. */
export interface Trial {
  /** Milliseconds of the processor that recognition or the whole pipeline took, whichever took more; parsing is the browser's. */
  readonly cpu: number;
  readonly portal: boolean;
  /** Text of the essay, empty when there was nothing to read. */
  readonly text: string;
  readonly html: string;
  /** True when the document that was given is as it was; of one that cannot be changed always. */
  readonly untouched: boolean;
}

/** The address that damaged pages are given. */
const address = 'http://www.lhswdx.cn/show.asp?id=7';

/** Puts a page through the pipeline as "clip anyway" would. Throws when the pipeline does. */
export function tryPage(page: Uint8Array | string, open: PageOpener = openPage, url = address): Trial {
  const { document, close } = typeof page === 'string' ? open(page, url) : openFile(page, url, null, open);
  const before = htmlOf(rootOf(document));
  const started = process.cpuUsage();
  const { portal } = recognisePage({ document, url });
  const recognised = process.cpuUsage();
  const read = readEssay({ document, url }, { any: true });
  const cpu = Math.max(between(started, recognised), between(recognised, process.cpuUsage()));
  const untouched = htmlOf(rootOf(document)) === before;
  close();
  return { cpu, portal, text: read.ok ? read.value.text : '', html: read.ok ? read.value.html : '', untouched };
}

/** Milliseconds that the processor worked for this process. What else the machine has to do is no part of them. */
const between = (start: NodeJS.CpuUsage, end: NodeJS.CpuUsage): number =>
  (end.user + end.system - start.user - start.system) / 1000;
