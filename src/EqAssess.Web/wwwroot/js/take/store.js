// What the server has not acknowledged, kept in the browser so that it outlives the page, the tab and the power. A browser that keeps
// nothing (private windows of some) still keeps it as long as the page lives.

const DAYS_KEPT = 30;
const LONGEST_WAIT = 3000;

/**
 * @param attempt Whose choices these are, or with " text" behind it whose written answers; those of other attempts stay out of sight, and
 * what was written in them is forgotten.
 */
export function openStore(attempt) {
  const database = open();
  const forgotten = (c) => c.attempt !== attempt && (c.when < Date.now() - DAYS_KEPT * 86400000 || (c.text && !c.attempt.startsWith(attempt.split(' ')[0])));
  const run = async (mode, work) => {
    const db = await database;
    return db && new Promise((resolve, reject) => {
      // Strict: an entry that is said to be kept survives a power cut.
      const transaction = db.transaction('choices', mode, { durability: 'strict' });
      const request = work(transaction.objectStore('choices'));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  };
  // A store that fails or hangs keeps nothing from being sent.
  const quietly = (promise, otherwise) => Promise.race([promise, late()]).then((value) => value ?? otherwise, () => otherwise);
  return {
    durable: async () => Boolean(await database),

    /** The attempt's choices in the order in which they were made. */
    async all() {
      const found = await quietly(run('readonly', (s) => s.getAll()), []);
      found.filter(forgotten).forEach((c) => this.remove(c));
      return found.filter((c) => c.attempt === attempt).sort((a, b) => a.when - b.when);
    },

    /** Whether it is kept now. */
    put: (choice) => quietly(run('readwrite', (s) => s.put({ ...choice, attempt })).then(Boolean), false),

    /** False once another page has sent it or put a newer one in its place. */
    holds: (choice) => quietly(run('readonly', (s) => s.count(choice.entry)).then((n) => n !== 0), true),

    remove: (choice) => quietly(run('readwrite', (s) => s.delete(choice.entry))),
  };
}

const late = () => new Promise((resolve) => { setTimeout(resolve, LONGEST_WAIT); });

function open() {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('eqassess', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('choices', { keyPath: 'entry' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

// crypto.randomUUID exists on HTTPS and localhost only.
export const newId = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'
  .replace(/[018]/g, (c) => (Number(c) ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (Number(c) / 4)))).toString(16));
