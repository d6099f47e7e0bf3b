import { parseHtml } from '../../../../lib/dom/parse.ts';
import { type ListFiles, readListFiles } from './list-files.ts';

/** What was dropped, as texts with addresses: files read, links of a selection by where they lead. Must be called while the event lasts. */
export async function textsOfDrop(transfer: DataTransfer): Promise<ListFiles> {
  // All is taken at once: the transfer is emptied as soon as the event is over.
  const files = [...transfer.files];
  const html = transfer.getData('text/html');
  const plain = transfer.getData('text/uri-list') || transfer.getData('text/plain');
  if (files.length > 0) return readListFiles(files);
  const links = html === '' ? [] : [...parseHtml(html).querySelectorAll('a[href]')];
  const addresses = links.flatMap((link) => {
    const href = link.getAttribute('href') ?? '';
    const words = link.textContent.replace(/\s+/g, ' ').trim();
    return /^https?:/i.test(href) ? [words === '' ? href : `${words}\t${href}`] : [];
  });
  return { texts: [addresses.length > 0 ? addresses.join('\n') : plain], unreadable: [], notText: [] };
}
