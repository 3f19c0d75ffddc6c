
// The page: what is shown of the graph, and what happens when somebody does something.
class App {
  constructor() {
    const part = (id) => document.getElementById(id);
    this.graph = new Graph(JSON.parse(part("data").textContent));
    for (const id of ["stage", "search", "filters"]) part(id).hidden = false;
    part("list").open = false;
    part("filters").open = window.innerWidth > 700;
    this.said = part("said");
    this.plot = new Plot(part("plot"), this.graph);
    this.panel = new Panel(part("panel"), this.graph);
    this.finder = new Finder(part("search"), this.graph, (node) => this.choose(node, true));
    this.input = new Input(this.plot, this);
    this.isCalm = window.matchMedia("(prefers-reduced-motion: reduce)");
    this.isPending = false;
    this.hasMoved = false;
    this.listen(part);
    this.arrange();
    this.follow();
  }

  listen(part) {
    for (const box of part("filters").querySelectorAll("input")) {
      box.checked = true;
      box.addEventListener("change", () => this.filter(box));
    }
    part("closer").addEventListener("click", () => this.zoom(1.3));
    part("farther").addEventListener("click", () => this.zoom(1 / 1.3));
    part("whole").addEventListener("click", () => this.whole());
    window.addEventListener("hashchange", () => this.follow());
    window.addEventListener("keydown", (event) => {
      if (event.key !== "/" || /^(INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
      event.preventDefault();
      this.finder.input.focus();
    });
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.plot.readColours();
      this.redraw();
    });
    new ResizeObserver(() => {
      this.plot.resize();
      if (!this.hasMoved) this.plot.fit();
      this.redraw();
    }).observe(this.plot.canvas);
  }

  // MARK: Layout

  // Lays out what is shown: before the eyes of whoever likes that, else at once.
  arrange() {
    const isFirst = this.layout === undefined;
    this.layout = this.graph.layout();
    if (!isFirst) this.layout.alpha = 0.4;
    this.settle(isFirst ? 60 : 0);
    if (this.isCalm.matches) this.settle(Infinity);
    if (!this.hasMoved) this.plot.fit();
    this.redraw();
  }

  settle(steps) {
    for (let step = 0; step < steps && !this.layout.isDone; step++) this.layout.tick();
    this.graph.take(this.layout);
  }

  redraw() {
    if (this.isPending) return;
    this.isPending = true;
    requestAnimationFrame(() => {
      this.isPending = false;
      const isMoving = !this.layout.isDone && !this.isCalm.matches;
      if (isMoving) {
        this.settle(1);
        if (!this.hasMoved) this.plot.fit();
      }
      this.plot.draw();
      if (isMoving) this.redraw();
    });
  }

  // Moves a node by hand; the others give way, unless motion is unwanted.
  carry(node, place) {
    const index = this.graph.shownNodes.indexOf(node);
    [this.layout.x[index], this.layout.y[index]] = [place.x, place.y];
    [node.x, node.y] = [place.x, place.y];
    this.layout.held = index;
    if (!this.isCalm.matches) this.layout.heat(0.15);
  }

  letGo() { this.layout.held = -1; }

  zoom(factor) {
    this.hasMoved = true;
    this.plot.zoom(factor);
    this.redraw();
  }

  whole() {
    this.hasMoved = false;
    this.plot.fit();
    this.redraw();
  }

  // MARK: Choosing

  hover(node) {
    if (node === this.plot.hovered) return;
    this.plot.hovered = node;
    this.plot.canvas.classList.toggle("over", node !== null);
    this.redraw();
  }

  // Opens a node, or nothing. Its address goes into the page's, so that it can be kept and shared.
  choose(node, isShown = false) {
    const hash = node ? "#node-" + node.index : "";
    if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname);
    this.open(node, isShown);
  }

  open(node, isShown) {
    if (node && !node.isShown) this.bring(node);
    this.plot.selected = node;
    if (node) {
      this.panel.show(node, () => {
        this.choose(null);
        this.plot.canvas.focus();
      });
      this.plot.resize();
      if (isShown) {
        this.hasMoved = true;
        this.plot.show(node);
      }
      this.said.textContent =
        node.title + ", " + this.graph.types[node.type].name + ", " + node.near.size + " neighbours";
    } else {
      this.panel.hide();
      this.said.textContent = "";
    }
    this.redraw();
  }

  focusPanel() { document.getElementById("panel-title")?.focus(); }

  // Shows what the page's address names.
  follow() {
    const index = /^#node-(\d+)$/.exec(location.hash)?.[1];
    const node = index === undefined ? undefined : this.graph.nodes[Number(index)];
    if (node) this.open(node, true);
    const row = document.getElementById("list").contains(document.activeElement);
    if (node && !row) this.focusPanel();
  }

  // MARK: Filters

  filter(box) {
    const shown = box.name === "type" ? this.graph.shownTypes : this.graph.shownKinds;
    if (box.checked) shown.add(Number(box.value));
    else shown.delete(Number(box.value));
    this.apply();
  }

  // Makes a type visible again, since one of its nodes is asked for.
  bring(node) {
    const box = document.querySelector('#filters input[name="type"][value="' + node.type + '"]');
    if (box) box.checked = true;
    this.graph.shownTypes.add(node.type);
    this.apply();
  }

  apply() {
    this.graph.refresh();
    const selected = this.plot.selected;
    if (selected && !selected.isShown) this.choose(null);
    this.plot.hovered = null;
    this.said.textContent = this.graph.shownNodes.length + " documents shown";
    this.arrange();
  }
}

new App();
