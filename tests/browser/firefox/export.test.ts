import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleUrls } from '../../corpus/portal/routes.ts';
import { useFirefox } from '../support/firefox.ts';
import { byId } from '../support/popup.ts';

const stage = useFirefox();

beforeAll(async () => {
  for (const id of ['1101', '1103']) {
    const page = await stage().visit(sampleUrls.essay(id));
    const popup = await stage().popup(page, 'recognised');
    await popup.click(byId('keep'));
    await popup.waitForSelector(`${byId('page')}[data-state="kept"]`);
    await popup.close();
    await page.close();
  }
});

describe('in Firefox', () => {
  it('an essay is cited, as text and as rich text', async () => {
    const row = (await stage().stored()).essays.find(({ originalUrl }) => originalUrl === sampleUrls.essay('1103'));
    const reader = await stage().open(`reader.html?id=${row?.id}`, byId('reader-body'));
    await reader.bringToFront();
    await reader.keyboard.press('r');
    await reader.waitForSelector(`${byId('cite')}[data-stage="ready"]`);
    for (const button of ['cite-copy-text', 'cite-copy']) {
      await reader.click(byId(button));
      await expect.poll(() => reader.$eval(byId('cite-told'), (told) => told.textContent)).not.toBe('');
    }
    const told = await reader.$eval(byId('cite-told'), (element) => element.textContent);
    expect(told).toMatch(/已复制|Copied/);
    await reader.close();
  });

  it('the library is exported to a file among the downloads', async () => {
    const library = await stage().open('library.html', byId('library-row'));
    await library.bringToFront();
    await library.click(byId('export-open'));
    await library.waitForSelector(byId('export-start'));
    await library.click('[data-format="bibtex"]');
    await library.click(byId('export-start'));
    await library.waitForSelector(byId('export-done'));
    const { downloads } = stage().session;
    const files = async () => (await readdir(downloads)).filter((name) => /^wencun-.*\.bib$/.test(name));
    await expect.poll(files).toHaveLength(1);
    const [name = ''] = await files();
    const entries = async () => (await readFile(join(downloads, name), 'utf8')).match(/^@online\{/gm);
    await expect.poll(entries).toHaveLength(2);
    await library.close();
  });

  it('what is kept goes into a folder of the downloads as Markdown, and a newer version beside the older', async () => {
    const library = await stage().open('library.html', byId('library-row'));
    await library.bringToFront();
    await library.click(byId('folder-open'));
    await library.waitForSelector(byId('folder-facts'));
    await library.click(byId('folder-begin'));
    await library.waitForSelector(`${byId('folder')}[data-stage="done"]`);
    const texts = async () => {
      const files = await readdir(stage().session.downloads, { recursive: true });
      return files.filter((name) => name.endsWith('.md')).toSorted();
    };
    const first = await texts();
    expect(first).toHaveLength(2);
    const path = join(stage().session.downloads, first[0] ?? '');
    expect(await readFile(path, 'utf8')).toMatch(/^---\ntitle: .*<!-- wencun:end -->\n$/s);

    await appendFile(path, '我的笔记');
    await library.click(byId('folder-originals'));
    await library.type(byId('folder-lines'), 'school: {institution}');
    await library.click(byId('folder-sync'));
    await expect.poll(texts).toHaveLength(4);
    expect(await readFile(path, 'utf8')).toMatch(/我的笔记$/);
    await library.waitForSelector(`${byId('folder')}[data-stage="done"]`);
    await library.close();
  });
});
