import { describe, expect, it } from 'vitest';
import { writtenOf } from '../../support/written-page.ts';

describe('tables as they are written', () => {
  it.each([
    ['<table><td>2</td></table>', '<p>2</p> ¦ 2'],
    ['<table border=1><td>1</td><td>2</td><tr></tr></table>', '<p>1</p>\n<p>2</p> ¦ 1\n2'],
    [
      '<table><td>1</td><td>[120]</td><tr><td>2</td><td>3</td></tr></table>',
      '<table><tbody><tr><td>1</td><td>[120]</td></tr><tr><td>2</td><td>3</td></tr></tbody></table> ¦ 1\t[120]\n2\t3',
    ],
    [
      '<table><td>1</td><td>[121]</td><tr><td>2</td><td>3</td></tr></table>',
      '<p>1</p>\n<p>[121]</p>\n<p>2</p>\n<p>3</p> ¦ 1\n[121]\n2\n3',
    ],
    [
      '<table><td>1</td><td>\u3000\u30002\u30003\u3000\u3000</td><tr><td>3</td><td>\u3000</td></tr></table>',
      '<p>1</p>\n<p>2\u30003</p>\n<p>3</p> ¦ 1\n2\u30003\n3',
    ],
    [
      '<table><td>丙</td><td>丁</td><thead><td>戊</td><td>己</td></thead></table>',
      '<table><tbody><tr><td>戊</td><td>己</td></tr><tr><td>丙</td><td>丁</td></tr></tbody></table> ¦ 戊\t己\n丙\t丁',
    ],
    [
      '<table border=1><td>1</td><td>2</td><tr><td></td><td></td></tr></table>',
      '<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table> ¦ 1\t2',
    ],
    [
      '<table border=1><td></td><td></td><tr><td>3</td><td>4</td></tr></table>',
      '<table><tbody><tr><td>3</td><td>4</td></tr></tbody></table> ¦ 3\t4',
    ],
    [
      '<table><td>1</td><td> 4</td><tr><td>3</td><td><li>5</li>6</td></tr></table>',
      '<table><tbody><tr><td>1</td><td>4</td></tr><tr><td>3</td><td><ul><li>5</li></ul>\n<p>6</p></td></tr></tbody></table> ¦ 1\t4\n3\t5 6',
    ],
    [
      '<table border=1><td>1</td><td>\u3000\u30002\u30003\u3000\u3000</td><tr><td></td><td></td></tr></table>',
      '<table><tbody><tr><td>1</td><td>2 3</td></tr></tbody></table> ¦ 1\t2 3',
    ],
    [
      '<table><td>1</td><td>2<form></form></td><tr><td>2</td><td>3</td></tr></table>',
      '<p>1</p>\n<p>2</p>\n<p>2</p>\n<p>3</p> ¦ 1\n2\n2\n3',
    ],
    [
      '<table border=1><td></td><td>丁</td><thead><td>戊</td><td>己</td></thead></table>',
      '<table><tbody><tr><td>戊</td><td>己</td></tr><tr><td></td><td>丁</td></tr></tbody></table> ¦ 戊\t己\n\t丁',
    ],
    [
      '<table><td rowspan=2>1</td><td rowspan=2>2</td><tr></tr><td>3</td><td>4</td></table>',
      '<table><tbody><tr><td rowspan="2">1</td><td rowspan="2">2</td></tr><tr></tr><tr><td>3</td><td>4</td></tr></tbody></table> ¦ 1\t2\n3\t4',
    ],
    [
      '<table><td>1</td><td>2<style>[121]</style></td><tr><td>2</td><td>x</td></tr></table>',
      '<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>2</td><td>x</td></tr></tbody></table> ¦ 1\t2\n2\tx',
    ],
    [
      '<table><td><a href=n>[40]</a></td><td><a href=n>[40]</a></td><tr><td>2</td><td>3</td></tr></table>',
      '<table><tbody><tr><td><a href="R:n">[40]</a></td><td><a href="R:n">[40]</a></td></tr><tr><td>2</td><td>3</td></tr></tbody></table> ¦ [40]\t[40]\n2\t3',
    ],
    [
      '<table><td><a href=n>[39]</a></td><td><a href=n>[39]</a></td><tr><td>2</td><td>3</td></tr></table>',
      '<p><a href="R:n">[39]</a></p>\n<p><a href="R:n">[39]</a></p>\n<p>2</p>\n<p>3</p> ¦ [39]\n[39]\n2\n3',
    ],
    [
      '<table><td colspan=2></td><td>[64]</td><td colspan=x>甲</td><tr><th>H</th><th><a href=n.htm>甲\n乙</a></th></tr></table>',
      '<table><tbody><tr><td colspan="2"></td><td>[64]</td><td>甲</td></tr><tr><th>H</th><th><a href="R:n.htm">甲乙</a></th></tr></tbody></table> ¦ \t[64]\t甲\nH\t甲乙',
    ],
    [
      '<table><caption></caption><caption>甲</caption><caption>乙</caption><td>1</td><td>2</td><tr><td>3</td><td>4</td></tr></table>',
      '<table><caption>甲</caption><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table> ¦ 甲\n1\t2\n3\t4',
    ],
    [
      '<table border=1><td rowspan=1000>1</td><td colspan=1.5></td><td rowspan=1001>4</td><tr><td></td><td></td></tr><td></td></table>',
      '<table><tbody><tr><td rowspan="1000">1</td><td></td><td>4</td></tr><tr><td></td><td></td></tr><tr><td></td></tr></tbody></table> ¦ 1\t\t4',
    ],
    [
      '<table><td colspan=x>甲</td><th colspan=x>甲</th><tr><td colspan=2>[35]<a href="n.htm">[16]</a>\n\u3000\u3000甲乙</td><td rowspan=3>春去秋来水自流</td></tr></table>',
      '<table><tbody><tr><td>甲</td><th>甲</th></tr><tr><td colspan="2">[35]<a href="R:n.htm">[16]</a> 甲乙</td><td rowspan="3">春去秋来水自流</td></tr></tbody></table> ¦ 甲\t甲\n[51] 甲乙\t春去秋来水自流',
    ],
    [
      '<img src="q.png" alt=" 图 "><p class=no>头</p><table border=0><td colspan=2>&nbsp;甲[16]</td><td>乙</td><td rowspan=2></td><tr></tr><th>甲<p>乙</p></th><td>[40]</td></table>',
      '<table><tbody><tr><td colspan="2">甲[16]</td><td>乙</td><td rowspan="2"></td></tr><tr><th>甲<br>乙</th><td>[40]</td></tr></tbody></table> ¦ 甲[16]\t乙\t\n甲 乙\t[40] ¦ 图 (q.png)',
    ],
    [
      '<table><td>1</td><td>水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 </td><tr><td>2</td><td>3</td></tr></table>',
      '<p>1</p>\n<p>水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水</p>\n<p>2</p>\n<p>3</p> ¦ 1\n水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水 水\n2\n3',
    ],
  ])('%j', (markup, written) => {
    expect(writtenOf(markup)).toBe(written);
  });
});
