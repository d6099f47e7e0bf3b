import { expect, it } from 'vitest';
import { sourcesOf, withoutComments } from '../../support/sources.ts';

const tests = sourcesOf(/^tests\/unit\/.*\.test\.ts$/).map(({ path, text }) => ({ path, text: withoutComments(text) }));
const breaking = (rule: RegExp): string[] => tests.filter(({ text }) => rule.test(text)).map(({ path }) => path);

it('no test asserts how long something takes', () => {
  expect(breaking(/expect\([^;]*(?:performance|Date)\.now\(\) ?-/)).toEqual([]);
});

it('no test sleeps to see that nothing happens', () => {
  expect(breaking(/setTimeout\((?:\w+|\(\) => \w+\(\)), ?[1-9]/)).toEqual([]);
});
