import type { StandInArchive } from './archive.ts';

/** Most redirects that are followed, as browsers do. */
const mostRedirects = 20;

/** A `fetch` that asks a stand-in archive without a network, and follows its redirects unless told otherwise; each is a request of its own. */
export function fetchFrom(archive: StandInArchive): typeof fetch {
  return async (input, init) => {
    let url = input instanceof Request ? input.url : String(input);
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const path = url.replace(/^https?:\/\/[^/]+/, '') || '/';
      const headers = Object.fromEntries(new Headers(init?.headers));
      const answer = archive.answer({ method: init?.method ?? 'GET', path, headers, body: String(init?.body ?? '') });
      if (answer === 'blocked') throw new TypeError('fetch failed');
      const location = answer.status >= 300 && answer.status < 400 ? answer.headers['location'] : undefined;
      if (location === undefined || init?.redirect === 'manual') {
        const response = new Response(new Uint8Array(answer.body), { status: answer.status, headers: answer.headers });
        Object.defineProperties(response, { url: { value: url }, redirected: { value: redirects > 0 } });
        return response;
      }
      url = new URL(location, url).href;
    }
    throw new TypeError('redirect count exceeded');
  };
}
