const role = '(?:特约|特邀|见习|首席|实习|本刊|本报|本站|本网)?(?:记者|通讯员|实习生|评论员|撰稿人?|文字)';
/** The names of a line of reporters stand in its first group. */
export const reporters = new RegExp(
  `^[（(【]?(?:[\\u4e00-\\u9fff]{2,10}\\s+)?(?:本报|本刊|本站|本网|新华社|新华网)?${role}[\\s:：]+([^，。；！？:：]{2,40})[）)】]?$`,
);

/** True for a line that names reporters and nothing else: `本报记者 张三 通讯员 李四`. */
export function isReporterLine(text: string): boolean {
  return text.length <= 50 && reporters.test(text);
}
