import { decodeHtml } from '../../../lib/dom/decode.ts';
import { parseHtml } from '../../../lib/dom/parse.ts';

/** The text of a file, in whatever encoding: Chinese spreadsheets save lists in GBK, and as "Unicode text" in UTF-16. Rejects where it cannot be read. */
export const textOfFile = async (file: Blob): Promise<string> =>
  decodeHtml(new Uint8Array(await file.arrayBuffer())).text;

/** What was dropped, as text with addresses: files read, links of a selection by where they lead. Must be called while the event lasts. Rejects where a file cannot be read. */
export async function textOfDrop(transfer: DataTransfer): Promise<string> {
  // All is taken at once: the transfer is emptied as soon as the event is over.
  const files = [...transfer.files];
  const html = transfer.getData('text/html');
  const plain = transfer.getData('text/uri-list') || transfer.getData('text/plain');
  if (files.length > 0) return (await Promise.all(files.map(textOfFile))).join('\n');
  const links = html === '' ? [] : [...parseHtml(html).querySelectorAll('a[href]')];
  const addresses = links.flatMap((link) => {
    const href = link.getAttribute('href') ?? '';
    const words = link.textContent.replace(/\s+/g, ' ').trim();
    return /^https?:/i.test(href) ? [words === '' ? href : `${words}\t${href}`] : [];
  });
  return addresses.length > 0 ? addresses.join('\n') : plain;
}
