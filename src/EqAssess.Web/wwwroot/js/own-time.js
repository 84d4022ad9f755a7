// Puts instants into the reader's own time zone and says so. Without this script they stand in the campaign's zone, with its name.
const { lang } = document.documentElement;
const language = lang === 'en' || lang.startsWith('qps') ? 'en-GB' : lang;
const styles = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  day: { dateStyle: 'full' },
  edge: { dateStyle: 'medium', timeStyle: 'short' },
};

for (const time of document.querySelectorAll('time[data-own]')) {
  const { own, zone, text } = time.dataset;
  const at = (timeZone) => new Intl.DateTimeFormat(language, { ...styles[own], timeZone }).format(new Date(time.dateTime));
  if (own !== 'edge') {
    time.textContent = text.replace('{0}', at());
  } else if (at() !== at(zone)) {
    time.textContent += ` (${text.replace('{0}', at())})`;
  }
}

// Tells the zone of the device once, so that a reminder waits for the morning here.
const start = document.querySelector('form[data-zone]');
const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
if (start && zone && start.dataset.zone !== zone) {
  const body = new URLSearchParams({ zone, forgeryToken: start.elements.forgeryToken.value });
  fetch(`${location.pathname}?handler=Zone`, { method: 'POST', body, keepalive: true }).catch(() => {});
}
