import { describe } from 'vitest';
import { lookAtPages } from '../../support/look-at-pages.ts';

describe('the pages in English', () => lookAtPages('en'));
