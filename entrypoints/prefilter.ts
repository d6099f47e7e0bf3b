import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { frameAddress } from '../lib/dom/frame-address.ts';
import { isGarbled } from '../lib/dom/garbled.ts';
import { sendMessage } from '../lib/messages/protocol.ts';
import { mayBeSchools } from '../lib/portals/prefilter.ts';

/**
 * Looks over every frame of the granted sites (of all sites, when the reader wants that) and asks for the recogniser where a
 * school may be behind the page. It runs on every page whether or not there is an essay, so it is all that is loaded there.
 * No content script of WXT's own kind, which would tell the page that it has started (as all scripts of ours that run in pages).
 */
export default defineUnlistedScript(() => {
  // The browser clears the badge when the page is left and does not run the script again when it comes back.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) prefilter();
  });
  // A prerendered page is in the tab of the page before it until the reader goes there.
  if ('prerendering' in document && document.prerendering === true) {
    document.addEventListener('prerenderingchange', whenReadable, { once: true });
  } else whenReadable();
});

/** How long a document may take to come in, in milliseconds: after that what is there is looked at, and all of it once it is. */
const PATIENCE = 3_000;

/** A script, counter or frame whose server is silent may hold up a page for minutes while its essay is there to be read. */
function whenReadable(): void {
  if (document.readyState !== 'loading') {
    prefilter();
    return;
  }
  const timer = setTimeout(prefilter, PATIENCE);
  const isThere = (): void => {
    clearTimeout(timer);
    prefilter();
  };
  document.addEventListener('DOMContentLoaded', isThere, { once: true });
}

function prefilter(): void {
  const tell = isGarbled(document)
    ? 'pageIsGarbled'
    : mayBeSchools({ document, url: frameAddress(window) })
      ? 'pageMayBeSchools'
      : null;
  // Fails when the extension was updated under an open page, which then stays quiet until it is loaded again.
  if (tell !== null) sendMessage(tell).catch(() => {});
}
