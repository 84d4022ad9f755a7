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
