// The item editor: saves a draft shortly after each change, shows the candidate's page and the checks of what was saved, and says who else is here.
const form = document.querySelector('form[data-editor]');
const text = form.dataset;
const state = form.querySelector('[data-state]');
const others = document.querySelector('[data-others]');
const conflict = document.querySelector('[data-conflict]');
const revision = form.querySelector('input[name="revision"]');
const token = () => form.querySelector('input[name="forgeryToken"]').value;

let timer = 0;
let inFlight = false;
let dirty = false;
let stopped = false;
let leaving = false;
let submitter = null;

function changed() {
  dirty = true;
  state.textContent = text.textUnsaved;
  clearTimeout(timer);
  timer = setTimeout(save, 1200);
}

async function save() {
  if (inFlight || stopped || !dirty) {
    return;
  }
  inFlight = true;
  dirty = false;
  state.textContent = text.textSaving;
  try {
    const answer = await fetch(text.autosave, { method: 'POST', body: new FormData(form) });
    if (answer.status === 409 || answer.status === 410) {
      clash(await answer.json(), answer.status === 409);
    } else if (answer.ok) {
      show(await answer.text());
    } else {
      throw new Error(String(answer.status));
    }
  } catch {
    dirty = true;
    state.textContent = text.textOffline;
    timer = setTimeout(save, 5000);
  } finally {
    inFlight = false;
  }
  if (submitter && !stopped) {
    form.requestSubmit(submitter);
    return;
  }
  if (dirty && !stopped && state.textContent !== text.textOffline) {
    timer = setTimeout(save, 1200);
  }
}

function show(html) {
  const answer = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-answer]');
  revision.value = answer.dataset.revision;
  for (const part of answer.querySelectorAll('[data-part]')) {
    const place = document.getElementById(part.dataset.part);
    if (place.innerHTML !== part.innerHTML) {
      place.replaceChildren(...part.childNodes);
    }
  }
  if (!dirty) {
    state.textContent = answer.dataset.saved;
  }
}

// What is on this page was kept as a copy. Nothing is saved any more until the writer has decided.
function clash(answer, mayOverwrite) {
  stopped = true;
  dirty = true;
  state.textContent = text.textUnsaved;
  conflict.querySelector('[data-conflict-text]').textContent = answer.text;
  conflict.querySelector('[data-overwrite]').hidden = !mayOverwrite;
  conflict.dataset.revision = answer.revision;
  conflict.hidden = false;
  conflict.scrollIntoView({ block: 'nearest' });
}

conflict.querySelector('[data-overwrite]').addEventListener('click', () => {
  revision.value = conflict.dataset.revision;
  conflict.hidden = true;
  stopped = false;
  dirty = true;
  save();
});

async function here() {
  try {
    const answer = await fetch(text.here, { method: 'POST', body: new URLSearchParams({ forgeryToken: token() }) });
    if (answer.ok) {
      const who = await answer.json();
      others.textContent = who.others;
      others.hidden = who.others === '';
    }
  } catch {
    // Offline: the next beat will tell.
  }
}

form.addEventListener('input', changed);
// What is on its way is waited for: the page then posts the revision that it made.
form.addEventListener('submit', (event) => {
  clearTimeout(timer);
  if (inFlight) {
    event.preventDefault();
    submitter = event.submitter;
  } else {
    leaving = true;
  }
});
window.addEventListener('beforeunload', (event) => {
  if (dirty && !leaving) {
    event.preventDefault();
  }
});
setInterval(here, 20000);
