import { expect, it } from 'vitest';
import { isBody, isDepartment, isSigningBody, isUnit } from '../../../lib/lines/bylines/bodies.ts';

const questions = { isBody, isSigningBody, isUnit, isDepartment };

/** All that is said of a name. */
const saidOf = (text: string): string =>
  Object.entries(questions)
    .flatMap(([name, says]) => (says(text) ? [name] : []))
    .join(' ');

it.each([
  ['委', ''],
  ['甲校', ''],
  ['台州市', ''],
  ['习时报', ''],
  ['\u3000山网', ''],
  ['校“1。》办', ''],
  ['某某网', 'isBody'],
  ['顶部杂志', 'isBody'],
  ['“甲制”组', 'isBody isSigningBody'],
  ['山学报编辑部', 'isBody isSigningBody'],
  ['院刊工作组评论员', 'isBody isSigningBody'],
  ['党校', 'isBody isUnit'],
  ['院刊工作组', 'isBody isUnit'],
  ['组织处', 'isBody isUnit isDepartment'],
  ['甲国务院', 'isBody isUnit isDepartment'],
  ['学报编辑部', 'isBody isUnit isDepartment'],
  ['校校报编辑部', 'isBody isUnit isDepartment'],
])('%j → %s', (text, reading) => {
  expect(saidOf(text)).toBe(reading);
});
