import { describe, expect, it } from 'vitest';
import { createIndexReader } from '../../../lib/harvest/index/read-index.ts';

/** What of an index is read: each row in short, and how it ended. */
function read(text: string) {
  const reader = createIndexReader();
  const rows = [...reader.push(new TextEncoder().encode(text))];
  const { rows: last, skipped, problem } = reader.end();
  const short = [...rows, ...last].map(({ timestamp, original, status, digest, length, offset, file, revisit }) =>
    [timestamp, original, status ?? '-', digest || '-', length ?? '-', offset ?? '-', file ?? '-', revisit ? 'R' : '']
      .join(' ')
      .trim(),
  );
  return { rows: short, skipped, problem };
}

const eleven =
  'cn,nbdx)/show.asp?id=697 20070702205327 http://www.nbdx.cn/show.asp?id=697 text/html 200 AAAA - - 2417 333 a.warc.gz';
const elevenRow = '20070702205327 http://www.nbdx.cn/show.asp?id=697 200 AAAA 2417 333 a.warc.gz';
const head = ' CDX N b a m s k r M S V g\n';

describe('rows of an index in odd forms', () => {
  it.each([
    [
      'letters of the oldest crawls',
      ' CDX A b e a m s c k r V v D d g n\nnbdx.cn/a.htm 20030702205327 1.2.3.4 http://www.nbdx.cn/a.htm text/html 200 CCC AAAA - 333 444 555 666 a.arc.gz -\n',
      ['20030702205327 http://www.nbdx.cn/a.htm 200 AAAA - 333 a.arc.gz'],
    ],
    ['the place of what a revisit stands for', `${eleven} 100 5 b.warc.gz\n`, [elevenRow]],
    [
      'a blank in an address',
      `${eleven.replace('id=697 text', 'id=697&t=a b text')}\n`,
      [elevenRow.replace('id=697', 'id=697&t=a%20b')],
    ],
    [
      'blanks in an address, under a first line that tells the fields',
      `${head}${eleven.replace('id=697 text', 'id=697&t=a b c text')}\n`,
      [elevenRow.replace('id=697', 'id=697&t=a%20b%20c')],
    ],
    [
      'more fields than the first line names',
      ` CDX N b a m s k r V g\n${eleven.replace('- - 2417 333 a.warc.gz', '- 333 a.warc.gz 1.2.3.4')}\n`,
      [elevenRow.replace('2417', '-')],
    ],
    [
      'tabs',
      'cn,nbdx)/a\t20070702205327\thttp://nbdx.cn/a\ttext/html\t200\tA\t1\n',
      ['20070702205327 http://nbdx.cn/a 200 A 1 - -'],
    ],
    [
      'two blanks',
      'cn,nbdx)/a  20070702205327  http://nbdx.cn/a  text/html 200 A 1\n',
      ['20070702205327 http://nbdx.cn/a 200 A 1 - -'],
    ],
    ['no key', '20070702205327 http://a.cn/ text/html 200 A 1\n', ['20070702205327 http://a.cn/ 200 A 1 - -']],
    [
      'capitals and a port',
      'CN,NBDX)/ 20070702205327 HTTP://WWW.NBDX.CN:80/SHOW.ASP?ID=1 TEXT/HTML 200 sha1:aaaa 1\n',
      ['20070702205327 HTTP://WWW.NBDX.CN:80/SHOW.ASP?ID=1 200 AAAA 1 - -'],
    ],
    [
      'no scheme, in either way',
      'k 20070702205327 www.nbdx.cn/a text/html 200 A 1\nk 20070702205327 //www.nbdx.cn/b text/html 200 A 1\n',
      ['20070702205327 http://www.nbdx.cn/a 200 A 1 - -', '20070702205327 http://www.nbdx.cn/b 200 A 1 - -'],
    ],
    [
      'a key of digits and no address',
      '202.101.1.5)/show.asp?id=1 20070702205327 - text/html 200 A 1\n',
      ['20070702205327 http://202.101.1.5/show.asp?id=1 200 A 1 - -'],
    ],
    [
      'numbers that are no strings',
      '[["urlkey","timestamp","original","mimetype","statuscode","digest","length"],["k",20070702205327,"http://a.cn/","text/html",200,"A",3]]',
      ['20070702205327 http://a.cn/ 200 A 3 - -'],
    ],
    ['the mark of UTF-8', `\ufeff${head}${eleven}\n`, [elevenRow]],
    [
      'a second first line, where files were put together',
      `${head}${eleven}\n${head}${eleven}\n`,
      [elevenRow, elevenRow],
    ],
    [
      'CDXJ with the kind of record and times of ISO 8601',
      [
        '!OpenWayback-CDXJ 1.0',
        '(cn,nbdx,)/show.asp?id=7> 2007-07-02T20:53:27Z response {"uri":"http://www.nbdx.cn/show.asp?id=7","sha":"AAAA","hsc":"200","mct":"text/html","ref":"warcfile:a.warc.gz#333","rle":"2417"}',
        '(cn,nbdx,)/show.asp?id=7> 2008-07-02T20:53:27Z revisit {"uri":"http://www.nbdx.cn/show.asp?id=7","sha":"AAAA"}',
        '(cn,nbdx,)/show.asp?id=7> 2008-07-02T20:53:27Z request {"uri":"http://www.nbdx.cn/show.asp?id=7"}',
        '(cn,nbdx,)/b> 2009-07-02T20:53:27Z response {"hsc":200,"mct":"text/html"}',
        '',
      ].join('\n'),
      [
        '20070702205327 http://www.nbdx.cn/show.asp?id=7 200 AAAA 2417 333 a.warc.gz',
        '20080702205327 http://www.nbdx.cn/show.asp?id=7 - AAAA - - - R',
        '20090702205327 http://nbdx.cn/b 200 - - - -',
      ],
    ],
    [
      'the list that the Wayback Machine’s own page saves',
      '[["original","mimetype","timestamp","endtimestamp","groupcount","uniqcount"],["http://www.nbdx.cn:80/","text/html","20070702205327","20100702205327","3","2"]]',
      ['20070702205327 http://www.nbdx.cn:80/ - - - - -'],
    ],
  ])('%s', (_, text, rows) => {
    expect(read(text)).toMatchObject({ rows, problem: null });
  });
});

describe('what is no row', () => {
  it.each([
    ['a last line that was cut off, under a first line', `${head}${eleven}\n${eleven.slice(0, 60)}`],
    ['a last line that was cut off, by those before it', `${eleven}\n${eleven.slice(0, 93)}`],
    ['a last line of which half the file’s name is left', `${eleven}\n${eleven.slice(0, -5)}`],
    ['words in the midst', `${eleven}\nServer too busy, connection closed\n`],
    [
      'an address of no web',
      `${eleven}\ncn,nbdx)/a 20070702205327 ftp://nbdx.cn/a text/html 200 A - - 1 2 a.warc.gz\n`,
    ],
    [
      'a record about a page',
      `${eleven}\ncn,nbdx)/a 20070702205327 {"url":"urn:text:http://www.nbdx.cn/a","mime":"text/plain","status":"200"}\n`,
    ],
    [
      'a moment that no calendar has',
      `${eleven}\n${eleven.replace('20070702', '20071399')}\n${eleven.replace('20070702', '00000000')}\n`,
    ],
    [
      'facts that are broken',
      `${eleven}\ncn,nbdx)/b 20070702205327 {"url": "http://www.nbdx.cn/b", "status": "404",}\n`,
    ],
    ['facts that are cut off', `${eleven}\ncn,nbdx)/b 20070702205327 {"url": "http://www.nbdx.cn/b", "mime": "te`],
  ])('%s', (_, text) => {
    const { rows, skipped, problem } = read(text);
    expect(rows).toEqual([elevenRow]);
    expect(skipped).toBeGreaterThan(0);
    expect(problem).toBeNull();
  });

  it('is an answer that tells of an error, in JSON as in words', () => {
    for (const text of ['{"error":"internal"}', '{"detail":"Server error"}', 'Temporarily Offline', '{"message":"x"}'])
      expect(read(text)).toMatchObject({ rows: [], problem: 'not-an-index' });
    for (const text of ['{"message":"No Captures found for: http://a.cn/"}', '{"error":"Not Found"}'])
      expect(read(text)).toMatchObject({ rows: [], problem: null });
  });
});
