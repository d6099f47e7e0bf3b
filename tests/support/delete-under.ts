/** Deletes the database of an open collection from outside, as another program or the browser does: the next question makes an empty one. */
export const deleteUnder = ({ name }: { readonly name: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
