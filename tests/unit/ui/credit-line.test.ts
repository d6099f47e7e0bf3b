import { render } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import CreditLine from '../../../lib/ui/essays/CreditLine.svelte';

const essay = { authors: ['周成海', '沈若兰'], publishedOn: null, unit: null, institution: null, source: null };

it.each([true, false])('parts authors by one sign and no space, links or none: %s', (linked) => {
  const { container } = render(CreditLine, { essay, linked });
  expect(container.textContent?.trim()).toBe('周成海、沈若兰');
  expect(container.querySelectorAll('a').length).toBe(linked ? 2 : 0);
});
