// A document: the lines of `#L29` or `#L29-L31`, where one is in the contents, and the passage behind a
// citation link beside it in the margin.

import { fetchFragment } from "./page.js";

export function startDocument() {
  const prose = document.querySelector(".doc-page .prose");
  if (!prose) return;
  markLines(prose);
  addEventListener("hashchange", () => markLines(prose));
  followContents(prose);
  new Peek(prose);
}

/**
 * Marks the blocks that the address names. The server has marked those of `?lines=`; this is for an
 * anchor alone, and for a line in the middle of a block, which has no element of its own.
 */
function markLines(prose) {
  const match = /^#L(\d+)(?:-L?(\d+))?$/.exec(location.hash);
  if (!match) return;
  const first = Number(match[1]);
  const last = Number(match[2] ?? match[1]);
  const asked = new URLSearchParams(location.search).get("lines");
  if (asked?.split("-")[0] !== match[1]) {
    for (const old of prose.querySelectorAll(".cited")) old.classList.remove("cited");
    for (const block of prose.querySelectorAll("[data-lines]")) {
      if (!overlaps(block, first, last) || block.querySelector("[data-lines]")) continue;
      // Of an item with one paragraph the item, so that its number is marked too.
      (block.matches("li > p:only-child") ? block.parentElement : block).classList.add("cited");
    }
  }
  (document.getElementById(`L${first}`) ?? prose.querySelector(".cited"))?.scrollIntoView();
}

function overlaps(block, first, last) {
  const [from, to] = block.dataset.lines.split("–").map(Number);
  return from <= last && (to || from) >= first;
}

function followContents(prose) {
  const links = new Map();
  for (const link of document.querySelectorAll(".contents a[href^='#']")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  if (!links.size) return;
  const headings = [...links.keys()];
  let waiting = false;
  const follow = () => {
    waiting = false;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
    const now = links.get(passed[passed.length - 1]);
    for (const link of links.values()) {
      if (link === now) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(follow);
    waiting = true;
  }, { passive: true });
  follow();
}

/**
 * The passage that a citation link leads to, beside the link. It comes by pointer or by focus, stays while
 * either is on it, and goes with Escape (WCAG 1.4.13). Where there is no margin, the link is just a link.
 */
class Peek {
  constructor(prose) {
    this.wide = matchMedia("(min-width: 72em)");
    this.known = new Map();
    this.timer = 0;
    this.link = null;
    this.box = document.createElement("aside");
    this.box.className = "peek";
    this.box.hidden = true;
    this.box.setAttribute("aria-label", "Cited passage");
    document.body.append(this.box);

    for (const [on, off] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
      prose.addEventListener(on, (event) => {
        const link = event.target.closest("a.cite");
        if (link) this.later(() => this.show(link), 250);
      });
      prose.addEventListener(off, () => this.later(() => this.hide(), 300));
      this.box.addEventListener(on, () => clearTimeout(this.timer));
      this.box.addEventListener(off, () => this.later(() => this.hide(), 300));
    }
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") this.hide(); });
  }

  later(action, delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(action, delay);
  }

  async show(link) {
    if (!this.wide.matches) return;
    this.link = link;
    const target = new URL(link.href);
    const path = decodeURIComponent(target.pathname.replace(/^\/doc\//, ""));
    const query = new URLSearchParams({ path, lines: target.searchParams.get("lines") ?? "" }).toString();
    try {
      if (!this.known.has(query)) {
        const answer = await fetchFragment(`/fragment/passage?${query}`);
        this.known.set(query, answer.querySelector(".peek-passage"));
      }
    } catch {
      return; // the link itself still works
    }
    const passage = this.known.get(query);
    if (this.link !== link || !passage) return;
    this.box.replaceChildren(document.importNode(passage, true));
    this.place(link);
  }

  /** Beside the first line of the link; a value set through the object model is no inline style to the policy. */
  place(link) {
    const beside = document.querySelector(".doc-page > .apparatus").getBoundingClientRect();
    this.box.hidden = false;
    this.box.style.left = `${beside.left + scrollX - 24}px`;
    const top = link.getClientRects()[0].top + scrollY - 12;
    const lowest = scrollY + innerHeight - this.box.offsetHeight - 24;
    this.box.style.top = `${Math.max(scrollY + 12, Math.min(top, lowest))}px`;
  }

  hide() {
    this.link = null;
    this.box.hidden = true;
  }
}
