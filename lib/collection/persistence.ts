/**
 * Asks the browser to keep the collection when disk space runs short; true when it will.
 * From an extension page, or Firefox's background, which is one; `persist` does not exist in a service worker.
 * `unlimitedStorage` is the other guard.
 */
export async function askForPersistence(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
