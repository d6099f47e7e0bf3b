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

/**
 * The one vocabulary of labels. Sources: article templates of PowerEasy, KesionCMS, DedeCMS, EmpireCMS, PHPCMS, Hanweb,
 * Boda and TRS, and hand-written ASP portals of 1999-2010. Words stand in simplified characters without spaces, brackets
 * or colon; Latin ones in lower case.
 */
export const vocabulary: readonly { readonly kind: LabelKind; readonly words: readonly string[] }[] = [
  {
    kind: 'date',
    words: words(
      '发布日期 发布时间 发表时间 发表日期 时间 日期 创建时间 创建日期 发稿时间 发稿日期 编稿时间 添加时间 添加日期 录入时间 ' +
        '录入日期 加入时间 加入日期 上传时间 上传日期 上网时间 上网日期 刊登日期 刊登时间 刊发时间 刊发日期 发布于 成文日期 ' +
        '发文日期 公布日期 提交时间 投稿时间 来稿时间 文章时间 信息时间 新闻时间 公开日期 生成日期 登载时间',
    ),
  },
  {
    kind: 'updated',
    words: words('更新时间 更新日期 修改时间 修改日期 最后更新 最后更新时间 最近更新 最后修改 更新 更新于'),
  },
  {
    kind: 'author',
    words: words(
      '作者 撰稿 撰稿人 撰文 撰写 撰写人 供稿人 执笔 执笔人 投稿人 文 文章作者 本文作者 原作者 作者姓名 记者 通讯员',
    ),
  },
  {
    kind: 'unit',
    words: words(
      '提供单位 提供部门 供稿单位 供稿部门 供稿 发布单位 发布部门 发布机构 发布处室 投稿部门 投稿单位 来稿单位 报送单位 撰稿单位 ' +
        '发文单位 发文机关 单位 部门 信息提供 信息提供单位 责任部门 责任单位 所属部门 上传部门',
    ),
  },
  {
    kind: 'source',
    words: words(
      '来源 信息来源 文章来源 资料来源 稿件来源 新闻来源 内容来源 本文来源 原文来源 来源于 稿源 转贴自 转自 转载自 转载 摘自 ' +
        '选自 摘编自 录自 原载 原载于 载于 刊于 刊登于 发表于 出处 原文出处 文章出处',
    ),
  },
  { kind: 'issue', words: words('期号 期次 期数 刊期 卷期 年期 期刊 刊名 版次') },
  {
    kind: 'editor',
    words: words('责任编辑 责编 编辑 网络编辑 网站编辑 执行编辑 栏目编辑 文字编辑 本文编辑 本期编辑 编审'),
  },
  {
    kind: 'inputter',
    words: words(
      '文章录入 信息录入 录入 录入者 录入人 录入员 发布人 发布者 发布员 发稿人 上传 上传者 上传人 添加人 添加者 提交者 信息员 管理员',
    ),
  },
  {
    kind: 'hits',
    words: words(
      '浏览次数 浏览 浏览量 浏览数 浏览人数 本信息共浏览 点击数 点击 点击率 点击量 点击次数 阅读次数 阅读 阅读量 阅读数 阅读人数 ' +
        '访问量 访问次数 访问 查看次数 查看 查阅次数 人气 人气指数 关注度',
    ),
  },
  {
    kind: 'comments',
    words: words('评论 评论数 评论次数 查看评论 发表评论 我要评论 网友评论 回复 回复数 跟帖 进入论坛'),
  },
  {
    kind: 'keywords',
    words: words('关键词 关键字 主题词 标签 相关热词搜索 相关热词 文章关键词 本文关键词 tags tag keywords'),
  },
  {
    kind: 'abstract',
    words: words(
      '摘要 内容提要 内容摘要 提要 核心提示 导读 编者按 内容简介 文章摘要 论文摘要 中文摘要 本文提要 内容导读 文章导读 导语',
    ),
  },
  {
    kind: 'column',
    words: words(
      '您现在的位置 您现在的位置是 您现在位置 您现在所在的位置 您现在所在位置 您当前的位置 您当前位置 您当前所在的位置 当前位置 ' +
        '当前的位置 当前所在位置 您的位置 您所在的位置 您所在位置 所在位置 现在位置 现在的位置 目前位置 您目前的位置 你的位置 ' +
        '你现在的位置 你当前的位置 你所在的位置 位置 当前栏目 所属栏目 栏目 所属类别',
    ),
  },
  {
    kind: 'phone',
    words: words('电话 联系电话 传真 邮编 邮政编码 地址 联系地址 邮箱 电子邮箱 电子邮件 email e-mail qq 联系人 手机'),
  },
  {
    kind: 'other',
    words: words(
      '字体 字号 字体大小 打印 打印本页 打印此文 打印本文 打印文本 打印正文 收藏 收藏此文 加入收藏 告诉好友 关闭 关闭窗口 返回 分享 ' +
        '分享到 保护视力色 视力保护色 中图分类号 文献标识码 文章编号 基金项目 作者简介 作者单位 审核 审核人 审稿 审稿人 校对 签发 ' +
        '签发人 摄影 图 图片来源 数据来源 文号 发文字号 公开文号 索引号 主办 主办单位 承办 承办单位 系统建设 技术支持 版权所有 标题 ' +
        '文章标题 副标题 上一篇 下一篇 上一条 下一条 上一篇文章 下一篇文章 相关文章 等级 推荐等级 评分 地点 主题 备案号 今天是 现在是',
    ),
  },
];
