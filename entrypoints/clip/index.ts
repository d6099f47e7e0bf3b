import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { fail, succeed } from '../../lib/essay/outcome.ts';
import { fetchImage } from '../../lib/images/fetch-image.ts';
import { base64Of } from './base64-of.ts';
import { CLIPPER, type Clipper } from './contract.ts';
import { summarise } from './summarise.ts';
import { survey } from './survey.ts';
import { take } from './take.ts';

/** Injected on demand, so that pages which nobody keeps never load Readability and the cleaning rules. */
export default defineUnlistedScript(() => {
  const clipper: Clipper = {
    survey: () => survey(pageAtHand()),
    summarise: () => summarise(pageAtHand()),
    take: (anyway) => take(pageAtHand(), anyway).catch((error: unknown) => fail('failed', String(error))),
    fetchImage: async (address) => {
      const had = await fetchImage(address);
      return had.ok ? succeed(await base64Of(had.value)) : had;
    },
  };
  Object.assign(globalThis, { [CLIPPER]: clipper });
});

/** Read anew by each call: a page may change its address without loading. */
const pageAtHand = () => ({ document, url: location.href });
