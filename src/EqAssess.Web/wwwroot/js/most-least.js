// One reply cannot be both the most and the least effective: picking it for the other choice moves it, and the first is open again.

/** Clears the other choice where it holds the same reply, and says so. The server does the same with a pick that is sent alone. */
export function moved(radio) {
  const group = radio.closest?.('[data-most-least]');
  if (!group) {
    return false;
  }
  const other = [...group.querySelectorAll('input:checked')].find((r) => r !== radio && r.value === radio.value);
  if (other) {
    other.checked = false;
  }
  group.querySelector('[data-moved-status]').textContent = other ? radio.dataset.moved : '';
  return Boolean(other);
}
