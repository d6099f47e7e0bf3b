/** How browsers name the folder that they save beside a page: `name_files`, `name.files`, of any page in Chinese as well. */
const FOLDER = /^(?:\.\/)?([^/]*[._]files\/.+)$/;
/** A part of a message names its images by their ids (RFC 2392). */
const PART = /^(cid:.+)$/i;

/**
 * The address of an image that lies in the folder beside a saved page, or is a part of the same message: the page's own, with the path as a fragment, since the
 * image's own is lost. Null for any other image, and where the page's address is not known.
 */
export function savedImageAddress(written: string, originalUrl: string): string | null {
  const [, path] = FOLDER.exec(written.trim()) ?? PART.exec(written.trim()) ?? [];
  if (path === undefined || !/^https?:/i.test(originalUrl) || !URL.canParse(originalUrl)) return null;
  const address = new URL(originalUrl);
  // Percent signs of a name that was escaped already stay: the fragment is what the page wrote.
  address.hash = path;
  return address.href;
}

/** The path, from the page's folder, of an image with such an address; null for any other. */
export function savedImagePath(address: string): string | null {
  const fragment = /#(.*)$/s.exec(address)?.[1] ?? '';
  const path = (FOLDER.exec(fragment) ?? PART.exec(fragment))?.[1];
  if (path === undefined) return null;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
