
// Makes an element with text. Everything from the notes passes through here: as text, never as markup.
function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function marker(type) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "-1.3 -1.3 2.6 2.6");
  svg.setAttribute("class", "marker " + type.look);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", type.shape);
  svg.append(path);
  return svg;
}

// What is known of the chosen node, with ways on to its neighbours.
class Panel {
  constructor(box, graph) {
    this.box = box;
    this.graph = graph;
  }

  hide() {
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  show(node, close) {
    const type = this.graph.types[node.type];
    const title = element("h2", node.title, { id: "panel-title", tabindex: "-1" });
    const facts = element("p", "", { class: "quiet" });
    facts.append(marker(type), " " + [type.name, node.date].filter(Boolean).join(", "));
    const shut = element("button", "Close", { type: "button", class: "close" });
    shut.addEventListener("click", close);
    this.box.replaceChildren(shut, title, facts);
    if (node.summary) this.box.append(element("p", node.summary));
    this.box.append(this.place(node));
    const [link, source, citation] = this.graph.kinds.keys();
    this.list("Declared sources", node.out, "to", (edge) => edge.kind === source);
    this.list("Cited", node.out, "to", (edge) => edge.kind === citation);
    this.list("Links to", node.out, "to", (edge) => edge.kind === link);
    this.list("Linked from", node.into, "from", (edge) => edge.kind === link);
    this.list("Cited by", node.into, "from", (edge) => edge.kind === citation);
    this.list("Declared by", node.into, "from", (edge) => edge.kind === source);
    this.box.hidden = false;
    this.box.scrollTop = 0;
  }

  place(node) {
    const place = element("p", "", { class: "place" });
    if (node.href) place.append(element("a", node.path, { href: node.href }));
    else place.append(element("code", node.path));
    if (node.url) {
      const address = element("a", "recording or page", { href: node.url, rel: "noreferrer" });
      place.append(" ", address);
    }
    return place;
  }

  list(heading, edges, end, isWanted) {
    const wanted = edges.filter(isWanted);
    if (wanted.length === 0) return;
    this.box.append(element("h3", heading + " (" + wanted.length + ")"));
    const list = element("ul");
    for (const edge of wanted) {
      const node = this.graph.nodes[edge[end]];
      const item = element("li");
      item.append(marker(this.graph.types[node.type]), " ");
      item.append(element("a", node.title, { href: "#node-" + node.index }));
      if (node.date) item.append(element("small", " " + node.date));
      if (edge.lines.length > 0) item.append(this.lines(edge));
      list.append(item);
    }
    this.box.append(list);
  }

  // The cited lines, as links where there are files to lead to.
  lines(edge) {
    const href = this.graph.nodes[edge.to].href;
    const small = element("small", edge.lines.length === 1 ? " line " : " lines ");
    edge.lines.forEach((line, index) => {
      if (index > 0) small.append(", ");
      small.append(href ? element("a", String(line), { href: href + "#L" + line }) : String(line));
    });
    return small;
  }
}

// Finds nodes by their names.
class Finder {
  constructor(form, graph, choose) {
    this.input = form.querySelector("input");
    this.list = form.querySelector("ul");
    this.graph = graph;
    this.choose = choose;
    this.active = -1;
    this.found = [];
    this.input.addEventListener("input", () => this.look());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    form.addEventListener("submit", (event) => event.preventDefault());
    // A press would take the focus from the field, and close the list before the click.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  look() {
    this.found = this.graph.find(this.input.value, 12);
    this.active = this.found.length > 0 ? 0 : -1;
    this.list.replaceChildren(...this.found.map((node, index) => {
      const item = element("li", "", { role: "option", id: "found-" + index });
      item.append(marker(this.graph.types[node.type]), " " + node.title);
      item.addEventListener("click", () => this.take(index));
      return item;
    }));
    if (this.input.value.trim() && this.found.length === 0) {
      this.list.append(element("li", "Nothing of this name", { class: "quiet" }));
    }
    this.list.hidden = !this.input.value.trim();
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.mark();
  }

  mark() {
    [...this.list.children].forEach((item, index) => {
      if (item.id) item.setAttribute("aria-selected", String(index === this.active));
    });
    if (this.active >= 0) this.input.setAttribute("aria-activedescendant", "found-" + this.active);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const count = this.found.length;
    if (event.key === "ArrowDown" && count) this.active = (this.active + 1) % count;
    else if (event.key === "ArrowUp" && count) this.active = (this.active + count - 1) % count;
    else if (event.key === "Enter" && this.active >= 0) this.take(this.active);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    this.mark();
  }

  take(index) {
    const node = this.found[index];
    this.close();
    if (node) this.choose(node);
  }

  close() {
    this.list.hidden = true;
    this.found = [];
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.mark();
  }
}
