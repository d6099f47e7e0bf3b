import { escapeText, type Run, runHtml } from '../../blocks.ts';
import type { Markup } from '../form.ts';
import { inlineHtml, specialHtml } from './special.ts';

const chinese = `style='font-size:12.0pt;font-family:宋体;mso-ascii-font-family:"Times New Roman"'`;
const latin = `lang=EN-US style='font-size:12.0pt'`;
const empty = '<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>';

/** Word parts figures and Latin letters from Chinese by spans, so that one sentence becomes many runs. */
function wordRun(run: Run): string {
  if (run.mark === 'a') return inlineHtml([run]);
  if (run.mark !== undefined) return `<span ${chinese}>${runHtml(run)}</span>`;
  return run.text
    .split(/([0-9A-Za-z.%]+)/u)
    .filter(Boolean)
    .map((part) => `<span ${/^[0-9A-Za-z.%]/u.test(part) ? latin : chinese}>${escapeText(part)}</span>`)
    .join('');
}

/** Pasted from Word 2000-2003: MsoNormal, `o:p`, language spans, empty paragraphs. */
export const wordRuns: Markup = (blocks) =>
  `<?xml:namespace prefix = o ns = "urn:schemas-microsoft-com:office:office" />\n${blocks
    .map((block) => {
      if (block.type !== 'paragraph') return specialHtml(block);
      const align = block.place === undefined ? '' : ` align=${block.place === 'centre' ? 'center' : 'right'}`;
      const indent = block.place === undefined ? ';text-indent:24.0pt;mso-char-indent-count:2.0' : '';
      return `<p class=MsoNormal${align} style='line-height:150%${indent}'>${block.runs.map(wordRun).join('')}<span ${latin}><o:p></o:p></span></p>`;
    })
    .join(`\n${empty}\n`)}\n${empty}`;
