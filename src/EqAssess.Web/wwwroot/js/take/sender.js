// Sends choices, the oldest first and one at a time, each under an id of its own, until the server has answered for good. A choice
// carries the page that made it (writer) and what that page knew (sequence): the server refuses it when another page has saved since.
import { newId } from './store.js';

const LONGEST_PAUSE = 15000;
const LONGEST_ANSWER = 20000;

/**
 * @param page attempt, writer, sequence, token and addresses of this page; writer, sequence and token change with the server's answers
 * @param on what the page does about: restored, waiting, saved, idle, trouble, behind, ended, signedOut, onBreak, refused
 */
export function sender(page, store, on) {
  const waiting = [];
  let working = null;
  let request = null;
  let timer = 0;
  let pause = 1000;
  let held = null;

  const restored = store.all().then((kept) => {
    const [past, open] = split(kept, (old) => waiting.some((w) => replaces(w, old)));
    past.forEach(store.remove);
    waiting.unshift(...open.map((choice) => ({ ...choice, stored: true })));
    if (open.length) {
      on.restored(open);
    }
  });

  /** @param choice item, name, value, label; opens: it opened another choice, so the server must see it even when a newer one follows */
  function add(choice) {
    const later = waiting.findIndex((w, i) => replaces(choice, w) && !(working && i === 0));
    if (later >= 0) {
      store.remove(waiting.splice(later, 1)[0]);
    }
    const made = { ...choice, entry: newId(), writer: page.writer, sequence: page.sequence, when: performance.timeOrigin + performance.now() };
    const item = { ...made };
    item.kept = store.put(made).then((stored) => { item.stored = stored; });
    waiting.push(item);
    on.waiting();
    return flush();
  }

  function flush() {
    clearTimeout(timer);
    working ??= work().finally(() => { working = null; });
    return working;
  }

  async function work() {
    await restored;
    while (waiting.length && !held) {
      const choice = waiting[0];
      await choice.kept;
      if (choice.stored && !(await store.holds(choice))) {
        waiting.shift();
      } else if (!(await settle(choice, await post(choice)))) {
        return;
      }
    }
    on[held ?? 'idle']();
  }

  async function post(choice) {
    request = new AbortController();
    try {
      const response = await fetch(page.saveUrl, {
        method: 'POST',
        body: new URLSearchParams({
          forgeryToken: page.token, item: choice.item, entry: choice.entry, writer: choice.writer, sequence: choice.sequence, [choice.name]: choice.value,
        }),
        headers: { Accept: 'application/json' },
        keepalive: true,
        signal: AbortSignal.any?.([request.signal, AbortSignal.timeout(LONGEST_ANSWER)]) ?? request.signal,
      });
      const body = await response.json().catch(() => null);
      return { status: response.ok && !body ? 0 : response.status, body, after: Number(response.headers.get('Retry-After')) * 1000 };
    } catch {
      return { status: request.signal.aborted ? 'again' : 0 };
    }
  }

  /** Whether the next choice may go. */
  async function settle(choice, { status, body, after }) {
    const reason = body?.type?.split(':').pop();
    if (status === 'again') {
      return true;
    }
    if (status === 200) {
      await done(choice);
      learn(choice.sequence, body.sequence);
      on.saved(body);
      return true;
    }
    if ((status === 400 || status === 423) && reason && reason !== 'OnBreak') {
      await done(choice);
      on.refused(choice, body.detail);
      return true;
    }
    if (status === 409 || status === 410) {
      held = status === 409 ? 'behind' : 'ended';
      return true;
    }
    if (status === 401) {
      on.signedOut();
    } else if (reason === 'OnBreak') {
      on.onBreak();
    } else if (status !== 400 || !(await fetchPage())) {
      on.trouble(status);
    }
    timer = setTimeout(flush, Math.min(LONGEST_PAUSE, Math.max(after || 0, pause * (0.5 + Math.random()))));
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    return false;
  }

  async function done(choice) {
    pause = 1000;
    waiting.splice(waiting.indexOf(choice), 1);
    await store.remove(choice);
  }

  // What was accepted from somebody who knew of `from` proves that no other page had saved between there and `to`.
  function learn(from, to) {
    for (const one of [page, ...waiting].filter((w) => w.sequence >= from && w.sequence < to)) {
      one.sequence = to;
      if (one.stored) {
        const { kept, stored, ...choice } = one;
        store.put(choice);
      }
    }
  }

  /** This page as the server has it now; null when it cannot be had. */
  async function fetchPage() {
    try {
      const response = await fetch(page.address, { signal: AbortSignal.timeout?.(LONGEST_ANSWER) });
      const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
      const keeper = fresh.querySelector('[data-keeper]');
      page.token = keeper.elements.forgeryToken.value;
      return fresh;
    } catch {
      return null;
    }
  }

  /** The same for a page that then shows what is newer: from now on it knows of that. */
  async function refresh() {
    const fresh = await fetchPage();
    if (fresh) {
      const { writer, sequence } = fresh.querySelector('[data-keeper]').dataset;
      Object.assign(page, { writer, sequence: Number(sequence) });
    }
    return fresh;
  }

  return {
    waiting,
    add,
    flush,
    refresh,
    restored,

    /** At once, also where an answer is overdue. */
    now() {
      pause = 1000;
      request?.abort();
      return flush();
    },

    /** True once nothing waits. */
    async drain() {
      pause = 1000;
      await flush();
      return waiting.length === 0;
    },

    /** The person has seen what is newer and wants what waits here on top of it. */
    async takeOver() {
      const fresh = await refresh();
      if (fresh) {
        waiting.forEach((w) => Object.assign(w, { writer: page.writer, sequence: page.sequence }));
        held = null;
      }
      return fresh;
    },
  };
}

const replaces = (newer, older) => newer.item === older.item && newer.name === older.name && !older.opens;

function split(list, test) {
  return [list.filter(test), list.filter((x) => !test(x))];
}
