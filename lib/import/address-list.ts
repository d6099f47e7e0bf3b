import { mostItems, type Wanted } from '../queue-plan/job.ts';
import { wantedAddress } from '../queue-plan/wanted.ts';
import { wordsOfLine } from './line-words.ts';

/** What a text holds of addresses. */
export interface AddressList {
  /** In the order of the text, each page once. */
  readonly wanted: readonly Wanted[];
  /** Addresses that stand in it again. */
  readonly repeated: number;
  /** Addresses beyond what one queue takes. */
  readonly over: number;
  /** Lines with words but no web address, counted from 1. */
  readonly wrong: readonly { readonly line: number; readonly text: string }[];
}

/** An address ends at white space, at quotation marks and brackets, and at the punctuation of a Chinese sentence. */
const inText = /https?:\/\/[^\s"'<>`，。；、！？“”‘’（）《》「」【】]+/gi;
/** A line that is an address but for its scheme: `www.nbdx.cn/show.asp?id=1`. */
const bare = /^(?:[\w-]+\.)+[a-z]{2,}(?::\d{1,5})?(?:\/\S*)?$/i;

/**
 * Reads a list of web addresses as people keep them: one a line, several a line, or among other words, such as titles.
 * Lines that begin with `#` are comments (RFC 2483). What is dragged from a page, or saved by an editor, comes in any of these.
 */
export function readAddressList(text: string): AddressList {
  const found = new Map<string, Wanted>();
  const wrong: { line: number; text: string }[] = [];
  let [repeated, over] = [0, 0];
  for (const [index, whole] of text.split(/\r\n?|\n/).entries()) {
    const line = whole.trim();
    if (line === '' || line.startsWith('#')) continue;
    const inLine = withWords(line, wantedIn(line));
    if (inLine.length === 0) wrong.push({ line: index + 1, text: line });
    for (const one of inLine) {
      if (found.has(one.key)) repeated += 1;
      else if (found.size === mostItems) over += 1;
      else found.set(one.key, one);
    }
  }
  return { wanted: [...found.values()], repeated, over, wrong };
}

/** An address, and how it is written. */
interface Found {
  readonly written: string;
  readonly wanted: Wanted;
}

function wantedIn(line: string): readonly Found[] {
  const words = line.match(inText) ?? (bare.test(line) ? [`http://${line}`] : []);
  return words.flatMap((word) => {
    const written = closed(word);
    const wanted = wantedAddress(written);
    return wanted === null ? [] : [{ written, wanted }];
  });
}

/** What a line says of its only address goes along, so that the reader sees what is chosen. */
function withWords(line: string, found: readonly Found[]): readonly Wanted[] {
  const [first] = found;
  if (first === undefined || found.length > 1) return found.map(({ wanted }) => wanted);
  return [{ ...first.wanted, ...wordsOfLine(line, first.written) }];
}

/** A closing bracket stays where the address opened one. */
const closed = (word: string): string => word.replace(/[([{]/.test(word) ? /[.,;:!?]+$/ : /[.,;:!?)\]}]+$/, '');
