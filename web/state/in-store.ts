// IndexedDB, one thing at a time.

/** A store in a database of its own. */
export interface Place {
  database: string;
  store: string;
  keyPath: string | string[];
}

/** Does one thing in a store. Rejects where the browser has none, as in some private windows, and where it is full. */
export async function inStore<T>(
  place: Place,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<T> {
  const database = await open(place);
  try {
    const transaction = database.transaction(place.store, mode);
    const request = act(transaction.objectStore(place.store));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
    return request.result as T;
  } finally {
    database.close();
  }
}

function open({ database, store, keyPath }: Place): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath });
    request.onsuccess = () => resolve(request.result);
    request.onerror = request.onblocked = () => reject(request.error);
  });
}
