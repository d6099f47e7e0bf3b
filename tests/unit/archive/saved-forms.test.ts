import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../lib/archive/unwrap.ts';
import { parsePage } from '../../support/parse-page.ts';
import { samplePage } from './sample-page.ts';

const FILE = 'file:///a/page.html';
const read = (page: string, url = FILE) => {
  const { originalUrl, archivedCopy } = unwrap({ document: parsePage(page, url), url });
  return { originalUrl, ...archivedCopy };
};

describe('saved from url', () => {
  const saved = (mark: string): string =>
    read(`<!DOCTYPE html>\n<!-- saved from url=${mark} -->\n${samplePage}`).originalUrl;

  it('takes as many characters as the parentheses say', () => {
    expect(saved('(0015)http://a.cn/b.h')).toBe('http://a.cn/b.h');
    expect(saved('(0019)http://a.cn/b c.htm')).toBe('http://a.cn/b%20c.htm');
    expect(saved('(19)http://a.cn/b c.htm')).toBe('http://a.cn/b%20c.htm');
  });

  it('takes the address up to a blank when the length is wrong', () => {
    expect(saved('(0005)http://a.cn/b.htm')).toBe('http://a.cn/b.htm');
    expect(saved('(0099)http://a.cn/b.htm')).toBe('http://a.cn/b.htm');
  });

  it('counts on a local server too', () => {
    expect(read('<!-- saved from url=(0012)http://a.cn/ --><p>x', 'http://localhost:8080/a.html').originalUrl).toBe(
      'http://a.cn/',
    );
  });
});

describe('SingleFile', () => {
  it.each([
    ['Fri Jul 14 2006 10:20:30 GMT+0800 (China Standard Time)', '2006-07-14T02:20:30Z'],
    ['Fri Jul 14 2006 00:20:30 GMT-0330', '2006-07-14T03:50:30Z'],
    ['yesterday', null],
  ])('saved date %s', (date, capturedAt) => {
    const page = `<html><!--\r\n Page saved with SingleFile \r\n url: http://a.cn/b \r\n saved date: ${date}\r\n info: kept by hand\r\n--><body><p>x`;
    expect(read(page)).toEqual({ originalUrl: 'http://a.cn/b', archive: 'singlefile', url: null, capturedAt });
  });
});

describe('WebScrapBook', () => {
  it('keeps the reader’s own marks in the page', () => {
    const page =
      '<html data-scrapbook-source="http://a.cn/b" data-scrapbook-create="20060714022030123"><body><p><scrapbook-linemarker data-scrapbook-elem="linemarker">划线</scrapbook-linemarker></p><div data-scrapbook-elem="infobar">bar</div>';
    const { archiveElements } = unwrap({ document: parsePage(page, FILE), url: FILE });
    expect(archiveElements.map((element) => element.textContent)).toEqual(['bar']);
    expect(read(page)).toEqual({
      originalUrl: 'http://a.cn/b',
      archive: 'webscrapbook',
      url: null,
      capturedAt: '2006-07-14T02:20:30Z',
    });
  });
});
