import { passOverImages } from './shown-text.ts';

/** The script that an essay is shown in; its stored text is never touched. */
export type Script = 'stored' | 'simplified' | 'traditional';

/** Gives text in another script, each UTF-16 unit in its place, so that offsets stay what they were. */
export type Convert = (text: string) => string;

const same: Convert = (text) => text;

/** The converter to a script. Its dictionary, of a megabyte, is loaded when it is first asked for. */
export async function converterTo(script: Script): Promise<Convert> {
  if (script === 'stored') return same;
  if (script === 'simplified') {
    const { Converter } = await import('opencc-js/t2cn');
    return withQuotes(keepingLength(Converter({ from: 't', to: 'cn' })), simplifiedQuotes);
  }
  const { Converter } = await import('opencc-js/cn2t');
  return withQuotes(keepingLength(Converter({ from: 'cn', to: 'tw' })), traditionalQuotes);
}

/** Quotation marks of one script for those of the other: each is one sign, so that lengths stay. */
const traditionalQuotes: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
const simplifiedQuotes: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

/** An apostrophe between Latin letters is none of them. */
const QUOTES = /[“”‘「」『』]|(?<![A-Za-z])’|’(?![A-Za-z])/gu;

const withQuotes =
  (convert: Convert, quotes: Readonly<Record<string, string>>): Convert =>
  (text) =>
    convert(text).replace(QUOTES, (sign) => quotes[sign] ?? sign);

/** Phrases whose length would change are converted character by character; a character whose length would is left. */
function keepingLength(convert: Convert): Convert {
  const one: Convert = (character) => {
    const other = convert(character);
    return other.length === character.length ? other : character;
  };
  return (text) => {
    const whole = convert(text);
    return whole.length === text.length ? whole : [...text].map(one).join('');
  };
}

/** Shows the text of an essay by way of a converter. `stored` holds what each text was before it was first converted. */
export function showConverted(essay: Element, convert: Convert, stored: WeakMap<Text, string>): void {
  const walker = essay.ownerDocument.createTreeWalker(essay, 5 /* SHOW_ELEMENT | SHOW_TEXT */, passOverImages);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType !== 3) continue;
    const text = node as Text;
    const before = stored.get(text) ?? text.data;
    stored.set(text, before);
    const now = convert(before);
    if (now !== text.data) text.data = now;
  }
}
