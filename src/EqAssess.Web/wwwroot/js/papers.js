// The page says how far a batch is when it is loaded. With a script it says so every two seconds, until all papers are there.
const pause = 2000;

async function refresh() {
  const shown = document.getElementById("batches");
  if (shown?.dataset.running !== "yes") return;
  try {
    const page = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    const fresh = page.ok && new DOMParser().parseFromString(await page.text(), "text/html").getElementById("batches");
    if (fresh && !shown.contains(document.activeElement)) shown.replaceWith(fresh);
  } catch {
    // No network for a moment: the next round asks again.
  }
  setTimeout(refresh, pause);
}

setTimeout(refresh, pause);
