import type { ReferenceList } from '../../export/cite/references.ts';

/** References as plain text. Rejects when the browser does not let the page write. To be called from a press. */
export const copyText = ({ text }: ReferenceList): Promise<void> => navigator.clipboard.writeText(text.trimEnd());

/** References as rich text, with the plain text beside it for what takes no other. As above. */
export async function copyRich({ text, html }: ReferenceList): Promise<void> {
  const blob = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
  const item = { ...blob('text/plain', text.trimEnd()), ...(html === null ? {} : blob('text/html', html)) };
  await navigator.clipboard.write([new ClipboardItem(item)]);
}
