// The pages of a running test: each choice is kept in the browser, sent, and shown as saved once the server says so; the server's clock
// is shown. Without this script the form does both by itself.
import { moved } from './most-least.js';
import { clock } from './take/clock.js';
import { clear, fill, list, point, say, show, state } from './take/notices.js';
import { sender } from './take/sender.js';
import { openStore } from './take/store.js';

const keeper = document.querySelector('[data-keeper]');
const form = document.querySelector('form[data-take]');
const text = JSON.parse(keeper.dataset.texts);
const page = {
  ...keeper.dataset,
  sequence: Number(keeper.dataset.sequence),
  added: JSON.parse(keeper.dataset.added),
  token: keeper.elements.forgeryToken.value,
  address: form?.action ?? location.href,
};
const field = (name) => form?.querySelector(`input[name="${name}"]`);
const store = openStore(page.attempt);

/** What is wrong, as shown by the warning: null, 'offline', 'behind', 'refused' or 'signedOut'. */
let trouble = null;
let leaving = false;
let hadRestored = false;

function warn(kind, banner) {
  trouble = kind;
  if (queue.waiting.length) {
    state('waiting', fill(text.waiting, queue.waiting.length));
  }
  show('warning', banner);
}

function leave(address) {
  leaving = true;
  location.assign(address);
}

const names = () => queue.waiting.map((w) => w.label);

const on = {
  restored(choices) {
    hadRestored = true;
    choices.filter((c) => c.item === field('item')?.value).forEach((c) => choose(c.name, c.value));
    state('waiting', fill(text.waiting, choices.length));
    show('note', { title: text.keptTitle, words: text.kept, names: choices.map((c) => c.label) });
  },

  waiting() {
    state(trouble ? 'waiting' : 'saving', trouble ? fill(text.waiting, queue.waiting.length) : text.saving);
  },

  saved(answer) {
    running?.set(answer.secondsLeft, performance.now());
    sync();
    const progress = document.querySelector('progress');
    if (progress) {
      progress.value = answer.complete;
      progress.setAttribute('aria-label', fill(text.progress, answer.complete, progress.max));
    }
    state('saved', fill(text.saved, new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })));
    if (queue.waiting.length) {
      state('saving', text.saving);
    }
  },

  idle() {
    if (hadRestored && !field('item')) {
      // The overview and the end count what has arrived.
      leave(location.href);
    } else if (trouble === 'offline' || hadRestored) {
      const words = trouble === 'offline' ? text.back : text.keptSent;
      show('note', { title: trouble === 'offline' ? text.backTitle : '', words });
      say(words);
    }
    hadRestored = false;
    if (trouble !== 'refused') {
      trouble = null;
      clear('warning');
    }
  },

  trouble(status) {
    if (!leaving && trouble !== 'offline') {
      warn('offline', { title: status ? text.serverTitle : text.offlineTitle, words: text.offline });
    }
  },

  behind() {
    warn('behind', { title: text.behindTitle, words: text.behind, names: names(), action: takeOver, label: text.takeOver });
  },

  refused(choice, detail) {
    warn('refused', { title: text.refusedTitle, words: detail, names: [choice.label] });
    queue.refresh().then((fresh) => fresh && mirror(fresh));
  },

  signedOut() {
    if (queue.waiting.length) {
      warn('signedOut', { title: text.signedOutTitle, words: text.signedOut, names: names() });
    } else {
      leave(page.done);
    }
  },

  onBreak() {
    if (location.pathname !== page.break) {
      leave(page.break);
    }
  },

  async ended() {
    const lost = document.querySelector('[data-lost]');
    if (lost) {
      lost.append(list([...new Set(names())]));
      lost.hidden = queue.waiting.length === 0;
    } else if (queue.waiting.length && !(await store.durable())) {
      warn('ended', { title: text.lostTitle, words: text.lost, names: names(), action: () => leave(page.done), label: text.lostEnd });
    } else {
      leave(page.done);
    }
  },

  reached() {
    if (queue.waiting.length && trouble) {
      queue.now();
    } else if (trouble === 'offline') {
      on.idle();
    }
  },
};

const queue = sender(page, store, on);
const running = document.querySelector('[data-clock]') && clock(page, text, {
  ...on,
  // What is still on its way may count for a few seconds more: it goes first.
  ended: async () => { await queue.drain(); await written(); on.ended(); },
  onBreak: async () => { await written(); on.onBreak(); },
  partOver: async () => {
    if (field('item') && (await queue.drain() || await store.durable())) {
      await written();
      leave('/take');
    }
  },
});

/** What a script beside this one still holds, a written answer, goes first as well. */
function written() {
  const waits = [];
  document.dispatchEvent(new CustomEvent('eqassess-leaving', { detail: waits }));
  return Promise.race([Promise.all(waits), new Promise((resolve) => { setTimeout(resolve, 5000); })]);
}

async function takeOver() {
  const fresh = await queue.takeOver();
  if (!fresh) {
    on.trouble(0);
    return;
  }
  mirror(fresh);
  await queue.flush();
}

/** The choices of the page as the server has it, with those that wait here on top of them. */
function mirror(fresh) {
  sync();
  const item = field('item')?.value;
  if (!item || fresh.querySelector('form[data-take] input[name="item"]')?.value !== item) {
    return;
  }
  form.querySelectorAll('input[name^="choice."]').forEach((radio) => { radio.checked = false; });
  fresh.querySelectorAll('form[data-take] input[name^="choice."]:checked').forEach((radio) => choose(radio.name, radio.value));
  queue.waiting.filter((w) => w.item === item).forEach((w) => { w.opens = choose(w.name, w.value) || w.opens; });
}

/** The form posts what the page knows. */
function sync() {
  for (const [name, value] of [['writer', page.writer], ['sequence', page.sequence], ['forgeryToken', page.token]]) {
    if (field(name)) {
      field(name).value = value;
    }
  }
}

/** Marks a choice; tells whether that opened another one. */
function choose(name, value) {
  const radio = form.querySelector(`input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
  if (!radio) {
    return false;
  }
  radio.checked = true;
  return moved(radio);
}

function chosen(radio) {
  if (!field('item') || !radio.name?.startsWith('choice.')) {
    return;
  }
  clear('note');
  if (trouble === 'refused') {
    trouble = null;
    clear('warning');
  }
  queue.add({ item: field('item').value, name: radio.name, value: radio.value, opens: moved(radio), label: labelOf(radio) });
}

/** For example "Scenario 3 of 12, Reply 2: Rather effective". */
function labelOf(radio) {
  const reply = radio.closest('.reply');
  const choice = reply.matches('.one') ? '' : `: ${radio.closest('label').textContent.trim()}`;
  return `${document.querySelector('.where').textContent}, ${reply.querySelector('b').textContent}${choice}`;
}

/** Somebody wants to go on while something is not saved, or nobody is there to go to: what waits goes first. */
async function hold(goOn) {
  const reached = queue.waiting.length ? await queue.drain() : await (running?.ask() ?? true);
  if (reached && !leaving) {
    goOn();
  } else if (trouble === 'offline') {
    const handIn = form?.hasAttribute('data-plain');
    warn('offline', { title: handIn ? text.handInWaits : text.stayTitle, words: handIn ? text.handInWaitsFor : text.stay, names: names() });
  } else {
    point();
  }
}

document.addEventListener('change', (event) => chosen(event.target));
document.addEventListener('submit', (event) => {
  if (queue.waiting.length || trouble === 'offline') {
    event.preventDefault();
    hold(() => event.target.requestSubmit(event.submitter));
  }
});
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/take"]');
  if (link && trouble === 'offline') {
    event.preventDefault();
    hold(() => leave(link.href));
  }
});
window.addEventListener('online', () => { queue.now(); running?.ask(); });
window.addEventListener('offline', () => on.trouble(0));
window.addEventListener('beforeunload', (event) => {
  if (trouble && queue.waiting.length && !leaving) {
    event.preventDefault();
  }
});

// A page out of the browser's memory is behind the server: ask for a fresh one, unless something here has to be sent first.
window.addEventListener('pagehide', () => { leaving = true; });
window.addEventListener('pageshow', (event) => {
  leaving = false;
  if (event.persisted && navigator.onLine && !queue.waiting.length) {
    location.reload();
  } else if (event.persisted) {
    queue.now();
  }
});

state('saved', form?.hasAttribute('data-plain') ? text.all : text.ready);
// What was chosen while this script was on its way.
form?.querySelectorAll('input[type="radio"]').forEach((radio) => { if (radio.checked && !radio.defaultChecked) { chosen(radio); } });
queue.flush();
