/** The address when a link may be made of it, else null: records may come from a restored backup. */
export function webAddress(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  return /^(?:https?|ftp):$/.test(new URL(url).protocol) ? url : null;
}
