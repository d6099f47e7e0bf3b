/** Digits of an essay's id that its captures begin with: enough that no two of a large library's essays share them. */
const SHARED = 12;
/** Where the rest of a UUID begins, which stays random: 74 bits. */
const RANDOM_FROM = 14;

/**
 * A new id for a capture of an essay, in the form of a UUID. It begins as the essay's does, so that captures, texts and pages stand in the database in the
 * order of their essays: who writes or reads many of them in that order, as a first sync does, finds them side by side.
 */
export function newCaptureId(essayId: string): string {
  const digits = essayId.slice(0, SHARED);
  return `${digits.slice(0, 8)}-${digits.slice(8)}-${crypto.randomUUID().slice(RANDOM_FROM)}`;
}
