import { diffWordsWithSpace } from 'diff';

/** A stretch of two texts: in both, only in the older, or only in the newer. */
export interface ComparedStretch {
  readonly is: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Milliseconds after which two texts are shown as wholly different: a comparison must not freeze the page. */
const PATIENCE = 2000;

/** Compares two texts word by word, Chinese words by the browser's own segmenter; the stretches in order. */
export function compareTexts(older: string, newer: string): readonly ComparedStretch[] {
  const intlSegmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  const parts = diffWordsWithSpace(older, newer, { intlSegmenter, timeout: PATIENCE });
  if (parts === undefined)
    return [
      { is: 'gone', text: older },
      { is: 'new', text: newer },
    ];
  return parts.map(({ added, removed, value }) => ({ is: added ? 'new' : removed ? 'gone' : 'same', text: value }));
}
