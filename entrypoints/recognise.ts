import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { sendMessage } from '../lib/messages/protocol.ts';
import { recogniseLive } from '../lib/portals/recognise-live.ts';

/** Looks at a frame that the prefilter found worth it, and tells of an essay. Injected by the background. */
export default defineUnlistedScript(() => {
  const recognition = recogniseLive({ document, url: location.href });
  if (!recognition.portal || recognition.kind !== 'essay') return;
  sendMessage('pageRecognised', recognition).catch(() => {});
});
