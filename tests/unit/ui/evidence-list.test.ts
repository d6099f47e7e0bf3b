import { render, screen } from '@testing-library/svelte';
import { afterEach, expect, it } from 'vitest';
import type { Evidence } from '../../../lib/essay/essay.ts';
import { threshold, weights } from '../../../lib/portals/weights.ts';
import EvidenceList from '../../../lib/ui/essays/EvidenceList.svelte';

afterEach(() => document.body.replaceChildren());

const show = (...evidence: Evidence[]) =>
  render(EvidenceList, { recognition: { portal: true, kind: 'essay', score: 72, evidence, family: null } });

it('names each piece, its weight, and the text that it was found in', () => {
  show(
    { id: 'institution', weight: 35, text: '版权所有：中共临川市委党校' },
    { id: 'no-credit', weight: -10, text: '' },
  );
  const [first, second] = screen.getAllByRole('listitem');
  expect(first?.textContent).toContain('写明的机构');
  expect(first?.textContent).toContain('+35');
  expect(first?.textContent).toContain('版权所有：中共临川市委党校');
  expect(second?.textContent).toContain('没有署名');
  expect(second?.textContent).toContain('-10');
});

it('says how much there is and how much is needed', () => {
  show({ id: 'body', weight: 15, text: '2318' });
  expect(document.body.textContent).toContain(`满 ${threshold} 即识别为文章`);
  expect(screen.getByRole('listitem').textContent).toContain('2,318 字');
});

it('has a name for every kind of evidence', () => {
  show(...Object.entries(weights).map(([id, weight]) => ({ id, weight, text: '' })));
  for (const item of screen.getAllByRole('listitem')) expect(item.textContent).not.toMatch(/[a-z]/);
});

it('says so when there is none', () => {
  show();
  expect(document.body.textContent).toContain('没有找到依据');
});
