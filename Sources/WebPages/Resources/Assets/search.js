// Answers while one types.
//
// The server renders both the whole page and the part that changes (`/fragment/search`), so that there
// is one template and the address always names what is shown. Typing makes one entry in the history, not
// one a letter: the first change after a settled question pushes, the following ones replace.

import { announce, fetchFragment, openColumns } from "./page.js";

const PAUSE = 120; // ms without a keystroke before asking
const PATIENCE = 400; // ms before an answer counts as slow and the page says that it is looking
const PARTS = ["facets", "content"];
const DEFAULTS = { mode: "hybrid", sort: "best" };

/** The search of this page, or null on a page whose form only leads to it. */
export function startSearch() {
  const form = document.getElementById("search");
  if (!form || !document.getElementById("facets") || location.pathname !== "/") return null;
  return new Search(form);
}

class Search {
  constructor(form) {
    this.form = form;
    this.field = form.elements.q;
    this.sequence = 0;
    this.controller = null;
    this.timer = 0;
    this.shown = this.parameters().toString();
    this.settled = true; // whether the entry of the history is a question of its own

    this.field.addEventListener("input", (event) => {
      // Half a syllable of an input method is not a question yet.
      if (!event.isComposing) this.later();
    });
    this.field.addEventListener("compositionend", () => this.later());
    document.addEventListener("change", (event) => {
      if (event.target.form === form && event.target !== this.field) this.now();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.now();
    });
    addEventListener("popstate", () => this.restore());
  }

  /** What the form asks for, as in the address: no empty fields, no defaults. */
  parameters() {
    const all = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      const text = String(value).trim();
      if (text && DEFAULTS[name] !== text) all.append(name, text);
    }
    return all;
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(false), PAUSE);
  }

  now() {
    clearTimeout(this.timer);
    this.ask(true);
  }

  clear() {
    this.field.value = "";
    this.later();
  }

  async ask(settle) {
    const parameters = this.parameters();
    // Without a question there is nothing to filter.
    const query = parameters.has("q") ? parameters.toString() : "";
    const changed = query !== this.shown;
    if (changed) {
      const address = query ? `/?${query}` : "/";
      const isHere = address === location.pathname + location.search; // asked again after a failure
      if (this.settled && !isHere) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
      this.settled = false;
    }
    if (settle) this.settled = true;
    if (changed) await this.show(query);
  }

  /** After back or forward: the form and the answer follow the address. */
  async restore() {
    clearTimeout(this.timer);
    const query = location.search.slice(1);
    this.field.value = new URLSearchParams(query).get("q") ?? "";
    this.settled = true;
    if (query !== this.shown) await this.show(query);
  }

  async show(query) {
    // An older answer must not replace a newer one: it is called off, and should it arrive all the same,
    // its number is not the last.
    this.controller?.abort();
    this.controller = new AbortController();
    const number = ++this.sequence;
    this.shown = query;
    const slow = setTimeout(() => this.busy(true), PATIENCE);
    try {
      const answer = await fetchFragment(`/fragment/search?${query}`, this.controller.signal);
      if (number === this.sequence) this.replace(answer);
    } catch (error) {
      if (number !== this.sequence || error.name === "AbortError") return;
      this.shown = null; // so that the same question can be asked again
      this.fail();
    } finally {
      clearTimeout(slow);
      if (number === this.sequence) this.busy(false);
    }
  }

  busy(isBusy) {
    document.getElementById("content").setAttribute("aria-busy", String(isBusy));
  }

  /** Exchanges the parts at one stroke; the focus and what was opened stay. */
  replace(answer) {
    const focused = document.activeElement?.id;
    const open = [...document.querySelectorAll("#facets details[open]")].map((details) => details.id);
    for (const id of PARTS) {
      const [old, fresh] = [document.getElementById(id), answer.getElementById(id)];
      // A question that cannot be asked has no filters; those that are set must outlive it.
      const keeps = id === "facets" && this.shown && !fresh?.firstElementChild;
      if (fresh && !keeps) old.replaceWith(document.adoptNode(fresh));
    }
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    openColumns();
    if (focused && document.activeElement?.id !== focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
    const content = document.getElementById("content");
    document.title = content.dataset.title || document.title;
    if (content.dataset.announce) announce(content.dataset.announce);
  }

  fail() {
    const message = document.createElement("div");
    message.className = "message";
    message.id = "failure";
    const text = document.createElement("p");
    text.textContent = "The server did not answer. What is shown below is from before. Press Enter to ask again.";
    message.append(text);
    document.getElementById("failure")?.remove();
    document.getElementById("content").prepend(message);
    announce(text.textContent, 0);
  }
}
