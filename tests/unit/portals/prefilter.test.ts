import { describe, expect, it } from 'vitest';
import { mayBeSchools } from '../../../lib/portals/prefilter.ts';
import { recognise } from '../../../lib/portals/recognise.ts';
import { allPages } from '../../corpus/pages/all-pages.ts';
import { parsePage } from '../../support/parse-page.ts';

const prefilterOf = (html: string, url: string): boolean => mayBeSchools({ document: parsePage(html, url), url });

describe('mayBeSchools', () => {
  // A saved page is no page of a tab: its replay's address is in the page alone.
  const ofTabs = allPages.filter(({ file, origin: { url } }) => file !== 'source.mht' && !url.startsWith('file:'));

  it.each(ofTabs.map((page) => [page.slug, page] as const))(
    'lets %s through if the recogniser recognises it',
    (_, page) => {
      const { url } = page.origin;
      const given = { document: parsePage(page.bytes, url), url };
      if (recognise(given).portal) expect(mayBeSchools(given)).toBe(true);
    },
  );

  it('sees a school in the host, the title, a logo and the text, in traditional characters too', () => {
    expect(prefilterOf('<p>正文', 'http://www.abswdx.gov.cn/show.asp?id=1')).toBe(true);
    expect(prefilterOf('<p>正文', 'http://web.archive.org/web/2005/http://www.nbdx.cn/a.htm')).toBe(true);
    expect(prefilterOf('<title>中共某市委党校</title>', 'http://10.0.0.1/')).toBe(true);
    expect(prefilterOf('<img alt="某省行政学院" src="a.gif">', 'http://10.0.0.1/')).toBe(true);
    expect(prefilterOf('<p>中共某市委黨(dǎng)校', 'http://mirror.example/')).toBe(true);
  });

  it('passes over pages of others', () => {
    expect(prefilterOf('<title>Daily</title><p>A bridge is built.', 'http://daily.example/')).toBe(false);
    expect(prefilterOf('<p>县里修了一座桥。', 'http://news.example.cn/1.html')).toBe(false);
  });
});
