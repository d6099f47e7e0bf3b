import type { ReferenceList } from '../../export/cite/references.ts';
import type { CiteStyle } from '../../export/cite/styles.ts';
import { newFile } from '../../ui/save-file.ts';

const txt = { extension: 'txt', mime: 'text/plain' } as const;
const kinds = {
  gbt7714: txt,
  'gbt7714-author-date': txt,
  'gbt7714-2025': txt,
  'gbt7714-2025-author-date': txt,
  chicago: txt,
  apa: txt,
  mla: txt,
  bibtex: { extension: 'bib', mime: 'application/x-bibtex' },
  ris: { extension: 'ris', mime: 'application/x-research-info-systems' },
  csl: { extension: 'json', mime: 'application/json' },
} as const satisfies Record<CiteStyle, { extension: string; mime: string }>;

/** Saves references as a file, the same as an export of them. Null when the reader chose no place. To be called from a press. */
export async function saveReferences({ text }: ReferenceList, style: CiteStyle): Promise<true | null> {
  const { extension, mime } = kinds[style];
  const file = await newFile(`wencun-references.${extension}`, mime);
  if (file === null) return null;
  try {
    await file.sink(new TextEncoder().encode(text));
    await file.finish();
    return true;
  } catch (error) {
    await file.cancel().catch(() => {});
    throw error;
  }
}
