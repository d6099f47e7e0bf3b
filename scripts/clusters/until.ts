/** Between two looks, and the longest wait, in milliseconds: an array of twenty tasks takes minutes on two cores. */
const LOOK = 250;
const PATIENCE = 1_800_000;

/** Waits until something holds. Rejects with these words when it does not in half an hour. */
export async function until(holds: () => boolean, words: string): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
  throw new Error(words);
}
