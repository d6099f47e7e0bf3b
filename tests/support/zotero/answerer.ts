import type { AskZotero } from '../../../lib/zotero/ask.ts';
import { type Asked, connector, type Told } from './connector.ts';
import { localApi } from './local-api.ts';
import type { StandInState } from './state.ts';

/** What the stand-in answers, by the interface that is asked. */
export const answerOf = (state: StandInState, asked: Asked): Told =>
  asked.path.startsWith('/connector/') ? connector(state, asked) : localApi(state, asked);

/** Asks the stand-in without a network, where a test has none. */
export const answerer =
  (state: StandInState): AskZotero =>
  async ({ method, path, headers, text, base64 }) => {
    const { pathname, searchParams } = new URL(path, 'http://127.0.0.1:23119');
    const small = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    const [status, body, more = {}] = answerOf(state, {
      method,
      path: pathname,
      query: searchParams,
      headers: { ...Object.fromEntries(small), host: '127.0.0.1:23119' },
      body: base64 === undefined ? Buffer.from(text ?? '') : Buffer.from(base64, 'base64'),
    });
    const told = Object.entries({ ...more, 'X-Zotero-Version': state.options.version });
    return {
      ok: true,
      value: {
        status,
        headers: Object.fromEntries(told.map(([name, value]) => [name.toLowerCase(), value])),
        text: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
      },
    };
  };
