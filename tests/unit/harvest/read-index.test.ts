import { describe, expect, it } from 'vitest';
import { createIndexReader } from '../../../lib/harvest/index/read-index.ts';
import type { IndexRow } from '../../../lib/harvest/index/row.ts';

/** Reads an answer that comes in parts of a size. */
function read(answer: string | Uint8Array, size = 7, fields?: readonly string[]) {
  const bytes = typeof answer === 'string' ? new TextEncoder().encode(answer) : answer;
  const reader = createIndexReader(fields);
  const rows: IndexRow[] = [];
  for (let at = 0; at < bytes.length; at += size) rows.push(...reader.push(bytes.subarray(at, at + size)));
  const end = reader.end();
  return { ...end, rows: [...rows, ...end.rows] };
}

const head = '["urlkey","timestamp","original","mimetype","statuscode","digest","length"]';
const row =
  '["cn,nbdx)/show.asp?id=697","20070702205327","http://www.nbdx.cn:80/show.asp?id=697","text/html","200","AAAA","2417"]';
const wanted = {
  urlkey: 'cn,nbdx)/show.asp?id=697',
  timestamp: '20070702205327',
  original: 'http://www.nbdx.cn:80/show.asp?id=697',
  mimetype: 'text/html',
  status: 200,
  digest: 'AAAA',
  length: 2417,
  revisit: false,
  offset: null,
  file: null,
};

describe('an index in JSON', () => {
  it.each([1, 3, 64, 100_000])('is read in parts of %i bytes', (size) => {
    const { rows, complete, resumeKey, problem } = read(`[${head},\n${row},\n${row}]\n`, size);
    expect({ rows, complete, resumeKey, problem }).toEqual({
      rows: [wanted, wanted],
      complete: true,
      resumeKey: null,
      problem: null,
    });
  });

  it('is read without line ends, and in the order in which its first row names the fields', () => {
    const answer = '[["original","timestamp","statuscode"],["http://a.cn/1.htm","20050101000000","200"]]';
    expect(read(answer).rows).toMatchObject([
      { original: 'http://a.cn/1.htm', timestamp: '20050101000000', status: 200, length: null, digest: '' },
    ]);
  });

  it('has a key to go on by behind an empty row', () => {
    const { rows, resumeKey } = read(`[${head},\n${row},\n[],\n["cn%2Cnbdx%29%2Fshow.asp+20070702205328"]]`);
    expect([rows.length, resumeKey]).toEqual([1, 'cn%2Cnbdx%29%2Fshow.asp+20070702205328']);
  });

  it('is empty for a host that nobody captured', () => {
    for (const answer of ['[]', '[]\n', '', '\n', `[${head}]`])
      expect(read(answer)).toMatchObject({ rows: [], complete: true, problem: null });
  });

  it('keeps what came before the connection broke off, and says so', () => {
    const { rows, complete } = read(`[${head},\n${row},\n["cn,nbdx)/show.asp?id=7","2007`);
    expect([rows.length, complete]).toEqual([1, false]);
  });

  it('holds brackets, quotes and escapes within its strings', () => {
    const answer = `[${head},["k","20070702205327","http://a.cn/\\"x]},[{\\\\.htm?a=[1]","text/html","200","A","1"]]`;
    expect(read(answer, 1).rows[0]?.original).toBe('http://a.cn/"x]},[{\\.htm?a=[1]');
  });

  it('knows a field that is left out', () => {
    const answer = `[${head},["cn,nbdx)/","20070702205327","http://www.nbdx.cn/","warc/revisit","-","AAAA","-"],["cn,nbdx)/","20070702205327","http://www.nbdx.cn/","-","-","-","-"]]`;
    expect(read(answer).rows).toMatchObject([
      { revisit: true, mimetype: '', status: null, length: null, digest: 'AAAA' },
      { revisit: false, mimetype: '', status: null, digest: '' },
    ]);
  });
});

describe('an index of pywb', () => {
  it('has an object a line, under names of its own', () => {
    const answer = `{"urlkey": "cn,nbdx)/", "timestamp": "20070702205327", "url": "http://www.nbdx.cn/", "mime": "text/html", "status": "200", "digest": "sha1:aaaa", "length": "99", "offset": "1234", "filename": "a.warc.gz"}\n`;
    for (const text of [answer.repeat(2), `[${answer.trim()},${answer.trim()}]`])
      expect(read(text).rows).toMatchObject([
        { original: 'http://www.nbdx.cn/', status: 200, digest: 'AAAA', offset: 1234, file: 'a.warc.gz' },
        { length: 99 },
      ]);
  });

  it('says in words that it has none', () => {
    expect(read('{"message": "No Captures found for: http://a.cn/"}')).toMatchObject({
      rows: [],
      problem: null,
      complete: true,
    });
  });
});

describe('an index file', () => {
  const eleven =
    'cn,nbdx)/show.asp?id=697 20070702205327 http://www.nbdx.cn/show.asp?id=697 text/html 200 AAAA - - 2417 333 crawl.arc.gz';

  it('has its fields by letters in the first line', () => {
    const [one] = read(` CDX N b a m s k r M S V g\n${eleven}\r\n`).rows;
    expect(one).toEqual({
      ...wanted,
      original: 'http://www.nbdx.cn/show.asp?id=697',
      offset: 333,
      file: 'crawl.arc.gz',
    });
  });

  it('is told by the number of its fields where the first line is missing', () => {
    expect(read(eleven).rows).toMatchObject([{ length: 2417, offset: 333, file: 'crawl.arc.gz' }]);
    expect(read('k 20070702205327 http://a.cn/ text/html 200 AAAA - 333 a.arc.gz\n').rows).toMatchObject([
      { offset: 333, file: 'a.arc.gz', length: null },
    ]);
    expect(read('k 20070702205327 http://a.cn/ text/html 200 AAAA 99\n').rows).toMatchObject([
      { length: 99, offset: null },
    ]);
  });

  it('may part its fields by another sign', () => {
    expect(read('\tCDX\tb\ta\ts\n20070702205327\thttp://a.cn/\t404\n').rows).toMatchObject([
      { status: 404, original: 'http://a.cn/' },
    ]);
  });

  it('may be CDXJ, with lines about itself', () => {
    const text =
      '!OpenWayback-CDXJ 1.0\ncn,nbdx)/ 20070702205327 {"url": "http://www.nbdx.cn/", "mime": "text/html", "status": 200, "digest": "sha1:AAAA", "length": 9, "offset": 5, "filename": "a.warc"}\n';
    expect(read(text).rows).toMatchObject([{ status: 200, length: 9, offset: 5, file: 'a.warc', urlkey: 'cn,nbdx)/' }]);
  });

  it('gives the address of a key where it has no other', () => {
    const keys = ['cn,nbdx)/show.asp?id=1', 'cn,nbdx:8080)/a', 'http://(cn,nbdx,www,)/b'];
    const rows = keys.flatMap((key) => read(`${key} 20070702205327 - text/html 200 A 1\n`).rows);
    expect(rows.map(({ original }) => original)).toEqual([
      'http://nbdx.cn/show.asp?id=1',
      'http://nbdx.cn:8080/a',
      'http://www.nbdx.cn/b',
    ]);
  });

  it('leaves out what is no web page, and counts it', () => {
    const { rows, skipped, problem } = read(
      'k 20070702205327 dns:www.nbdx.cn text/dns - A 1\nk 20070702205327 warcinfo:/a/b warc-info - A 1\n',
    );
    expect([rows, skipped, problem]).toEqual([[], 2, null]);
  });

  it('completes a timestamp from its start', () => {
    expect(
      read('k 200707022053 http://a.cn/ text/html 200 A 1\nk 2007 http://a.cn/ text/html 200 A 1\n').rows.map(
        ({ timestamp }) => timestamp,
      ),
    ).toEqual(['20070702205300', '20070101000000']);
  });

  it('keeps letters that no encoding tells as escapes, and those in UTF-8', () => {
    const line = (word: number[]) =>
      Uint8Array.from([
        ...new TextEncoder().encode('k 20070702205327 http://a.cn/?k='),
        ...word,
        ...new TextEncoder().encode(' text/html 200 A 1\n'),
      ]);
    expect(read(line([0xcd, 0xbc]), 1000).rows[0]?.original).toBe('http://a.cn/?k=%CD%BC');
    expect(read(line([0xe5, 0x9b, 0xbe]), 1).rows[0]?.original).toBe('http://a.cn/?k=图');
  });
});

describe('text of an index', () => {
  it('has its key behind an empty line', () => {
    const { rows, resumeKey } = read(
      'cn,nbdx)/ 20070702205327 http://www.nbdx.cn/ text/html 200 AAAA 9\n\ncn%2Cnbdx%29%2Fa+20070702205328\n',
    );
    expect([rows.length, resumeKey]).toEqual([1, 'cn%2Cnbdx%29%2Fa+20070702205328']);
  });

  it('has the fields that were asked for', () => {
    expect(read('20070702205327 http://a.cn/ 200\n', 7, ['timestamp', 'original', 'statuscode']).rows).toMatchObject([
      { original: 'http://a.cn/', status: 200 },
    ]);
  });
});

describe('what is no index', () => {
  it.each([
    ['a page', '<!DOCTYPE html><html><body>Too busy</body></html>', 'not-an-index'],
    ['words', 'Please slow down.\nYou have sent too many requests.\n', 'not-an-index'],
    ['an error of the server', 'java.lang.NullPointerException\n\tat org.archive', 'not-an-index'],
    [
      'a host that is left out',
      'org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.RobotAccessControlException: Blocked Site Error',
      'excluded',
    ],
    ['a host that is left out, in HTML', '<html><body><h1>Blocked Site Error</h1></body></html>', 'excluded'],
  ])('%s is told as such', (_, answer, problem) => {
    expect(read(answer)).toMatchObject({ rows: [], problem, complete: false });
  });
});

describe('the XML index of OpenWayback', () => {
  const answer = (results: string, facts: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<wayback><request>${facts}</request><results>${results}</results></wayback>\n`;
  const capture =
    '<result><compressedoffset>10</compressedoffset><mimetype>text/html</mimetype><file>a.warc.gz</file><redirecturl>-</redirecturl><urlkey>nbdx.cn/show.asp?id=697</urlkey><digest>AAAA</digest><httpresponsecode>200</httpresponsecode><url>http://www.nbdx.cn/show.asp?id=697&amp;a=&#x515A;</url><capturedate>20070702205327</capturedate></result>';
  const ofAddress =
    '<result><urlkey>nbdx.cn/</urlkey><originalurl>http://www.nbdx.cn/</originalurl><numversions>3</numversions><numcaptures>9</numcaptures><firstcapturets>20040101000000</firstcapturets><lastcapturets>20090101000000</lastcapturets></result>';

  it('is read by captures and by addresses, cut anywhere, to its last page', () => {
    const text = answer(
      capture + ofAddress,
      '<numreturned>2</numreturned><numresults>3</numresults><firstreturned>0</firstreturned>',
    );
    for (const size of [1, 7, 1000]) {
      const reader = createIndexReader();
      const rows = [];
      for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)));
      const end = reader.end();
      expect([...rows, ...end.rows]).toMatchObject([
        {
          original: 'http://www.nbdx.cn/show.asp?id=697&a=党',
          timestamp: '20070702205327',
          status: 200,
          digest: 'AAAA',
          offset: 10,
        },
        { original: 'http://www.nbdx.cn/', timestamp: '20040101000000', status: null, digest: '' },
        { original: 'http://www.nbdx.cn/', timestamp: '20090101000000' },
      ]);
      expect(end).toMatchObject({ complete: true, problem: null, resumeKey: '2' });
    }
    const last = createIndexReader();
    last.push(
      answer(capture, '<numreturned>1</numreturned><numresults>3</numresults><firstreturned>2</firstreturned>'),
    );
    expect(last.end()).toMatchObject({ complete: true, resumeKey: null });
  });

  it('that broke off says so; one that has nothing is whole; other XML is no index', () => {
    const cut = createIndexReader();
    cut.push(answer(capture, '').slice(0, -40));
    expect(cut.end()).toMatchObject({ complete: false, problem: null });
    const none = createIndexReader();
    none.push('<?xml version="1.0"?><wayback><error><title>Resource Not In Archive</title></error></wayback>');
    expect(none.end()).toMatchObject({ complete: true, problem: null, rows: [] });
    const other = createIndexReader();
    other.push('<?xml version="1.0"?><rss></rss>');
    expect(other.end()).toMatchObject({ problem: 'not-an-index' });
  });
});
