import { describe, expect, it } from 'vitest';
import { extensionPages, policyOfPage, readingPage } from '../../../scripts/package/policies.ts';

/** The sources of each kind that a policy names. */
const sourcesOf = (policy: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    policy.split('; ').map((part) => {
      const [name = '', ...sources] = part.split(' ');
      return [name, sources];
    }),
  );

describe('the policy of the extension’s pages', () => {
  it('lets nothing in that is not named, no script but its own, and no address outside but to connect to', () => {
    const { 'style-src': styles, 'connect-src': connect, ...others } = sourcesOf(extensionPages);
    expect(others).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'worker-src': ["'self'"],
      'frame-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
    expect(styles).toEqual(["'self'", "'unsafe-inline'"]);
    expect(connect).toEqual(["'self'", 'http:', 'https:']);
  });

  it('is narrowed by each page: none connects to anything', () => {
    for (const name of ['library', 'reader', 'print', 'offscreen', 'popup', 'options', 'welcome'])
      expect(sourcesOf(policyOfPage(name, ''))['connect-src']).toEqual(["'self'"]);
  });

  it('lets pages that show nothing of strangers have no styles but those that were built into them', () => {
    const html = '<head><style>a{color:red}</style><style>b{}</style></head>';
    for (const name of ['popup', 'options', 'welcome']) {
      const policy = sourcesOf(policyOfPage(name, html));
      // Made with: printf 'a{color:red}' | openssl dgst -sha256 -binary | base64
      expect(policy['style-src']).toEqual([
        "'self'",
        "'sha256-6hWWMOcF+mJesSJGYhmK2lkIIEw9Xc5XKGLPVzh8yxs='",
        "'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='",
      ]);
      expect(policy['img-src']).toEqual(["'self'"]);
      expect(policy['frame-src']).toEqual(["'none'"]);
    }
  });

  it('leaves nothing to the page that reads others but its script', () => {
    expect(sourcesOf(readingPage)).toEqual({
      sandbox: ['allow-scripts'],
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'unsafe-inline'"],
    });
  });
});
