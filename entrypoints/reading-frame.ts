import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerCalls } from '../lib/reading-frame/answer-calls.ts';
import { readersHere } from '../lib/reading-frame/readers.ts';

/*
 * The script of the sandboxed page that reads what no tab shows, for Chrome alone. The page has no origin, no powers of the extension and no
 * network. Whoever opened it hands over a port, once; every other message is left alone.
 */
export default defineUnlistedScript({
  include: ['chrome'],
  main() {
    const begin = ({ ports, source }: MessageEvent): void => {
      const [port] = ports;
      if (port === undefined || source !== parent) return;
      removeEventListener('message', begin);
      answerCalls(port, readersHere());
    };
    addEventListener('message', begin);
  },
});
