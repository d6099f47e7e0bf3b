/**
 * What a label on a credit line announces. `phone` and `other` are known words that only end the value before them;
 * nothing is read from them.
 */
export type LabelKind =
  | 'date'
  | 'updated'
  | 'author'
  | 'unit'
  | 'source'
  | 'issue'
  | 'editor'
  | 'inputter'
  | 'hits'
  | 'comments'
  | 'keywords'
  | 'abstract'
  | 'column'
  | 'phone'
  | 'other';

const words = (list: string): readonly string[] => list.split(' ');

/** Every head with every tail: labels are built so, and portals mix them freely. A `_` stands for no tail. */
const compounds = (heads: string, tails: string): readonly string[] =>
  words(heads).flatMap((head) => words(tails).map((tail) => (head + tail).replaceAll('_', '')));

/**
 * The one vocabulary of labels. Sources: article templates of PowerEasy, KesionCMS, DedeCMS, EmpireCMS, PHPCMS, Hanweb,
 * Boda and TRS, and hand-written ASP portals of 1999-2010. Words stand in simplified characters without spaces, brackets
 * or colon; Latin ones in lower case.
 */
export const vocabulary: readonly { readonly kind: LabelKind; readonly words: readonly string[] }[] = [
  {
    kind: 'date',
    words: [
      ...compounds(
        '_ 发布 发表 创建 发稿 编稿 添加 录入 加入 上传 上网 刊登 刊发 登载 成文 发文 公布 公开 提交 投稿 来稿 生成 文章 信息 新闻 发贴 发帖 入库 编辑 出版 撰写',
        '时间 日期',
      ),
      ...words('发布于 date'),
    ],
  },
  {
    kind: 'updated',
    words: [
      ...compounds('更新 修改 最后更新 最后修改 最近更新', '_ 时间 日期').filter((word) => word !== '修改'),
      ...words('更新于 lastupdated lastupdate lastmodified'),
    ],
  },
  {
    kind: 'author',
    words: [
      ...compounds('_ 文章 本文 原 稿件', '作者'),
      ...words(
        'author 作者姓名 撰稿 撰稿人 撰稿者 撰文 撰写 撰写人 供稿人 供稿者 投稿人 执笔 执笔人 文 图文 文图 采写 采写人 编写 编写人 口述人 整理人 记者 通讯员',
      ),
    ],
  },
  {
    kind: 'unit',
    words: [
      ...compounds('_ 提供 供稿 发布 投稿 来稿 报送 撰稿 发文 责任 所属 上传 信息提供', '单位 部门'),
      ...words('供稿 发布机构 发布处室 发文机关 信息提供'),
    ],
  },
  {
    kind: 'source',
    words: [
      ...compounds(
        '_ 信息 文章 资料 材料 稿件 文稿 新闻 消息 内容 本文 原文 原稿 转载 原载 摘编 转贴 图文 转发',
        '来源',
      ),
      ...compounds('_ 原文 文章 转载 本文 原载 资料 原始', '出处'),
      ...compounds('_ 文章 本文 资料 信息', '来源于'),
      ...compounds('_ 来源 刊载 刊登 发布 发表', '媒体'),
      ...compounds('发表 刊载 所载', '刊物 报刊'),
      ...words(
        '来源自 来自 出自 稿源 转贴自 转自 转摘自 转引自 转载自 转载于 转载 转发自 摘自 选自 摘编自 摘录自 节选自 录自 引自 原载 原载于 原刊 原刊于 ' +
          '载于 刊于 刊载于 刊登于 首发 首发于 首刊于 发表于 来源网站',
      ),
    ],
  },
  { kind: 'issue', words: words('期号 期次 期数 刊期 卷期 年期 期刊 刊名 版次') },
  { kind: 'editor', words: [...compounds('_ 责任 网络 网站 执行 栏目 文字 本文 本期', '编辑'), '责编', '编审'] },
  {
    kind: 'inputter',
    words: [
      ...compounds('录入 上传 发布 添加 提交', '者 人 员'),
      ...words('文章录入 信息录入 录入 上传 发稿人 发信人 发信站 信息员 管理员'),
    ],
  },
  {
    kind: 'hits',
    words: [
      ...compounds('浏览 点击 阅读 访问 查看', '_ 次数 量 数 率 人数'),
      ...words('hits 本信息共浏览 查阅次数 人气 人气指数 关注度'),
    ],
  },
  {
    kind: 'comments',
    words: [...compounds('评论 回复', '_ 数 次数'), ...words('查看评论 发表评论 我要评论 网友评论 跟帖 进入论坛')],
  },
  {
    kind: 'keywords',
    words: [
      ...compounds('_ 文章 本文', '关键词 关键字'),
      ...words('主题词 标签 相关热词搜索 相关热词 tags tag keywords'),
    ],
  },
  {
    kind: 'abstract',
    words: [...compounds('_ 内容 文章 论文 中文 本文', '摘要 提要 导读'), ...words('核心提示 编者按 内容简介 导语')],
  },
  {
    kind: 'column',
    words: [
      ...compounds(
        '_ 您 你',
        '位置 的位置 所在位置 所在的位置 现在位置 现在的位置 当前位置 当前的位置 目前位置 目前的位置',
      ).concat(compounds('_ 您 你', '现在所在位置 现在所在的位置 当前所在位置 当前所在的位置 现在的位置是')),
      ...compounds('_ 当前 所属 所在', '栏目'),
      ...words('所属类别 您现在位于 现在位于 当前位于 位于 路径 当前路径'),
    ],
  },
  {
    kind: 'phone',
    words: words('电话 联系电话 传真 邮编 邮政编码 地址 联系地址 邮箱 电子邮箱 电子邮件 email e-mail qq 联系人 手机'),
  },
  {
    kind: 'other',
    words: [
      ...compounds('打印', '_ 本页 此文 本文 文本 正文'),
      ...compounds('上一 下一', '篇 条 篇文章'),
      ...compounds('审核 审稿 签发', '_ 人'),
      ...compounds('主办 承办', '_ 单位'),
      ...words(
        '字体 字号 字体大小 收藏 收藏此文 加入收藏 告诉好友 关闭 关闭窗口 返回 分享 分享到 保护视力色 视力保护色 中图分类号 ' +
          '文献标识码 文章编号 基金项目 作者简介 作者单位 校对 摄影 摄像 图 图片 供图 绘图 翻译 译者 图片来源 数据来源 文号 发文字号 公开文号 索引号 ' +
          '系统建设 技术支持 版权所有 所在单位 工作单位 正文 内容 文章内容 详细内容 标题 文章标题 副标题 相关文章 等级 推荐等级 评分 地点 主题 备案号 今天是 现在是',
      ),
    ],
  },
];
