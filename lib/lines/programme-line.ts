import type { Line } from './line.ts';

/** Labels of a meeting's programme, minutes or an announcement: where, who, what; beside them 时间 is no page's date. */
const programme =
  /^[\s【［[（(]*(?:[一二三四五六七八九十\d]{1,2}[、.．]\s*)?(?:会议|活动|培训|讲座|报告|报名|考试|比赛)?(?:时\s*间|日\s*期|地\s*点|主\s*持\s*人?|主\s*讲\s*人?|报告人|出席(?:人员|领导)?|列席(?:人员)?|参加(?:人员|对象)?|参会(?:人员)?|缺席(?:人员)?|记\s*录\s*人?|对\s*象|主\s*题|议\s*题|议\s*程|内\s*容|题\s*目|要\s*求)\s*[】］\])）]?\s*[:：]/;
/** One of these makes it a programme: pages have no place, chair or agenda. */
const certain =
  /^[\s【［[（(]*(?:[一二三四五六七八九十\d]{1,2}[、.．]\s*)?(?:会议|活动|培训|讲座|报告|考试|比赛)?(?:地\s*点|主\s*持\s*人?|出席|列席|参加|参会|缺席|记\s*录\s*人?|议\s*题|议\s*程|对\s*象)/;
/** `时间：5月11日下午2:30` above `主讲：…`: of a talk, while a date above it may be the page's. */
const timed = /^[\s【［[（(]*时\s*间.*(?:[上下]午|晚上?|\d{1,2}[:：]\d\d)/;
const speaker = /^[\s【［[（(]*(?:主\s*讲\s*人?|报告人)/;
/** The lines of a programme follow each other; so many lines on, the certain one is looked for. */
const reach = 4;

/** True for a line of a programme (`时间：…` above `地点：…`): text of a notice, though its label looks like a credit's. */
export function isProgrammeLine(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (!line || !programme.test(line.text)) return false;
  const run = (step: 1 | -1): Line[] => {
    const found: Line[] = [];
    for (let at = index; Math.abs(at - index) <= reach; at += step) {
      const next = lines[at];
      if (!next || !programme.test(next.text)) break;
      found.push(next);
    }
    return found;
  };
  const clock = timed.test(line.text);
  return [...run(1), ...run(-1)].some((one) => certain.test(one.text) || (clock && speaker.test(one.text)));
}
