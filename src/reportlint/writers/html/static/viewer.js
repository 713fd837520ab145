"use strict";
/* Lights up claim and evidence together, filters, and moves by keys. No text is ever made markup. */
(() => {
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));

  class Report {
    constructor(root) {
      this.root = root;
      this.pane = root.querySelector(".original");
      this.cards = all(root, ".card");
      this.byNumber = new Map(this.cards.map((card) => [card.dataset.n, card]));
      this.marks = new Map();
      for (const element of all(root, "[data-m]")) {
        for (const token of element.dataset.m.split(" ")) {
          const list = this.marks.get(token);
          if (list) list.push(element); else this.marks.set(token, [element]);
        }
      }
      this.current = null;
      this.lighted = [];
      this.shown = this.cards;
      this.off = new Set();
      this.family = "";
      this.section = "*";
      this.listen();
      if (root.querySelector("[data-filter]")) this.filter();
    }

    listen() {
      const side = this.root.querySelector(".side");
      side.addEventListener("click", (event) => this.clickedCard(event));
      side.addEventListener("focusin", (event) => {
        if (event.target.matches(".pick")) this.light(event.target.closest(".card").dataset.n);
      });
      side.addEventListener("mouseover", (event) => this.over(event.target.closest(".card")));
      side.addEventListener("mouseleave", () => this.light(this.current));
      this.pane.addEventListener("mouseover", (event) => this.overMark(event.target.closest("[data-m]")));
      this.pane.addEventListener("click", (event) => this.clickedMark(event));
      for (const button of all(this.root, "button[data-filter]")) {
        button.addEventListener("click", () => this.toggle(button));
      }
      for (const select of all(this.root, "select[data-filter]")) {
        select.addEventListener("change", () => { this[select.dataset.filter] = select.value; this.filter(); });
      }
    }

    over(card) { if (card) this.light(card.dataset.n); }

    overMark(mark) { this.light(mark ? this.ownerOf(mark) : this.current); }

    ownerOf(mark) {
      const tokens = mark.dataset.m.split(" ");
      const own = tokens.find((token) => !token.includes("."));
      const led = this.current && tokens.some((token) => token.startsWith(this.current + "."));
      return own || (led ? this.current : tokens[0].split(".")[0]);
    }

    clickedCard(event) {
      const card = event.target.closest(".card");
      if (!card || event.target.closest("button, input, select, textarea, label, form")) return;
      const lead = event.target.closest("[data-goto]");
      if (event.target.closest("a")) event.preventDefault();
      this.choose(card.dataset.n, !lead);
      if (lead) this.reveal(lead.dataset.goto);
    }

    clickedMark(event) {
      const number = event.target.closest("a.n");
      const mark = event.target.closest("[data-m]");
      if (!number && !mark) return;
      event.preventDefault();
      this.choose(number ? number.getAttribute("href").split("-f").pop() : this.ownerOf(mark), false);
      const card = this.byNumber.get(this.current);
      if (card) {
        card.scrollIntoView({ block: "nearest" });
        card.querySelector(".pick").focus({ preventScroll: true });
      }
    }

    choose(number, scroll) {
      const before = this.byNumber.get(this.current);
      if (before) before.removeAttribute("aria-current");
      const card = this.byNumber.get(number);
      if (card && !card.isConnected) this.showAll();
      this.current = card ? number : null;
      this.light(this.current);
      if (!card) return;
      card.setAttribute("aria-current", "true");
      if (scroll) this.reveal(number);
      this.root.dispatchEvent(new CustomEvent("chosen", { detail: card }));
    }

    light(number) {
      for (const element of this.lighted) {
        element.classList.remove("lit", "led");
        delete element.dataset.role;
      }
      this.lighted = [];
      if (!number) return;
      const card = this.byNumber.get(number);
      if (!card) return;
      for (const lead of all(card, "[data-goto]")) this.mark(lead.dataset.goto, "led", lead.dataset.role);
      this.mark(number, "lit", "");
    }

    mark(token, name, role) {
      const found = this.marks.get(token) || [];
      found.forEach((element, index) => {
        element.classList.add(name);
        if (role && index === found.length - 1) element.dataset.role = role;
        this.lighted.push(element);
      });
    }

    reveal(token) {
      const target = (this.marks.get(token) || [])[0];
      if (target) target.scrollIntoView({ block: "center", inline: "nearest" });
    }

    step(by) {
      const shown = this.shown;
      if (!shown.length) return;
      const at = shown.findIndex((card) => card.dataset.n === this.current);
      const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by));
      this.go(shown[next]);
    }

    go(card) {
      this.choose(card.dataset.n, true);
      card.scrollIntoView({ block: "nearest" });
      card.querySelector(".pick").focus({ preventScroll: true });
    }

    toggle(button) {
      const name = button.dataset.filter;
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      if (on) this.off.delete(name); else this.off.add(name);
      this.filter();
    }

    /* Cards are taken out and put back all at once: hiding them one by one is slow. */
    filter() {
      this.shown = this.cards.filter((card) => this.fits(card.dataset));
      const list = this.root.querySelector(".cards");
      if (list) list.replaceChildren(...this.shown);
      const output = this.root.querySelector(".shown");
      if (output) output.textContent = output.dataset.words.replace("{}", this.shown.length).replace("{}", this.cards.length);
      const empty = this.root.querySelector(".empty");
      if (empty && this.cards.length) empty.hidden = this.shown.length > 0;
      const card = this.byNumber.get(this.current);
      if (card && !card.isConnected) this.choose(null, false);
    }

    fits(data) {
      return !this.off.has(data.severity) && (!this.family || data.family === this.family)
        && (this.section === "*" || data.section === this.section);
    }

    showAll() {
      this.off.clear();
      for (const button of all(this.root, "button[data-filter]")) button.setAttribute("aria-pressed", "true");
      for (const select of all(this.root, "select[data-filter]")) select.selectedIndex = 0;
      this.family = "";
      this.section = "*";
      this.filter();
    }
  }

  const reports = new Map(all(document, ".report").map((root) => [root.id, new Report(root)]));
  const visible = () => Array.from(reports.values()).find((report) => !report.root.hidden);
  const typing = (target) => target.closest("input, textarea, select, dialog");
  const help = document.getElementById("help");
  const rule = document.getElementById("rule");

  const chooser = document.getElementById("chooser");
  if (chooser) chooser.addEventListener("change", () => {
    for (const [key, report] of reports) report.root.hidden = key !== chooser.value;
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-help]")) help.showModal();
    const code = event.target.closest("[data-rule]");
    if (!code) return;
    const page = all(document, ".rule-page").find((found) => found.dataset.code === code.dataset.rule);
    if (!page) return;
    rule.querySelector("pre").textContent = page.textContent;
    rule.showModal();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    const report = visible();
    if (event.key === "?") help.showModal();
    else if (!report) return;
    else if (event.key === "j" || event.key === "J") report.step(1);
    else if (event.key === "k" || event.key === "K") report.step(-1);
    else if (event.key === "Escape") report.choose(null, false);
  });

  const wanted = /^#(r\d+)-[fm](\d+)$/.exec(location.hash);
  if (wanted && reports.has(wanted[1])) reports.get(wanted[1]).choose(wanted[2], true);
  window.reportlint = { reports, visible };
})();
