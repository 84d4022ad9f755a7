// A written answer is saved while somebody writes: two seconds after the last key, and when the field is left. Without this script the
// buttons save it.
const field = document.querySelector('form[data-take] textarea[data-written]');
const saved = document.querySelector('[data-saved]');
const keeper = document.querySelector('[data-keeper]').dataset;
const texts = JSON.parse(keeper.texts);
let held = field?.value;
let busy = false;
let timer = 0;

// crypto.randomUUID exists on HTTPS and localhost only.
const newId = () => crypto.randomUUID?.() ?? '10000000-1000-4000-8000-100000000000'
  .replace(/[018]/g, (c) => (Number(c) ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (Number(c) / 4)))).toString(16));

function later(milliseconds) {
  clearTimeout(timer);
  timer = setTimeout(save, milliseconds);
}

async function save() {
  clearTimeout(timer);
  if (busy || field.value === held) {
    return;
  }
  busy = true;
  const text = field.value;
  const body = new URLSearchParams({ entry: newId(), text });
  for (const name of ['forgeryToken', 'item', 'writer', 'sequence']) {
    body.set(name, field.form.querySelector(`input[name="${name}"]`).value);
  }
  let response = null;
  try {
    response = await fetch(keeper.saveUrl, { method: 'POST', body, headers: { Accept: 'application/json' }, keepalive: true });
  } catch {
    // Offline: tried again in a few seconds, and saved by the buttons at the latest.
  }
  busy = false;
  if (response?.ok) {
    acknowledged(text, await response.json());
  } else if (response?.status === 410 || response?.status === 401) {
    location.assign(keeper.done);
  } else if (response?.status !== 409) {
    later(5000);
  }
}

function acknowledged(text, answer) {
  held = text;
  field.form.querySelector('input[name="sequence"]').value = answer.sequence;
  document.querySelector('progress').value = answer.complete;
  if (field.value === held) {
    const at = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    saved.dataset.save = 'saved';
    saved.textContent = texts.saved.replace('{0}', at);
  } else {
    later(2000);
  }
}

field?.addEventListener('input', () => {
  saved.textContent = texts.saving;
  later(2000);
});
field?.addEventListener('change', save);
