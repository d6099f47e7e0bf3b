import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../../scripts/harvest/arguments.ts';

describe('the command line of a harvest', () => {
  it('takes hosts, addresses and years', () => {
    const { scopes, choice, archive, captured, lists } = readArguments([
      'nbdx.cn',
      'http://a.cn/xuebao/',
      '--out',
      'x',
      '--years',
      '2003..2007',
      '--captured',
      '2005',
    ]);
    expect(scopes).toEqual([
      { match: 'host', url: 'nbdx.cn' },
      { match: 'prefix', url: 'http://a.cn/xuebao/' },
    ]);
    expect([choice.years, archive.id, captured, lists]).toEqual([[2003, 2007], 'wayback', ['2005', '2005'], 12]);
  });

  it.each([
    [[], 'Give a host'],
    [['nbdx.cn'], '--out'],
    [['党校', '--out', 'x'], 'Neither a host'],
    [['nbdx.cn', '--out', 'x', '--years', '2007..2003'], '--years'],
    [['nbdx.cn', '--out', 'x', '--archive', 'elsewhere'], 'Not an archive'],
    [['nbdx.cn', '--out', 'x', '--gap', '1'], 'every 3 s'],
    [['nbdx.cn', '--out', 'x', '--gap', 'fast', '--archive', 'http://127.0.0.1:1'], 'seconds'],
    [['nbdx.cn', '--out', 'x', '--lists', '-1'], '--lists'],
  ])('says what is wrong with %j', (args, words) => {
    expect(() => readArguments(args)).toThrow(words);
  });

  it('never asks a public archive faster than it bears, and a server of one’s own as fast as is wished', () => {
    expect(readArguments(['nbdx.cn', '--out', 'x', '--gap', '10']).archive.pace.gap).toBe(10_000);
    expect(
      readArguments(['nbdx.cn', '--out', 'x', '--gap', '0.1', '--archive', 'http://127.0.0.1:8080']).archive.pace.gap,
    ).toBe(100);
  });
});
