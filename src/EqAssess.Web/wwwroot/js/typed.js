// A written answer is saved while somebody writes: two seconds after the last key, every ten seconds at the latest, when the field is left,
// and before the page is left. Until the server has it, the browser keeps it too. Without this script the buttons save it.
import { clear, list, show, state } from './take/notices.js';
import { newId, openStore } from './take/store.js';

const QUIET = 2000;
const LONGEST = 10000;
const LONGEST_ANSWER = 20000;
const field = document.querySelector('form[data-take] textarea[data-written]');
const keeper = document.querySelector('[data-keeper]').dataset;
const texts = JSON.parse(keeper.texts);
const hidden = (name) => field.form.querySelector(`input[name="${name}"]`);
const item = field && hidden('item').value;
// Beside the attempt's choices, which are sent from every page.
const store = openStore(`${keeper.attempt} text`);
const entry = `${keeper.attempt} ${item}`;

/** What the server has; nothing yet of a text that comes back with a refusal. */
let held = document.querySelector('.banner[role="alert"]') ? null : field?.defaultValue;
let saving = null;
let keeping = null;
let timer = 0;
let oldest = 0;
let stopped = false;
let pending = false;
let restored = false;

function later(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(flush, Math.max(0, Math.min(milliseconds, oldest + LONGEST - performance.now())));
}

/** Ends when what stands there now was answered for. */
function flush() {
  clearTimeout(timer);
  if (field.value === held) {
    savedNow();
    return Promise.resolve();
  }
  saving ??= save(field.value).finally(() => { saving = null; });
  return saving;
}

async function save(text) {
  pending = false;
  const body = new URLSearchParams({ entry: newId(), text });
  for (const name of ['forgeryToken', 'item', 'writer', 'sequence']) {
    body.set(name, hidden(name).value);
  }
  let response = null;
  let answer = null;
  try {
    const signal = AbortSignal.timeout?.(LONGEST_ANSWER);
    response = await fetch(keeper.saveUrl, { method: 'POST', body, headers: { Accept: 'application/json' }, keepalive: true, signal });
    answer = await response.json();
  } catch {
    // Offline: tried again in a few seconds, and once the connection is back.
  }
  if (response?.ok && answer) {
    acknowledged(text, answer);
  } else if (!response || response.ok || response.status >= 500 || response.status === 429) {
    state('waiting', texts.waiting.replace('{0}', 1));
    oldest = performance.now();
    later(5000);
  } else {
    refused(response.status, answer);
  }
}

// Nothing is tried again by itself: the text stays in the field, and the person is told what to do with it.
function refused(status, answer) {
  stopped = true;
  const signedOut = status === 401;
  show('warning', { title: signedOut ? texts.signedOutTitle : texts.refusedTitle, words: signedOut ? texts.signedOut : answer?.detail ?? texts.lost });
}

function acknowledged(text, answer) {
  held = text;
  hidden('sequence').value = answer.sequence;
  document.querySelector('progress').value = answer.complete;
  clear('warning');
  if (field.value === held) {
    savedNow();
  } else {
    keep();
    later(QUIET);
  }
}

function savedNow() {
  const at = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  state('saved', texts.saved.replace('{0}', at));
  if (restored) {
    restored = false;
    clear('note');
  }
  Promise.resolve(keeping).then(() => { if (field.value === held) { store.remove({ entry }); } });
}

/** One after the other, and not for every key where the disk is slow. */
function keep() {
  keeping ??= keepAll().finally(() => { keeping = null; });
}

async function keepAll() {
  const label = document.querySelector('.where').textContent;
  let text;
  do {
    text = field.value;
    await store.put({ entry, item, label, text, base: held, when: Date.now() });
  } while (text !== field.value);
}

function changed() {
  stopped = false;
  oldest = pending ? oldest : performance.now();
  pending = true;
  state('saving', texts.saving);
  keep();
  later(QUIET);
}

/** What an earlier page could not save. It takes the place of nothing that was saved since. */
async function restore() {
  const drafts = await store.all();
  const here = drafts.find((d) => d.item === item);
  const lost = document.querySelector('[data-lost]');
  if (lost && drafts.length) {
    lost.append(list(drafts.map((d) => `${d.label}: ${d.text}`)));
    lost.hidden = false;
    drafts.forEach(store.remove);
  } else if (here?.text === held) {
    store.remove(here);
  } else if (here && here.base === held && field.value === held) {
    field.value = here.text;
    restored = true;
    show('note', { title: texts.keptTitle, words: texts.keptTyped });
    changed();
  } else if (here && here.text !== field.value) {
    beside(here.text);
  } else if (drafts.length > (here ? 1 : 0)) {
    show('note', { title: texts.keptTitle, words: texts.keptElsewhere, names: drafts.filter((d) => d !== here).map((d) => d.label) });
  }
}

function beside(text) {
  const copy = field.cloneNode();
  copy.removeAttribute('id');
  copy.removeAttribute('name');
  copy.readOnly = true;
  copy.value = text;
  copy.setAttribute('aria-label', texts.keptOther);
  field.after(copy);
  show('note', { title: texts.keptTitle, words: texts.keptOther });
}

/** Somebody wants to go on: what stands there goes first. */
async function goOn(submitter) {
  await flush();
  if (field.value !== held && !stopped) {
    await flush();
  }
  if (field.value === held || stopped) {
    field.form.requestSubmit(submitter);
  } else {
    show('warning', { title: texts.stayTitle, words: texts.stay });
  }
}

field?.addEventListener('input', changed);
field?.addEventListener('change', flush);
document.addEventListener('eqassess-leaving', (event) => { if (field && !stopped) { event.detail.push(flush()); } });
window.addEventListener('online', () => { if (field && !stopped) { flush(); } });
window.addEventListener('beforeunload', (event) => {
  if (field && field.value !== held && !field.form.dataset.posting) {
    event.preventDefault();
  }
});
field?.form.addEventListener('submit', (event) => {
  if (field.value === held || stopped) {
    field.form.dataset.posting = 'yes';
  } else {
    event.preventDefault();
    event.stopPropagation();
    goOn(event.submitter);
  }
});

// After the page's own script has said that all is saved.
setTimeout(() => {
  // What was written while this script was on its way.
  if (field && held !== null && field.value !== held) {
    changed();
  }
  restore();
}, 0);
