/** Most redirects that are followed, as browsers do (Fetch, 4.4). */
const MOST_REDIRECTS = 20;

/**
 * A `fetch` that follows redirects within one host alone: an archive's replay may lead anywhere that the crawled page did, also to a server
 * of the reader's own network, and nothing is sent there. What leads elsewhere is answered by an empty response whose `url` is
 * that place. `asking` is told of each request.
 */
export function followAtHome(
  fetch: typeof globalThis.fetch,
  host: string,
  asking: () => void,
): typeof globalThis.fetch {
  return async (input, init) => {
    let url = input instanceof Request ? input.url : String(input);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      asking();
      const response = await fetch(url, { ...init, redirect: 'manual' });
      const location = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (location === null || !URL.canParse(location, url)) return redirects === 0 ? response : told(response, url);
      await response.body?.cancel();
      url = new URL(location, url).href;
      if (new URL(url).host !== host || !/^https?:/.test(url)) return told(new Response(null), url);
    }
    throw new TypeError('redirect count exceeded');
  };
}

/** Tells where a response came from, as one that the platform's own `fetch` led there. */
const told = (response: Response, url: string): Response =>
  Object.defineProperties(response, { url: { value: url }, redirected: { value: true } });
