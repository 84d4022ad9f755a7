// What the page says: the line about saving, the voice for screen readers, and under the bar one warning and one note.
const line = document.querySelector('[data-saved]');
const voice = document.querySelector('[data-announcer]');
const shown = {};

export const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i]);

export function state(name, words) {
  if (line && line.textContent !== words) {
    line.dataset.save = name;
    line.textContent = words;
  }
}

/** Said once, without taking the focus; the same words can be said again. */
export function say(words) {
  voice.textContent = '';
  setTimeout(() => { voice.textContent = words; }, 50);
}

/**
 * @param kind 'warning' interrupts a screen reader, 'note' does not
 * @param names what it is about, for example the choices that are not saved
 */
export function show(kind, { title, words, names = [], action, label }) {
  const content = JSON.stringify([title, words, names]);
  if (shown[kind]?.content === content) {
    // A screen reader is not told again what stands there already.
    return;
  }
  clear(kind);
  const banner = element('div', 'banner');
  const note = element('div', kind === 'warning' ? 'note care' : 'note');
  const text = element('div');
  if (kind === 'warning') {
    banner.setAttribute('role', 'alert');
  }
  text.append(...[element('h2', '', title), element('p', '', words), list(few(names))].filter((e) => e.textContent));
  note.append(text);
  if (action) {
    const button = element('button', 'button quiet', label);
    button.type = 'button';
    button.addEventListener('click', action);
    note.append(button);
  }
  banner.append(note);
  (document.querySelector('.bar') ?? document.querySelector('main')).append(banner);
  shown[kind] = { banner, content };
}

export function clear(kind) {
  shown[kind]?.banner.remove();
  delete shown[kind];
}

/** The bar stays on the screen, so it has no room for many. */
function few(names) {
  const each = [...new Set(names)];
  return each.length > 4 ? [...each.slice(0, 3), `+ ${each.length - 3}`] : each;
}

/** To the way out of the warning, for somebody who pressed a button that has to wait. */
export function point() {
  shown.warning?.banner.querySelector('button')?.focus();
}

export function list(names) {
  const items = element('ul');
  items.append(...names.map((name) => element('li', '', name)));
  return items;
}

function element(tag, style = '', text = '') {
  const made = document.createElement(tag);
  made.className = style;
  made.textContent = text;
  return made;
}
