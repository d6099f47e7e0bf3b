import { describe, expect, it } from 'vitest';
import { readLines } from '../../../lib/lines/line.ts';
import { fullAuthor } from '../../../lib/metadata/full-authors.ts';
import { parsePage } from '../../support/parse-page.ts';

const read = (html: string): string | null =>
  fullAuthor(readLines(parsePage(`<body>${html}</body>`, 'http://dx.example/1.htm').body));
const link = (query: string, words = '林有…'): string => `<p>作者：<a href="ShowAuthor.asp${query}">${words}</a></p>`;

describe('fullAuthor', () => {
  it.each<[string, string | null]>([
    [link('?AuthorName=林有禾'), '林有禾'],
    [link('?ChannelID=1&AuthorName=林有禾'), '林有禾'],
    [link('?a=1&author=林有禾&b=2'), '林有禾'],
    [link('?keyword=林有禾#上'), '林有禾'],
    [link('?AuthorName=%E6%9E%97%E6%9C%89%E7%A6%BE'), '林有禾'],
    [link('?AuthorName=%e6%9e%97%e6%9c%89%e7%a6%be'), '林有禾'],
    [link('?AuthorName=%C1%D6%D3%D0%BA%CC'), '林有禾'],
    [link('?AuthorName=%c1%d6%D3%D0%BA%CC'), '林有禾'],
    [link('?AuthorName=%C1%D6A%D3%D0'), '林A有'],
    [link('?AuthorName=100%'), '100%'],
    [link('?AuthorName=5%zz6'), '5%zz6'],
    [link('?AuthorName=Lin+You+He'), 'Lin You He'],
    [link('?AuthorName=林有禾', '林有...'), '林有禾'],
    [link('?AuthorName=林有禾', '林有… '), '林有禾'],
    [link('?AuthorName=林有禾', '林有..'), null],
    [link('?AuthorName=林有禾', '林有…等'), null],
    [link('?AuthorName=林有禾', '林有禾'), null],
    [link('?AuthorName='), null],
    [link('?MyAuthorName=林有禾'), null],
    [link('?name=林有禾'), null],
    ['<p>作者：林有…</p>', null],
    [`<p>作者：<a name="a">林有…</a></p>${link('?Author=王芳')}`, '王芳'],
    [link('?name=甲') + link('?Author=王芳') + link('?Author=李明'), '王芳'],
  ])('%s', (html, author) => {
    expect(read(html)).toBe(author);
  });
});
