// The clock: seconds from the server, counted on the monotonic clock of the browser and set anew with every answer of the server. The
// device's own time is never asked what time it is; a jump of it only tells that the device slept.
import { fill, say, show } from './notices.js';

const ASK_EVERY = 8000;
const WARN_AT = [1, 5, 10];

/** @param on ended, partOver, signedOut, onBreak; reached and trouble after each question to the server */
export function clock(page, text, on) {
  const box = document.querySelector('[data-clock]');
  const face = box.querySelector('[data-time]');
  const hide = box.querySelector('[data-hide]');
  const memory = remembered(page.attempt);
  let endsAt = null;
  let said = Infinity;
  let asking = null;
  let askedAt = 0;
  /** The server has said that the section's time is over: the ordinary questions go on, no hasty ones. */
  let over = false;
  let offset = Date.now() - performance.now();

  /** @param seconds whole ones, rounded up, null where no clock runs; @param asked when the request left, @param answered when it came back */
  function set(seconds, asked, answered = performance.now()) {
    if (seconds === null || seconds === undefined) {
      endsAt = null;
    } else {
      const end = (asked + answered) / 2 + seconds * 1000 - 500;
      // What is within the rounding is the same time: the clock does not flicker.
      endsAt = endsAt !== null && Math.abs(end - endsAt) < 1500 ? endsAt : end;
    }
    tick();
  }

  const left = () => Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));

  function tick() {
    const now = Date.now() - performance.now();
    const slept = Math.abs(now - offset) > 2000;
    offset = now;
    if (slept) {
      ask();
    }
    face.textContent = endsAt === null ? text.untimed : `${Math.floor(left() / 60)}:${String(left() % 60).padStart(2, '0')}`;
    hide.hidden = endsAt === null;
    if (endsAt === null) {
      face.hidden = false;
    } else {
      warn(left());
    }
    if (endsAt !== null && left() === 0 && !over && performance.now() - askedAt > 2000) {
      ask();
    }
  }

  // Ten, five and one minutes are said once each, also when the seconds between were slept over; added time makes them due again.
  function warn(seconds) {
    const due = WARN_AT.find((minutes) => seconds <= minutes * 60) ?? Infinity;
    if (due < said && seconds > 0) {
      const minutes = Math.ceil(seconds / 60);
      say(minutes === 1 ? text.minute : fill(text.minutes, minutes));
    }
    if (due !== said) {
      said = due;
      memory.set('said', due);
    }
  }

  /** True when the server answered. */
  function ask() {
    asking ??= question().finally(() => { asking = null; });
    return asking;
  }

  async function question() {
    askedAt = performance.now();
    let answer = null;
    let status = 0;
    try {
      const response = await fetch(page.clockUrl, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout?.(6000) });
      status = response.status;
      answer = response.ok ? await response.json() : null;
    } catch {
      // No connection: the next question comes in a few seconds.
    }
    if (answer) {
      hear(answer);
    } else if (status === 401) {
      on.signedOut();
    } else if (status !== 429) {
      on.trouble(status);
    }
    return Boolean(answer);
  }

  function hear(answer) {
    on.reached();
    if (!answer.open) {
      on.ended();
    } else if (answer.onBreak) {
      on.onBreak();
    } else {
      const untimed = endsAt !== null && answer.secondsLeft === null;
      set(answer.secondsLeft, askedAt);
      over = answer.secondsLeft === 0;
      if (over) {
        on.partOver();
      }
      tellAdded(answer.added ?? {}, untimed);
    }
  }

  function tellAdded(added, untimed, onPage = false) {
    const known = memory.get('added') ?? added;
    const more = Object.keys(added).filter((reason) => added[reason] > (known[reason] ?? 0));
    const words = untimed ? [text.nowUntimed] : more.map((reason) => fill(text.added[reason] ?? text.added.granted, duration(added[reason] - (known[reason] ?? 0))));
    memory.set('added', added);
    if (words.length && !onPage) {
      show('note', { title: text.addedTitle, words: words.join(' ') });
      say(words.join(' '));
    }
  }

  function hideFace(hidden) {
    face.hidden = hidden;
    hide.textContent = hidden ? text.show : text.hide;
    hide.setAttribute('aria-label', hidden ? text.showLabel : text.hideLabel);
  }

  const tellTime = () => say(endsAt === null ? text.untimed : fill(text.left, duration(left())));

  hide.addEventListener('click', () => {
    hideFace(!face.hidden);
    preferences('hidden', face.hidden);
  });
  document.querySelector('[data-hear]')?.addEventListener('click', tellTime);
  document.addEventListener('keydown', (event) => {
    if (event.altKey && event.shiftKey && event.code === 'KeyT') {
      event.preventDefault();
      tellTime();
    }
  });

  box.hidden = false;
  document.querySelectorAll('[data-ends]').forEach((e) => { e.hidden = true; });
  document.querySelectorAll('[data-keys]').forEach((e) => { e.hidden = false; });
  hideFace(preferences('hidden') === 'true');
  const loaded = performance.getEntriesByType('navigation')[0];
  const first = page.seconds ? Number(page.seconds) : null;
  // On the first page of a short test, what was passed long ago is not said.
  said = memory.get('said') ?? (WARN_AT.find((minutes) => first < minutes * 60 - 30) ?? Infinity);
  set(first, loaded?.requestStart ?? performance.now(), loaded?.responseStart ?? performance.now());
  // A page that says by itself that time was added is not made to say it twice.
  tellAdded(page.added, false, Boolean(document.querySelector('[data-told]')));
  setInterval(tick, 500);
  setInterval(() => { if (!document.hidden) { ask(); } }, ASK_EVERY);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) { ask(); } });
  window.addEventListener('focus', ask);
  return { set, ask };
}

/** "12 minutes 30 seconds" in the language of the page. */
function duration(seconds) {
  const unit = (n, name) => new Intl.NumberFormat(document.documentElement.lang, { style: 'unit', unit: name, unitDisplay: 'long' }).format(n);
  const parts = [[Math.floor(seconds / 60), 'minute'], [seconds % 60, 'second']].filter(([n]) => n > 0);
  return (parts.length ? parts : [[0, 'second']]).map(([n, name]) => unit(n, name)).join(' ');
}

// From page to page of one tab; a browser that keeps nothing forgets.
function remembered(attempt) {
  const key = (name) => `eqassess-${name}-${attempt}`;
  return {
    get: (name) => { try { return JSON.parse(sessionStorage.getItem(key(name))); } catch { return null; } },
    set: (name, value) => { try { sessionStorage.setItem(key(name), JSON.stringify(value === Infinity ? 99 : value)); } catch { /* as said */ } },
  };
}

function preferences(name, value) {
  try {
    return value === undefined ? localStorage.getItem(`eqassess-clock-${name}`) : localStorage.setItem(`eqassess-clock-${name}`, value);
  } catch {
    return null;
  }
}
