import { defineContentScript } from 'wxt/utils/define-content-script';
import { sendMessage } from '../lib/messages/protocol.ts';
import { recogniseLive } from '../lib/portals/recognise-live.ts';

/** Looks at a frame that the prefilter found worth it, and tells of an essay. Injected by the background. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  main() {
    const recognition = recogniseLive({ document, url: location.href });
    if (!recognition.portal || recognition.kind !== 'essay') return;
    sendMessage('pageRecognised', recognition).catch(() => {});
  },
});
