import { describe } from 'vitest';
import { lookAtPages } from '../support/look-at-pages.ts';

// In English, `tests/browser/proofs/chromium/looks-in-english.test.ts` comes by the same states.
describe('the pages in Chinese', () => lookAtPages('zh-CN'));
