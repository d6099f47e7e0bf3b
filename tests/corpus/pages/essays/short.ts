import type { OwnEssay } from './own-essay.ts';

const short = (
  key: string,
  title: string,
  author: string,
  unit: string,
  leaf: string,
  paragraph: string,
): OwnEssay => ({
  key,
  title,
  authors: [author],
  unit,
  leaf,
  keywords: [title.slice(0, 2), leaf],
  abstract: `${title}，一段短论。`,
  heads: ['缘起', '看法', '余论'],
  notes: ['短论一则，原载校内墙报。', '略有删改。'],
  paragraphs: [paragraph],
});

/** Essays of one paragraph, of 80 to 120 characters. */
export const shortEssays: readonly OwnEssay[] = [
  short(
    'short-listening',
    '学会倾听',
    '于谦和',
    '组织员办公室',
    '短论',
    '倾听不是不说话，而是把自己的话先放一放。一个干部下到村里，头一天就讲了三个小时，群众只记得他的嗓门；第二天他坐下来听了一个上午，群众才记得他的名字。可见听比说更能让人走近。',
  ),
  short(
    'short-saving',
    '节约从一张纸说起',
    '苗一平',
    '行政处',
    '短论',
    '一张纸用两面，省下的不过是几分钱，养成的却是一种习惯。习惯好了，用水、用电、用车都会跟着好起来；习惯坏了，制度写得再厚也堵不住每一个漏洞。节约这件事，贵在从手边做起。',
  ),
  short(
    'short-noting',
    '好记性与烂笔头',
    '车行远',
    '教务处',
    '随笔',
    '开会的人都带着本子，真正往上写的不多。有人说记在心里就行，可是心里的东西一忙就乱，一累就忘。笔头虽烂，落在纸上就是凭据，隔了三年翻出来，当时为什么这样决定，一看便知。',
  ),
  short(
    'short-doorstep',
    '门槛',
    '卓然',
    '文史教研室',
    '随笔',
    '从前的机关大门有一道高门槛，来办事的老人要扶着门框才跨得过去。后来门槛锯掉了，大家都说方便。过了些年又发现，门槛没有了，窗口却多了；跨的不是脚，是一层一层的手续。',
  ),
  short(
    'short-slow',
    '慢一点说',
    '樊小可',
    '党建教研室',
    '短论',
    '急着表态的人，话往往说得又快又满。等到情况弄清楚了，收回来已经不容易。慢一点说，不是没有主见，而是给事实留一点走进来的时间。事实进来了，主见才立得稳，话也才说得久。',
  ),
];
