// The page of a running test: saves each choice as it is made, shows the server's clock. Without this script the form does both by itself.
import { moved } from './most-least.js';

const form = document.querySelector('form[data-take]');
const text = form.dataset;
const saved = document.querySelector('[data-saved]');
const announcer = document.querySelector('[data-announcer]');
// Not form.elements.item: that is a method of the collection.
const field = (name) => form.querySelector(`input[name="${name}"]`);
const say = (pattern, value) => pattern.replace('{0}', value);

// ---- Saving: one request in flight; what waits is sent in order, each choice with its own id, until the server has acknowledged it.
const waiting = [];
let inFlight = false;
let pause = 1000;
let banner = null;

function show(state, words) {
  saved.dataset.save = state;
  saved.textContent = words;
}

function showBanner(title, words, action, label) {
  banner?.remove();
  banner = document.createElement('div');
  banner.className = 'banner';
  banner.setAttribute('role', 'alert');
  banner.innerHTML = '<div class="note care"><div><h2></h2><p></p></div></div>';
  banner.querySelector('h2').textContent = title;
  banner.querySelector('p').textContent = words;
  if (action) {
    const button = document.createElement('button');
    button.className = 'button quiet';
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', action);
    banner.firstElementChild.append(button);
  }
  document.querySelector('.bar').append(banner);
}

function clearBanner() {
  banner?.remove();
  banner = null;
}

async function sendNext() {
  if (inFlight || waiting.length === 0) {
    return;
  }
  inFlight = true;
  const choice = waiting[0];
  const body = new URLSearchParams({
    forgeryToken: field('forgeryToken').value,
    item: field('item').value,
    writer: field('writer').value,
    sequence: field('sequence').value,
    entry: choice.entry,
    [choice.name]: choice.value,
  });
  let response;
  try {
    response = await fetch(text.saveUrl, { method: 'POST', body, headers: { Accept: 'application/json' }, keepalive: true });
  } catch {
    response = null;
  }
  inFlight = false;
  if (response === null || response.status >= 500 || response.status === 429) {
    retryLater();
    return;
  }
  if (response.ok) {
    waiting.shift();
    acknowledged(await response.json());
    sendNext();
    return;
  }
  refused(response.status);
}

function retryLater() {
  showBanner(text.textOfflineTitle, text.textOffline);
  show('waiting', say(text.textWaiting, waiting.length));
  setTimeout(sendNext, pause);
  pause = Math.min(pause * 2, 15000);
}

function acknowledged(answer) {
  pause = 1000;
  clearBanner();
  field('sequence').value = answer.sequence;
  setClock(answer.secondsLeft);
  document.querySelector('progress').value = answer.complete;
  const at = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  show(waiting.length ? 'saving' : 'saved', waiting.length ? text.textSaving : say(text.textSaved, at));
}

function refused(status) {
  if (status === 410 || status === 401) {
    location.assign(text.done);
    return;
  }
  if (status === 409) {
    show('waiting', say(text.textWaiting, waiting.length));
    showBanner(text.textBehindTitle, text.textBehind, takeOver, text.textTakeOver);
    return;
  }
  waiting.shift();
  show('waiting', text.textClosed);
  location.reload();
}

// Brings this page to where the server is: the latest choices, with those that wait here on top of them; then those are sent.
async function takeOver() {
  let response;
  let fresh;
  try {
    response = await fetch(form.action);
    fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('form[data-take]');
  } catch {
    retryLater();
    return;
  }
  if (!fresh?.elements.writer) {
    location.assign(response.url);
    return;
  }
  for (const name of ['forgeryToken', 'writer', 'sequence']) {
    field(name).value = fresh.elements[name].value;
  }
  form.querySelectorAll('input[name^="choice."]').forEach((radio) => { radio.checked = false; });
  fresh.querySelectorAll('input[name^="choice."]:checked').forEach((radio) => choose(radio.name, radio.value));
  waiting.forEach((w) => { w.opens = choose(w.name, w.value) || w.opens; });
  clearBanner();
  sendNext();
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

form.addEventListener('change', (event) => chosen(event.target));

function chosen(radio) {
  if (!text.saveUrl || !radio.name?.startsWith('choice.')) {
    return;
  }
  // A pick that opened another choice is sent even when a newer one follows: only it tells the server to open that choice.
  const opens = moved(radio);
  const later = waiting.findIndex((w, i) => w.name === radio.name && !w.opens && !(inFlight && i === 0));
  if (later >= 0) {
    waiting.splice(later, 1);
  }
  waiting.push({ name: radio.name, value: radio.value, opens, entry: crypto.randomUUID?.() ?? randomId() });
  if (!banner) {
    show('saving', text.textSaving);
  }
  sendNext();
}

// crypto.randomUUID exists on HTTPS and localhost only.
function randomId() {
  const b = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...b].map((x) => x.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

window.addEventListener('online', sendNext);
window.addEventListener('offline', () => showBanner(text.textOfflineTitle, text.textOffline));

// A page out of the browser's memory is behind the server: ask for a fresh one.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    location.reload();
  }
});

// ---- The clock: seconds from the server, counted on the monotonic clock, set anew with every answer of the server.
const clock = document.querySelector('[data-clock]');
const time = clock.querySelector('[data-time]');
const hide = clock.querySelector('[data-hide]');
let endsAt = 0;
let lastAnnounced = Infinity;

function setClock(secondsLeft) {
  if (secondsLeft !== null && secondsLeft !== undefined) {
    endsAt = performance.now() + secondsLeft * 1000;
    tick();
  }
}

function tick() {
  const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
  const seconds = String(left % 60).padStart(2, '0');
  time.textContent = `${Math.floor(left / 60)}:${seconds}`;
  for (const minutes of [10, 5, 1]) {
    if (left <= minutes * 60 && left > (minutes - 1) * 60 && lastAnnounced > minutes) {
      if (lastAnnounced !== Infinity || left === minutes * 60) {
        announcer.textContent = minutes === 1 ? text.textMinute : say(text.textMinutes, minutes);
      }
      lastAnnounced = minutes;
    }
  }
  if (left === 0) {
    askServer();
  }
}

let asking = false;
async function askServer() {
  if (asking) {
    return;
  }
  asking = true;
  try {
    const response = await fetch(text.clockUrl, { headers: { Accept: 'application/json' } });
    const answer = response.ok ? await response.json() : null;
    if (response.status === 401 || (answer && !answer.open)) {
      location.assign(text.done);
    } else if (answer) {
      setClock(answer.secondsLeft);
    }
  } catch {
    // Offline: the next question comes in a few seconds.
  }
  setTimeout(() => { asking = false; }, 900);
}

hide.addEventListener('click', () => {
  const hidden = !time.hidden;
  time.hidden = hidden;
  hide.textContent = hidden ? text.textShow : text.textHide;
  hide.setAttribute('aria-label', hidden ? text.textShowLabel : text.textHideLabel);
});

clock.hidden = false;
document.querySelector('[data-ends]').hidden = true;
show('saved', text.textReady ?? '');
// What was chosen while this script was on its way.
for (const radio of form.querySelectorAll('input[type="radio"]')) {
  if (radio.checked && !radio.defaultChecked) {
    chosen(radio);
  }
}
setClock(Number(text.seconds));
setInterval(tick, 500);
setInterval(() => { if (!document.hidden) { askServer(); } }, 8000);
