import { expect, it } from 'vitest';
import { converterTo } from '../../../lib/features/show-essay/convert-script.ts';
import { setNumbersUpright } from '../../../lib/features/show-essay/upright-numbers.ts';

it('sets numbers of one or two digits upright, and leaves the text as it was', () => {
  const essay = document.createElement('div');
  for (const text of ['1978年12月18日，第3次，共2005人，3.5%，１２户。']) {
    const p = document.createElement('p');
    p.textContent = text;
    essay.append(p);
  }
  const before = essay.textContent;
  setNumbersUpright(essay);
  expect(essay.textContent).toBe(before);
  expect([...essay.querySelectorAll('.upright')].map((one) => one.textContent)).toEqual(['12', '18', '3', '１２']);
});

it('gives quotation marks with the script, and leaves apostrophes', async () => {
  const traditional = await converterTo('traditional');
  expect(traditional("他说：“这叫‘三农’。” Party's ‘a’")).toBe("他說：「這叫『三農』。」 Party's 『a』");
  const simplified = await converterTo('simplified');
  expect(simplified('他說：「這叫『三農』。」')).toBe('他说：“这叫‘三农’。”');
  expect(traditional('it’s')).toBe('it’s');
});
