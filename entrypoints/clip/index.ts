import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { fail, succeed } from '../../lib/essay/outcome.ts';
import { fetchImage } from '../../lib/images/fetch-image.ts';
import { base64Of } from './base64-of.ts';
import { CLIPPER, type Clipper } from './contract.ts';
import { createPageAtHand } from './page-at-hand.ts';
import { summarise } from './summarise.ts';
import { survey } from './survey.ts';
import { take } from './take.ts';

/** Injected on demand, so that pages which nobody keeps never load Readability and the cleaning rules. */
export default defineUnlistedScript(() => {
  const atHand = createPageAtHand();
  const clipper: Clipper = {
    survey: async () => survey(await atHand()),
    summarise: async () => summarise(await atHand()),
    take: async (anyway) => {
      try {
        return await take(await atHand(true), anyway);
      } catch (error) {
        return fail('failed', String(error));
      }
    },
    fetchImage: async (address) => {
      const had = await fetchImage(address);
      return had.ok ? succeed(await base64Of(had.value)) : had;
    },
  };
  Object.assign(globalThis, { [CLIPPER]: clipper });
});
