import type { Recognition } from '../../lib/essay/essay.ts';
import { recogniseLive } from '../../lib/portals/recognise-live.ts';
import { parsePage } from './parse-page.ts';

/** The parts of a page; what is not named is not there. */
export interface RecognisedParts {
  readonly url?: string;
  readonly head?: string;
  readonly above?: string;
  readonly title?: string;
  readonly credits?: string;
  readonly body?: string;
  readonly below?: string;
}

/** A sentence of sixty-two characters. */
export const prose =
  '塘里的水一年放两回，头一回在清明前，第二回在晒谷之后；放水的日子由各户轮着定，写在祠堂的门板上，谁也不好改，改了也没有人听。';
export const paragraph = `<p>　　${prose}</p>`;
export const school = '中共青山市委党校';
/** So many lines that say nothing. */
export const fillLines = (count: number): string => '<div>水利天地</div>'.repeat(count);

/** What is decided of a page that is given in parts. */
export function recogniseParts({
  url = 'http://10.0.0.1/1.htm',
  head,
  above,
  title,
  credits,
  body,
  below,
}: RecognisedParts): Recognition {
  const html = `<html><head>${head ?? '<title>塘水记</title>'}</head><body>${above ?? ''}${title === '' ? '' : `<h1>${title ?? '塘水记'}</h1>`}${credits ?? ''}
    <div class="text">${body ?? paragraph + paragraph}</div>${below ?? ''}</body></html>`;
  return recogniseLive({ document: parsePage(html, url), url });
}
/** The words of one piece of a page's evidence; undefined where it has none. */
export const evidenceText = (parts: RecognisedParts, id: string): string | undefined =>
  recogniseParts(parts).evidence.find((one) => one.id === id)?.text;
