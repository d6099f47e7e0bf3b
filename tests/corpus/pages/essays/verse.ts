import type { OwnEssay } from './own-essay.ts';

const verse = (
  key: string,
  title: string,
  author: string,
  leaf: string,
  stanzas: readonly (readonly string[])[],
): OwnEssay => ({
  key,
  title,
  authors: [author],
  unit: '学员工作部',
  leaf,
  keywords: [title.slice(0, 2), leaf],
  abstract: `${title}，一首短诗。`,
  heads: ['其一', '其二', '其三'],
  notes: ['作于学习期间。', '初稿略有不同。'],
  paragraphs: stanzas.map((lines) => lines.join('\n')),
});

/** Poems: a stanza for each paragraph, its lines parted by `\n`. */
export const verseEssays: readonly OwnEssay[] = [
  verse('verse-campus', '校园晨行', '林晚', '学员园地', [
    ['露水还在草叶上', '钟声已经过了桥', '谁的书页先翻开', '谁的影子就先到'],
    ['老樟树下有石凳', '石凳上面刻棋盘', '下棋的人毕业了', '棋盘留着给秋天'],
    ['我把昨夜的问题', '又走了一遍小路', '答案不在路尽头', '在来去的脚步里'],
  ]),
  verse('verse-dam', '筑坝谣', '武成', '校园文苑', [
    ['一筐石头一筐土', '肩上挑着三月雨', '坝高一尺人晒黑', '水听话了人不语'],
    ['后来的人来钓鱼', '问起当年谁垒石', '老汉指指坝上草', '草有多深他不知'],
  ]),
  verse('verse-return', '还乡杂咏', '许寄云', '文苑', [
    ['旧屋檐前燕又来', '新铺水泥路初开', '邻翁不问官何职', '只问禾苗几日栽'],
    ['灯下犹闻织机响', '梦回母手理麻丝', '醒来窗外车声过', '正是城中早起时'],
    ['渡口无人舟自横', '儿时鸥鸟是何声', '一江春水东流去', '留得石阶数旧名'],
  ]),
];
