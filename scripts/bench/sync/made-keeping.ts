import type { Keeping } from '../../../lib/collection/keep/keep-request.ts';
import { essayMaker } from '../collection/made-essays.ts';
import { madePage } from '../collection/made-originals.ts';

/** Gives the keep of a made-up essay by its number, with a page as its original; the same for the same seed. */
export function keepingMaker(seed: number): (n: number) => Keeping {
  const make = essayMaker(seed);
  return (n) => {
    const { row, body } = make(n);
    const { captureId: _c, essayId: _e, digest: _d, ...essay } = body;
    const capture = { pageUrl: body.originalUrl, takenAt: row.keptAt, charset: 'utf-8', rulesVersion: 1 };
    return { essay, capture: { ...capture, originalForm: 'served' }, original: madePage(body) };
  };
}
