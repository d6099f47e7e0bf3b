/** The id of an essay that is read of another's: the subscription's and the essay's own, parted by a colon, which no id of one's own has. */
export const foreignId = (from: string, essayId: string): string => `${from}:${essayId}`;

/** The subscription and the essay that such an id names; null for one's own. */
export function partsOfForeignId(id: string): { readonly from: string; readonly essayId: string } | null {
  const found = /^([0-9a-z]{12}):(.+)/s.exec(id);
  return found === null ? null : { from: found[1] ?? '', essayId: found[2] ?? '' };
}

/** True for an essay of one's own. */
export const isOwnId = (id: string): boolean => !id.includes(':');
