import { expect, it } from 'vitest';
import {
  isOtherRole,
  isReporter,
  isReporting,
  isRole,
  isTranslation,
  roleBefore,
  roleBehind,
} from '../../../lib/lines/bylines/name-roles.ts';

const questions = { isRole, isReporter, isOtherRole, isTranslation, isReporting };

/** All that is said of a word, the role that opens it, and the one that closes it. */
const saidOf = (text: string): string =>
  [
    ...Object.entries(questions).flatMap(([name, says]) => (says(text) ? [name] : [])),
    roleBefore(text),
    roleBehind(text),
  ].join(' ');

it.each([
  ['甲校', ' '],
  ['图馆', ' '],
  ['王芳译', ' '],
  ['译王芳等', ' 等'],
  ['记者芳', 'isReporting  '],
  ['李明撰文', 'isReporting  撰文'],
  ['执笔王水', 'isReporting 执笔 '],
  ['编辑', 'isRole isOtherRole  '],
  ['记者', 'isRole isReporter isReporting  '],
  ['译', 'isRole isTranslation  '],
])('%j → %s', (text, reading) => {
  expect(saidOf(text)).toBe(reading);
});
