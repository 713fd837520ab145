"use strict";
/* Verdicts by key and button. The server has the last word; what it says is shown as text. */
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const token = $("meta[name=csrf]").content;

  const filter = $("#filter");
  if (filter) filter.addEventListener("change", () => filter.requestSubmit());

  const reload = $("[data-reload]");
  const idle = () => !document.activeElement.closest("input, button, a") && !all("input").some((input) => input.type !== "hidden" && input.value);
  if (reload) setInterval(() => { if (idle()) location.reload(); }, 2000);

  const upload = $("#upload");
  if (upload) {
    const stop = (event) => { event.preventDefault(); upload.classList.toggle("over", event.type === "dragover"); };
    for (const name of ["dragover", "dragleave", "drop"]) document.addEventListener(name, stop);
    document.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      $("input[type=file]", upload).files = event.dataTransfer.files;
      upload.requestSubmit();
    });
  }

  const rows = all("a.row");
  if (rows.length) document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const step = { j: 1, k: -1 }[event.key.toLowerCase()];
    if (!step) return;
    const at = rows.indexOf(document.activeElement);
    rows[Math.min(rows.length - 1, Math.max(0, at + step))].focus();
  });

  const root = $(".report[data-document]");
  if (!root) return;
  const viewer = window.reportlint.reports.get(root.id);
  const base = "/documents/" + root.dataset.document;
  const status = $("#status");
  const reasons = $("#reason");
  const past = $("#past");
  const everything = $("#select-all");
  let queue = Promise.resolve();
  let silence = 0;

  const fill = (words, ...values) => values.reduce((text, value) => text.replace("{}", value), words);

  function say(text, bad = false) {
    status.textContent = text;
    status.classList.toggle("bad", bad);
    clearTimeout(silence);
    silence = setTimeout(() => { status.textContent = ""; }, bad ? 8000 : 2500);
  }

  async function post(path, body) {
    const answer = await fetch(base + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-Token": token },
      body: JSON.stringify(body),
    });
    if (answer.status === 401) location.assign("/login");
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  /* One after the other, so that the store has them in the order in which they were given. */
  function send(path, body, done) {
    queue = queue.then(() => post(path, body)).then(done).catch((error) => say(fill(status.dataset.failed, error.message), true));
    return queue;
  }

  function show(state) {
    for (const change of state.changed) {
      const card = viewer.byNumber.get(String(change.number));
      if (!card) continue;
      const bar = $(".review-bar", card);
      bar.dataset.verdict = change.verdict;
      $(".said b", bar).textContent = change.verdict === "open" ? "" : change.said;
      $(".said .by", bar).textContent = change.verdict === "open" ? "" : change.who + " " + change.at;
      $(".said .why", bar).textContent = change.reason;
    }
    for (const option of all("#filter select[name=verdict] option")) {
      if (option.value) option.textContent = option.textContent.replace(/\d+$/, state.tally[option.value]);
    }
  }

  function decide(cards, verdict, reason = "") {
    const numbers = cards.map((card) => Number(card.dataset.n));
    const one = numbers.length === 1;
    return send("/decisions", { numbers, verdict, reason }, (state) => {
      show(state);
      const said = state.changed.length ? state.changed[0].said : verdict;
      say(one ? fill(status.dataset.decided, numbers[0], said) : fill(status.dataset.bulk, state.count, said));
    });
  }

  function advance(card) {
    const next = viewer.cards[viewer.cards.indexOf(card) + 1];
    if (next) viewer.go(next);
    else queue.then(() => say(status.dataset.end));
  }

  function judge(card, verdict) {
    if (verdict === "explain") { ask([card]); return; }
    decide([card], verdict);
    advance(card);
  }

  function ask(cards, bulk = false) {
    const text = $("textarea", reasons);
    text.value = cards.length === 1 ? $(".said .why", cards[0]).textContent : "";
    $(".problem", reasons).hidden = true;
    reasons.returnValue = "";
    reasons.showModal();
    text.focus();
    reasons.onclose = () => {
      if (!reasons.returnValue) return;
      if (bulk) settle(reasons.returnValue, text.value.trim());
      else {
        decide(cards, reasons.returnValue, text.value.trim());
        advance(cards[0]);
      }
    };
  }

  $("form", reasons).addEventListener("submit", (event) => {
    const missing = event.submitter.value === "explained" && !$("textarea", reasons).value.trim();
    $(".problem", reasons).hidden = !missing;
    if (missing) { event.preventDefault(); $("textarea", reasons).focus(); }
  });

  const chosen = () => viewer.cards.filter((card) => $(".choose", card).checked);

  function count() {
    const number = everything && everything.checked ? Number(root.dataset.found) : chosen().length;
    $("#selected").textContent = number ? fill($("#selected").dataset.words, number) : "";
    for (const button of all("[data-bulk]")) if (button.tagName === "BUTTON") button.disabled = !number;
  }

  function clear() {
    for (const box of all(".choose, #select-page, #select-all")) box.checked = false;
    count();
  }

  function settle(verdict, reason) {
    if (everything && everything.checked) {
      send("/decisions", { all: root.dataset.query, verdict, reason }, (state) => {
        show(state);
        say(fill(status.dataset.bulk, state.count, state.changed.length ? state.changed[0].said : verdict));
      });
    } else decide(chosen(), verdict, reason);
    clear();
  }

  function undo() {
    send("/undo", {}, (state) => {
      show(state);
      say(state.count ? fill(status.dataset.undone, state.count) : status.dataset.nothing);
      const first = state.changed.map((change) => viewer.byNumber.get(String(change.number))).find(Boolean);
      if (first) viewer.go(first);
    });
  }

  async function tell(number) {
    const answer = await fetch(base + "/history/" + number);
    if (!answer.ok) return;
    const list = $("ol", past);
    list.replaceChildren(...(await answer.json()).map((entry) => {
      const item = document.createElement("li");
      item.textContent = [entry.at, entry.who, entry.verdict, entry.reason].filter(Boolean).join(" · ");
      return item;
    }));
    if (!list.children.length) list.append("—");
    past.showModal();
  }

  root.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const card = button.closest(".card");
    if (button.dataset.verdictOf) { viewer.choose(card.dataset.n, false); judge(card, button.dataset.verdictOf); }
    else if (button.dataset.bulk === "explain") ask(chosen(), true);
    else if (button.dataset.bulk) settle(button.dataset.bulk, "");
    else if (button.id === "undo") undo();
    else if (button.dataset.history) tell(button.dataset.history);
  });

  root.addEventListener("change", (event) => {
    if (event.target.id === "select-page") for (const box of all(".choose")) box.checked = event.target.checked;
    if (event.target.matches(".choose, #select-page, #select-all")) count();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const card = viewer.byNumber.get(viewer.current);
    if (key === "u") { event.preventDefault(); undo(); return; }
    if (!card) return;
    const busy = event.target.closest("button, summary, input, a:not(.pick)");
    if (key === "Enter" && !busy) { event.preventDefault(); judge(card, "confirmed"); }
    else if (key === "x") { event.preventDefault(); judge(card, "dismissed"); }
    else if (key === "e") { event.preventDefault(); ask([card]); }
    else if (key === "s") { const box = $(".choose", card); box.checked = !box.checked; count(); }
  });

  count();
  if (viewer.cards.length && !viewer.current) viewer.go(viewer.cards.find((card) => $(".review-bar", card).dataset.verdict === "open") || viewer.cards[0]);
})();
