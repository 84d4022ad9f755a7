// A written answer is saved while somebody writes: two seconds after the last key, every ten seconds at the latest, when the field is left,
// and before the page leaves by itself. Without this script the buttons save it.
import { clear, show, state } from './take/notices.js';

const QUIET = 2000;
const LONGEST = 10000;
const field = document.querySelector('form[data-take] textarea[data-written]');
const keeper = document.querySelector('[data-keeper]').dataset;
const texts = JSON.parse(keeper.texts);
let held = field?.defaultValue;
let saving = null;
let timer = 0;
let oldest = 0;
let stopped = false;
let pending = false;

// crypto.randomUUID exists on HTTPS and localhost only.
const newId = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'
  .replace(/[018]/g, (c) => (Number(c) ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (Number(c) / 4)))).toString(16));

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
    body.set(name, field.form.querySelector(`input[name="${name}"]`).value);
  }
  let response = null;
  let answer = null;
  try {
    response = await fetch(keeper.saveUrl, { method: 'POST', body, headers: { Accept: 'application/json' }, keepalive: true });
    answer = await response.json();
  } catch {
    // Offline: tried again in a few seconds, and saved by the buttons at the latest.
  }
  if (response?.ok && answer) {
    acknowledged(text, answer);
  } else if (!response || response.status >= 500 || response.status === 429) {
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
  field.form.querySelector('input[name="sequence"]').value = answer.sequence;
  document.querySelector('progress').value = answer.complete;
  clear('warning');
  if (field.value === held) {
    savedNow();
  } else {
    later(QUIET);
  }
}

function savedNow() {
  const at = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  state('saved', texts.saved.replace('{0}', at));
}

function changed() {
  stopped = false;
  oldest = pending ? oldest : performance.now();
  pending = true;
  state('saving', texts.saving);
  later(QUIET);
}

field?.addEventListener('input', changed);
field?.addEventListener('change', flush);
document.addEventListener('eqassess-leaving', (event) => { if (field && !stopped) { event.detail.push(flush()); } });
window.addEventListener('beforeunload', (event) => {
  if (field && field.value !== held && !field.form.dataset.posting) {
    event.preventDefault();
  }
});
field?.form.addEventListener('submit', () => { field.form.dataset.posting = 'yes'; });

// What was written while this script was on its way. After the page's own script has said that all is saved.
if (field && field.value !== held) {
  setTimeout(changed, 0);
}
