import { parseHtml } from '../../../lib/dom/parse.ts';

/** What was dropped, as text with addresses: files read, links of a selection by where they lead. Must be called while the event lasts. */
export async function textOfDrop(transfer: DataTransfer): Promise<string> {
  // All is taken at once: the transfer is emptied as soon as the event is over.
  const files = [...transfer.files];
  const html = transfer.getData('text/html');
  const plain = transfer.getData('text/uri-list') || transfer.getData('text/plain');
  if (files.length > 0) return (await Promise.all(files.map((file) => file.text()))).join('\n');
  const links = html === '' ? [] : [...parseHtml(html).querySelectorAll('a[href]')];
  const addresses = links.flatMap((link) => {
    const href = link.getAttribute('href') ?? '';
    const words = link.textContent.replace(/\s+/g, ' ').trim();
    return /^https?:/i.test(href) ? [words === '' ? href : `${words}\t${href}`] : [];
  });
  return addresses.length > 0 ? addresses.join('\n') : plain;
}
