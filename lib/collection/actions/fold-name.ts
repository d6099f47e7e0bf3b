/** A name as names are compared: width (NFKC), case and outer or repeated white space do not matter. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
