import { expect, it } from 'vitest';
import { root } from '../../../scripts/build.ts';
import { thirdPartyNotices } from '../../../scripts/notices.ts';

it('names every package that is bundled, with the text of its licence, and no folder of this machine', () => {
  const notices = thirdPartyNotices(root);
  for (const name of ['dexie', 'dompurify', '@mozilla/readability', 'opencc-js', 'diff', 'valibot', 'svelte', 'wxt'])
    expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
  expect(notices).toContain('Permission is hereby granted, free of charge');
  expect(notices).toContain('Apache License');
  expect(notices).not.toContain(root);
  expect(thirdPartyNotices(root)).toBe(notices);
});
