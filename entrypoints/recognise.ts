import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { frameAddress } from '../lib/dom/frame-address.ts';
import { sendMessage } from '../lib/messages/protocol.ts';
import { recogniseLive } from '../lib/portals/recognise-live.ts';

/** Looks at a frame that the prefilter found worth it, and tells of an essay. Injected by the background. */
export default defineUnlistedScript(() => {
  const recognition = recogniseLive({ document, url: frameAddress(window) });
  if (!recognition.portal || recognition.kind !== 'essay') return;
  sendMessage('pageRecognised', recognition).catch(() => {});
});
