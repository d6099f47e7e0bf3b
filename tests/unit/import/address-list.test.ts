import { expect, it } from 'vitest';
import { readAddressList } from '../../../lib/import/address-list.ts';

const addressesOf = (text: string): readonly string[] => readAddressList(text).wanted.map(({ address }) => address);

it('reads one address a line, several a line, and addresses among words', () => {
  expect(addressesOf('http://www.nbdx.cn/show.asp?id=1\r\nhttps://a.example/2 http://a.example/3\r')).toEqual([
    'http://www.nbdx.cn/show.asp?id=1',
    'https://a.example/2',
    'http://a.example/3',
  ]);
  expect(addressesOf('渔村合作社（见http://a.example/4）。\n1. <a href="http://a.example/5">题名</a>')).toEqual([
    'http://a.example/4',
    'http://a.example/5',
  ]);
});

it('takes an address without its scheme, and leaves punctuation of the sentence out', () => {
  expect(addressesOf('www.nbdx.cn/show.asp?id=1\nsee http://a.example/6.\n(http://a.example/7)')).toEqual([
    'http://www.nbdx.cn/show.asp?id=1',
    'http://a.example/6',
    'http://a.example/7',
  ]);
  expect(addressesOf('http://a.example/wiki/x_(y)')).toEqual(['http://a.example/wiki/x_(y)']);
});

it('counts each page once, in whatever form its address comes', () => {
  const list = readAddressList(
    'http://www.nbdx.cn/show.asp?id=1\nhttps://nbdx.cn/show.asp?id=1#top\nhttps://web.archive.org/web/2007/http://www.nbdx.cn/show.asp?id=1',
  );
  expect(list).toMatchObject({ repeated: 2, wrong: [] });
  expect(list.wanted).toMatchObject([
    { kind: 'essay', address: 'http://www.nbdx.cn/show.asp?id=1', key: 'http://nbdx.cn/show.asp?id=1' },
  ]);
});

it('names the lines that are no address, and passes over empty ones and comments', () => {
  const list = readAddressList('# 我的清单\n\nhttp://a.example/1\n  渔村合作社 \nftp://a.example/2\nhttp://\n');
  expect(list.wanted).toHaveLength(1);
  expect(list.wrong).toEqual([
    { line: 4, text: '渔村合作社' },
    { line: 5, text: 'ftp://a.example/2' },
    { line: 6, text: 'http://' },
  ]);
});

it('takes title, date and column from lines that are laid out so, and none from sentences', () => {
  const told = (line: string) => readAddressList(line).wanted.map(({ title, date, column }) => [title, date, column]);
  const address = 'http://a.example/show.asp?id=1';
  expect(told(`渔村合作社的兴衰 ${address}`)).toEqual([['渔村合作社的兴衰', null, undefined]]);
  expect(told(`2005-07-14\t渔村合作社的兴衰\t理论研究\t${address}`)).toEqual([
    ['渔村合作社的兴衰', '2005-07-14', '理论研究'],
  ]);
  expect(told(`"渔村合作社的兴衰","2005年7月","${address}"`)).toEqual([['渔村合作社的兴衰', '2005-07', undefined]]);
  expect(told(`1. [渔村合作社的兴衰](${address}) 2005-07-14`)).toEqual([['渔村合作社的兴衰', '2005-07-14', undefined]]);
  expect(told(`<li><a href="${address}">渔村合作社的兴衰</a>[2005-07-14]</li>`)).toEqual([
    ['渔村合作社的兴衰', '2005-07-14', undefined],
  ]);
  expect(told(`渔村合作社（见${address}）。`)).toEqual([['', null, undefined]]);
  expect(told(`${address} http://a.example/2`)).toEqual([
    ['', null, undefined],
    ['', null, undefined],
  ]);
});

it('takes no more than one queue holds', () => {
  const text = Array.from({ length: 5003 }, (_, at) => `http://a.example/${at}`).join('\n');
  const list = readAddressList(text);
  expect(list.wanted).toHaveLength(5000);
  expect(list.over).toBe(3);
});
