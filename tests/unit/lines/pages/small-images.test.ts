import { describe, expect, it } from 'vitest';
import { linesOfPage } from '../../../support/lines-of-page.ts';

describe('images of small pages', () => {
  it.each([
    ['<img src="new.gif">', ' ¦  ¦  ¦  ¦ layout nullxnull –  ¦ 祠堂夜校的来历'],
    ['<img src="hot.png">', ' ¦  ¦  ¦  ¦ layout nullxnull –  ¦ 祠堂夜校的来历'],
    ['甲<img src=zi/1.gif alt=越>', '-4 ¦ "甲越" 2 0 BODY 1 end=越 ¦  ¦  ¦ character nullxnull 越 越 ¦ 祠堂夜校的来历'],
    ['<img src="new.gif" alt=越>', ' ¦  ¦  ¦  ¦ layout nullxnull 越  ¦ 祠堂夜校的来历'],
    ['<img src="hot.png" alt=越>', ' ¦  ¦  ¦  ¦ layout nullxnull 越  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.gif" alt=越>', ' ¦  ¦  ¦  ¦ picture nullxnull 越  ¦ 祠堂夜校的来历'],
    ['<img src="zi/new.gif?x=1">', ' ¦  ¦  ¦  ¦ layout nullxnull –  ¦ 祠堂夜校的来历'],
    [
      '碑上的字是<img src="1.gif">家村三个字',
      '-4 ¦ "碑上的字是〓家村三个字" 11 0 BODY 2 家村三个字=〓 ¦  ¦  ¦ character nullxnull – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="a.bmp">家村三个字',
      '-4 ¦ "碑上的字是〓家村三个字" 11 0 BODY 2 家村三个字=〓 ¦  ¦  ¦ character nullxnull – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '甲<img src="zi/1.gif" alt=越>',
      '-4 ¦ "甲越" 2 0 BODY 1 end=越 ¦  ¦  ¦ character nullxnull 越 越 ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="zi/1.gif" alt=越>乙',
      '-4 ¦ "越乙" 2 0 BODY 1 乙=越 ¦  ¦  ¦ character nullxnull 越 越 ¦ 祠堂夜校的来历',
    ],
    ['<img src="zi/1.gif" alt=越>。', '-4 ¦ "。" 1 0 BODY 1 ¦  ¦  ¦ picture nullxnull 越  ¦ 祠堂夜校的来历'],
    [
      '<img src="zi/1.gif" alt=越>乙',
      '-4 ¦ "越乙" 2 0 BODY 1 乙=越 ¦  ¦  ¦ character nullxnull 越 越 ¦ 祠堂夜校的来历',
    ],
    ['<img src="p.jpg" height=14>', ' ¦  ¦  ¦  ¦ layout nullx14 –  ¦ 祠堂夜校的来历'],
    ['<img src="p.jpg" width=16x>', ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="。">', ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历'],
    [
      '碑上的字是<img src="p.jpg" >家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="x1.gif">家村三个字',
      '-4 ¦ "碑上的字是〓家村三个字" 11 0 BODY 2 家村三个字=〓 ¦  ¦  ¦ character nullxnull – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="12.png">家村三个字',
      '-4 ¦ "碑上的字是〓家村三个字" 11 0 BODY 2 家村三个字=〓 ¦  ¦  ¦ character nullxnull – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '（<img src="zi/1.gif" alt=越>）',
      '-4 ¦ "（越）" 3 0 BODY 2 ）=越 ¦  ¦  ¦ character nullxnull 越 越 ¦ 祠堂夜校的来历',
    ],
    ['<img src="zi/1.jpg" title=越>', ' ¦  ¦  ¦  ¦ picture nullxnull 越  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="图">', ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="a">', ' ¦  ¦  ¦  ¦ picture nullxnull a  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="12">', ' ¦  ¦  ¦  ¦ picture nullxnull 12  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="图1">', ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="越。">', ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历'],
    [
      '甲 <img src="zi/1.gif" alt=越> 乙',
      '-4 ¦ "甲 越 乙" 3 0 BODY 2  乙=越 ¦  ¦  ¦ character nullxnull 越 越 ¦ 祠堂夜校的来历',
    ],
    ['<img src="zi/1.jpg" alt="越越越">', ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt=" 越 ">', ' ¦  ¦  ¦  ¦ picture nullxnull 越  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="⿰木越">', ' ¦  ¦  ¦  ¦ picture nullxnull ⿰木越  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="木-越">', ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.gif" width=16x>', ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.gif" alt=越><br>丙', '-4 ¦ "丙" 1 0 BODY 1 ¦  ¦  ¦ picture nullxnull 越  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="x⿰木越">', ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历'],
    ['<img src="icon_new2.gif" alt=越>', ' ¦  ¦  ¦  ¦ layout nullxnull 越  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="[木＋越]">', ' ¦  ¦  ¦  ¦ picture nullxnull [木＋越]  ¦ 祠堂夜校的来历'],
    [
      '甲<img src="zi/1.gif" alt=越><br>乙',
      '-4 / -4 ¦ "甲越" 2 0 BODY 1 end=越/"乙" 1 0 BODY 1 ¦  ¦  ¦ character nullxnull 越 越 ¦ 祠堂夜校的来历',
    ],
    ['<img src="zi/new.gif?x=1" alt=越>', ' ¦  ¦  ¦  ¦ layout nullxnull 越  ¦ 祠堂夜校的来历'],
    ['<img src="zi/1.jpg" alt="[木越木越木]">', ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历'],
    [
      '碑上的字是<img src="icon_new2.gif">家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ layout nullxnull –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="zi/1.gif" alt=越> <i>乙</i>',
      '-4 ¦ "越 乙" 2 0 BODY 2  =越 ¦  ¦  ¦ character nullxnull 越 越 ¦ 祠堂夜校的来历',
    ],
    ['<img src="a.bmp" width=50 height=50>', ' ¦  ¦  ¦  ¦ picture 50x50 –  ¦ 祠堂夜校的来历'],
    [
      '碑上的字是<img src="p.jpg" width=14>家村三个字',
      '-4 ¦ "碑上的字是〓家村三个字" 11 0 BODY 2 家村三个字=〓 ¦  ¦  ¦ character 14xnull – 〓 ¦ 祠堂夜校的来历',
    ],
    ['<img src="p.jpg" width=40 height=40>', ' ¦  ¦  ¦  ¦ picture 40x40 –  ¦ 祠堂夜校的来历'],
    ['<img src="12.png" width=50 height=50>', ' ¦  ¦  ¦  ¦ picture 50x50 –  ¦ 祠堂夜校的来历'],
    ['<img src="new.gif" width=50 height=50>', ' ¦  ¦  ¦  ¦ layout 50x50 –  ¦ 祠堂夜校的来历'],
    ['<img src="p.jpg" width=16.5 height=12>', ' ¦  ¦  ¦  ¦ layout 16.5x12 –  ¦ 祠堂夜校的来历'],
    [
      '<a href=n><img src=zi/1.gif alt=越>丙</a>',
      '-13.2 link ¦ "越丙" 2 2 BODY 1 丙=越 ¦  ¦  ¦ character nullxnull 越 越 ¦ 祠堂夜校的来历',
    ],
    ['<img src="zi/1.gif" width=16 height=16>', ' ¦  ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历'],
    ['<img src="p.jpg" width="50%" height=16>', ' ¦  ¦  ¦  ¦ layout nullx16 –  ¦ 祠堂夜校的来历'],
    ['<img src="line-a.gif" width=50 height=50>', ' ¦  ¦  ¦  ¦ layout 50x50 –  ¦ 祠堂夜校的来历'],
    [
      '甲 <img src="zi/1.gif" width=16 height=16> 乙',
      '-4 ¦ "甲 乙" 2 0 BODY 2 ¦  ¦  ¦ character 16x16 – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '甲 <img src="zi/1.gif" width=16 height=16> 乙',
      '-4 ¦ "甲 乙" 2 0 BODY 2 ¦  ¦  ¦ character 16x16 – 〓 ¦ 祠堂夜校的来历',
    ],
    ['甲<img src="zi/1.gif" width=16 height=16><br>', '-4 ¦ "甲" 1 0 BODY 1 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历'],
    ['<img src="icon_new2.gif" width=50 height=50>', ' ¦  ¦  ¦  ¦ layout 50x50 –  ¦ 祠堂夜校的来历'],
    ['<img src="p.jpg" width="16px" height=" 16 ">', ' ¦  ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历'],
    [
      '碑上的字是<img src="p.jpg" width=9 height=16>家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ layout 9x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="p.jpg" width=10 height=10>家村三个字',
      '-4 ¦ "碑上的字是〓家村三个字" 11 0 BODY 2 家村三个字=〓 ¦  ¦  ¦ character 10x10 – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="p.jpg" width=60 height=30>家村三个字',
      '-4 ¦ "碑上的字是〓家村三个字" 11 0 BODY 2 家村三个字=〓 ¦  ¦  ¦ character 60x30 – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="p.jpg" width=61 height=30>家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ layout 61x30 –  ¦ 祠堂夜校的来历',
    ],
    ['<img src="p.jpg" style="color:red;width:200px">', ' ¦  ¦  ¦  ¦ picture 200xnull –  ¦ 祠堂夜校的来历'],
    [
      '（<b><img src="zi/1.gif" width=16 height=16></b>）',
      '-4 ¦ "（〓）" 3 0 BODY 2 ）=〓 ¦  ¦  ¦ character 16x16 – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '甲<p><img src="zi/1.gif" width=16 height=16>乙</p>',
      '-4 / -4 ¦ "甲" 1 0 BODY 1/"乙" 1 0 P 1 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="new.gif" width=16 height=16>家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    ['<img src="zi/1.gif" width=16 height=16 alt="图1">', ' ¦  ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历'],
    ['<img src="p.jpg" style="width:16px;height:16px">', ' ¦  ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历'],
    [
      '碑上的字是<img src="zi/1.gif" width=10 height=10>家村三个字',
      '-4 ¦ "碑上的字是〓家村三个字" 11 0 BODY 2 家村三个字=〓 ¦  ¦  ¦ character 10x10 – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="zi/1.gif" width=60 height=30>家村三个字',
      '-4 ¦ "碑上的字是〓家村三个字" 11 0 BODY 2 家村三个字=〓 ¦  ¦  ¦ character 60x30 – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="photo.gif" width=50 height=50>家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ picture 50x50 –  ¦ 祠堂夜校的来历',
    ],
    ['<img src="zi/1.gif" style="color:red;width:200px">', ' ¦  ¦  ¦  ¦ picture 200xnull –  ¦ 祠堂夜校的来历'],
    [
      '<a href=n><img src=zi/1.gif width=16 height=16>丙</a>',
      '-12.6 link ¦ "丙" 1 1 BODY 1 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<div>甲</div><img src="zi/1.gif" width=16 height=16>乙',
      '-4 / -4 ¦ "甲" 1 0 DIV 1/"乙" 1 0 BODY 1 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<a href=n>乙<img src=zi/1.gif width=16 height=16></a>丁',
      '-13.8 link ¦ "乙〓丁" 3 2 BODY 2 丁=〓 ¦  ¦  ¦ character 16x16 – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '<b>甲</b><img src="zi/1.gif" width=16 height=16><i>乙</i>',
      '-4 ¦ "甲〓乙" 3 0 BODY 2 乙=〓 ¦  ¦  ¦ character 16x16 – 〓 ¦ 祠堂夜校的来历',
    ],
    ['<img src="p.jpg" style="max-width:16px; HEIGHT : 15.5px">', ' ¦  ¦  ¦  ¦ layout nullx15.5 –  ¦ 祠堂夜校的来历'],
    [
      '<p><img src="zi/1.gif" width=16 height=16 alt="[木章]">村</p>',
      '-4 ¦ "[木章]村" 5 0 P 1 村=[木章] ¦  ¦  ¦ character 16x16 [木章] [木章] ¦ 祠堂夜校的来历',
    ],
    [
      '<p>碑上的字是<img src="line01.gif" width=50 height=50>家村三个字</p>',
      '-4 ¦ "碑上的字是家村三个字" 10 0 P 2 ¦  ¦  ¦ layout 50x50 –  ¦ 祠堂夜校的来历',
    ],
    [
      '甲 <img src="zi/1.gif" width=16 height=16><!--x--> <i>乙</i>',
      '-4 ¦ "甲 乙" 2 0 BODY 2 ¦  ¦  ¦ character 16x16 – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="zi/1.gif" width=16 height=16 align=left>家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="zi/1.gif" width=16 height=16 align=RIGHT>家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="zi/1.gif" width=16 height=16 align=leftish>家村三个字',
      '-4 ¦ "碑上的字是〓家村三个字" 11 0 BODY 2 家村三个字=〓 ¦  ¦  ¦ character 16x16 – 〓 ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="zi/1.gif" width=16 height=16 style="float:left">家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="zi/1.gif" width=16 height=16 style="position : fixed">家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '碑上的字是<img src="zi/1.gif" width=16 height=16 style="position:absolute">家村三个字',
      '-4 ¦ "碑上的字是家村三个字" 10 0 BODY 2 ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="DATA:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAAAAAAAAAAAA">',
      ' ¦  ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAAAAAAAAAAAAA">',
      ' ¦  ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAEAAAAAAAAAAAA" >',
      ' ¦  ¦  ¦  ¦ layout 5x4 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="xdata:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAAAAAAAAAAAA">',
      ' ¦  ¦  ¦  ¦ picture nullxnull –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAAAAAAAAAAAA" >',
      ' ¦  ¦  ¦  ¦ layout 1x1 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAQAAAAEAAAAAAAAAAAA" >',
      ' ¦  ¦  ¦  ¦ layout 4x4 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAAAAAAAAAAAA" >',
      ' ¦  ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAMgAAABkAAAAAAAAAAAA" >',
      ' ¦  ¦  ¦  ¦ picture 200x100 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABAAAAAQAAAAAAAAAAAAAAAA">',
      ' ¦  ¦  ¦  ¦ layout 16x16 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAQAAAAEAAAAAAAAAAAA" width=16>',
      ' ¦  ¦  ¦  ¦ layout 4x4 –  ¦ 祠堂夜校的来历',
    ],
    [
      '<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAEAAAAAAAAAAAA" width=16>',
      ' ¦  ¦  ¦  ¦ layout 16x4 –  ¦ 祠堂夜校的来历',
    ],
  ])('%j', (markup, lines) => {
    expect(linesOfPage(markup)).toBe(lines);
  });
});
