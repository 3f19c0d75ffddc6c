// The panel beside the graph, and the matches under its search field. Built from text nodes only.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export class Panel {
  constructor(box, graph) {
    this.box = box;
    this.graph = graph;
    this.empty = [...box.childNodes];
  }

  show(i) {
    if (i < 0) return this.box.replaceChildren(...this.empty);
    const node = this.graph.nodes[i];
    const title = make("h2");
    title.append(make("a", node.title, { href: documentAddress(node.path) }));
    const parts = [title, make("p", [node.type, day(node.date)].filter(Boolean).join(" · "), { className: "soft" })];
    if (node.summary) parts.push(make("p", node.summary, { className: "panel-summary" }));
    parts.push(...this.neighbours(i));
    this.box.replaceChildren(...parts);
    this.box.scrollTop = 0;
  }

  neighbours(i) {
    const { graph } = this;
    const all = [...graph.neighbours[i].keys()].sort((a, b) => graph.nodes[a].title.localeCompare(graph.nodes[b].title));
    if (!all.length) return [make("p", "It is joined to nothing.", { className: "soft" })];
    const list = make("ul", undefined, { className: "neighbours" });
    for (const j of all) list.append(this.item(j));
    return [make("h3", `Joined to ${all.length}`), list];
  }

  matches(list, found, text) {
    list.replaceChildren(...found.map((i) => this.item(i)));
    if (text.trim() && !found.length) list.append(make("li", "No page has this in its title.", { className: "soft" }));
  }

  item(i) {
    const button = make("button", this.graph.nodes[i].title, { type: "button" });
    button.addEventListener("click", () => {
      this.graph.select(i);
      // The button is gone with the old panel: go on from the new heading.
      if (!button.isConnected) this.box.querySelector("a")?.focus();
    });
    const item = make("li");
    item.append(button);
    return item;
  }
}

function make(tag, text, properties = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  if (text !== undefined) element.textContent = text;
  return element;
}

function day(iso) {
  if (!iso) return null;
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

export function documentAddress(path) {
  return `/doc/${path.split("/").map(encodeURIComponent).join("/")}`;
}
