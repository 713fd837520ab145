() => {
  const faults = [];
  const shown = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const tell = (what, e) => faults.push(what + ": " + e.outerHTML.slice(0, 120));

  if (!document.documentElement.lang) faults.push("no language");
  if (!document.title) faults.push("no title");
  const ids = new Set();
  for (const e of document.querySelectorAll("[id]")) {
    if (ids.has(e.id)) tell("id used twice", e);
    ids.add(e.id);
  }

  const nameOf = (e) => [
    e.getAttribute("aria-label"), e.textContent, e.title, e.alt, e.labels && e.labels[0] && e.labels[0].textContent,
  ].filter(Boolean).join("").trim();
  for (const e of document.querySelectorAll("button, a[href], input:not([type=hidden]), select, textarea, summary, svg[role=img], svg[role=group], dialog, [role=region], [role=group]")) {
    if (shown(e) && !nameOf(e)) tell("no name", e);
  }
  for (const e of document.querySelectorAll("input:not([type=hidden]), select, textarea")) {
    const own = nameOf(e) && (e.labels.length || e.getAttribute("aria-label"));
    if (shown(e) && !own) tell("no label", e);
  }
  for (const e of document.querySelectorAll("[onclick], [tabindex]")) {
    if (e.tabIndex > 0) tell("order of focus changed", e);
  }
  for (const e of document.querySelectorAll("table")) {
    if (e.closest(".original, .sheet")) continue;
    if (!e.querySelector("th[scope]")) tell("no header cells", e);
  }

  const numbers = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const over = (top, below) => {
    const a = top.length > 3 ? top[3] : 1;
    return [0, 1, 2].map((i) => top[i] * a + below[i] * (1 - a));
  };
  const behind = (e) => {
    const layers = [];
    for (let at = e; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      layers.push(colour);
      if (colour.length === 3 || colour[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const opacity = (e) => { let o = 1; for (; e; e = e.parentElement) o *= Number(getComputedStyle(e).opacity); return o; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(e) || !shown(e) || e.disabled || e.closest("script, style, svg, [aria-hidden=true], option")) continue;
    seen.add(e);
    const style = getComputedStyle(e);
    const back = behind(e);
    const ink = numbers(style.color);
    const alpha = (ink.length > 3 ? ink[3] : 1) * opacity(e);
    const front = over([ink[0], ink[1], ink[2], alpha], back);
    const [high, low] = [light(front), light(back)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < (large ? 3 : 4.5)) tell("contrast " + ratio.toFixed(2), e);
  }
  return faults;
}
