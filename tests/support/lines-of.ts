import { type Line, readLines } from '../../lib/lines/line.ts';
import { parsePage } from './parse-page.ts';

/** The lines of a body's markup. */
export const linesOf = (html: string): readonly Line[] =>
  readLines(parsePage(`<body>${html}</body>`, 'http://dx.example/1.htm').body);
