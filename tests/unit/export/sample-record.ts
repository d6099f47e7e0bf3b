import type { Essay } from '../../../lib/essay/essay.ts';
import { type ExportRecord, noParts } from '../../../lib/export/record.ts';
import { sampleEssay } from '../../support/keepings.ts';

/** A kept essay of a web page; `facts` replaces what a test is about. */
export const sampleRecord = (facts: Partial<Essay> = {}): ExportRecord => ({
  id: '0123456789abcdef01234567',
  essay: sampleEssay({ issue: null, ...facts }),
  capture: {
    pageUrl: 'http://www.example-school.cn/article/show.asp?id=12',
    takenAt: '2026-11-24T08:00:00.000Z',
    charset: 'gb18030',
    originalForm: 'served',
    rulesVersion: 1,
    sha256: 'ab'.repeat(32),
    byteLength: 4096,
  },
  keptAt: '2026-11-24T08:00:01.000Z',
  tags: ['县域'],
  note: '',
  ...noParts,
});

/** The same essay as a newspaper had it. */
export const newspaper: Partial<Essay> = {
  source: '学习园地报',
  issue: { title: '学习园地报', year: 2005, issue: null, date: '2005-07-11', page: '3' },
};
