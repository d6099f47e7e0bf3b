import { defineContentScript } from 'wxt/utils/define-content-script';
import { sendMessage } from '../lib/messaging.ts';
import { archiveHosts, schoolHosts } from '../lib/portals/granted-hosts.ts';
import { recogniseLive } from '../lib/portals/recognise-live.ts';

/**
 * Looks at every frame of the granted sites (of all sites, when the reader wants that) and tells of an essay.
 * Kept small, since it runs whether or not there is an essay.
 */
export default defineContentScript({
  matches: [...schoolHosts, ...archiveHosts],
  // Portals of 1998-2005 show the essay in a frame of a frameset.
  allFrames: true,
  runAt: 'document_idle',
  main() {
    // The browser clears the badge when the page is left and does not run the script again when it comes back.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) look();
    });
    // A prerendered page is in the tab of the page before it until the reader goes there.
    if ('prerendering' in document && document.prerendering === true) {
      document.addEventListener('prerenderingchange', look, { once: true });
    } else look();
  },
});

function look(): void {
  const recognition = recogniseLive({ document, url: location.href });
  if (!recognition.portal || recognition.kind !== 'essay') return;
  // Fails when the extension was updated under an open page, which then stays quiet until it is loaded again.
  sendMessage('pageRecognised', recognition).catch(() => {});
}
