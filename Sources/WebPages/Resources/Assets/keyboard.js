// Single keys. They are out of the way while one types, and can be switched off in the help
// (WCAG 2.1.4: speech input would trigger them).

import { copy } from "./page.js";

const PREFERENCE = "footnote.shortcuts";
const help = document.getElementById("help");

export function startKeyboard(search) {
  const field = document.getElementById("q");
  bindHelp();
  bindPreference();

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === field) return inField(event, field, search);
    if (isTyping(event.target) || help.open) return;
    if (event.key === "Escape") return leave(event);
    if (!enabled()) return;
    const action = ACTIONS[event.key];
    if (action?.(field) !== undefined) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (button) copy(button.dataset.copy);
  });
}

// Each returns undefined where it has nothing to do, so that the key keeps its own meaning.
const ACTIONS = {
  "/": (field) => { field.focus(); field.select(); return true; },
  "?": () => { help.showModal(); return true; },
  j: () => step(1),
  k: () => step(-1),
  w: () => {
    const why = current()?.closest(".hit")?.querySelector(".why");
    return why && (why.open = !why.open, true);
  },
  c: () => {
    const citation = current()?.dataset.citation ?? document.querySelector("[data-copy]")?.dataset.copy;
    return citation && (copy(citation), true);
  },
};

const links = () => [...document.querySelectorAll("#content .hit-link")];
const current = () => document.activeElement?.closest(".hit")?.querySelector(".hit-link");

/** Moves the focus, so that Enter opens the result by itself and a screen reader reads it. */
function step(by) {
  const all = links();
  if (!all.length) return undefined;
  const at = all.indexOf(current());
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (next) {
    next.focus({ preventScroll: true });
    next.closest(".hit").scrollIntoView({ block: "nearest" });
  } else if (by < 0) {
    document.getElementById("q").focus();
  }
  return true;
}

function inField(event, field, search) {
  if (event.key === "Escape") {
    event.preventDefault();
    if (!field.value) field.blur();
    else if (search) search.clear();
    else field.value = "";
  } else if (event.key === "ArrowDown" && links().length) {
    event.preventDefault();
    step(1);
  }
}

function leave(event) {
  const focused = document.activeElement;
  if (!focused || focused === document.body || focused.id === "canvas") return;
  event.preventDefault();
  focused.blur();
}

function isTyping(target) {
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])"));
}

function bindHelp() {
  document.querySelector("[data-help]")?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    help.showModal();
  });
  // A click beside the text closes it, as Escape does.
  help.addEventListener("click", (event) => { if (event.target === help) help.close(); });
}

function enabled() {
  try { return localStorage.getItem(PREFERENCE) !== "off"; } catch { return true; }
}

function bindPreference() {
  const boxes = document.querySelectorAll("[data-shortcuts]");
  for (const box of boxes) {
    box.checked = enabled();
    box.addEventListener("change", () => {
      for (const other of boxes) other.checked = box.checked;
      try { localStorage.setItem(PREFERENCE, box.checked ? "on" : "off"); } catch { /* private window */ }
    });
  }
}
