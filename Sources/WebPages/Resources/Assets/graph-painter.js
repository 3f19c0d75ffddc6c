// Draws the graph. Types differ by shape and not only by colour; the shapes come from the legend, the
// colours from the style sheet, so that both schemes need nothing here.

const FONT = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

export class Painter {
  constructor(canvas, graph) {
    this.canvas = canvas;
    this.graph = graph;
    this.pen = canvas.getContext("2d");
    this.shapes = new Map();
    for (const box of document.querySelectorAll("[data-shape]")) this.shapes.set(box.value, box.dataset.shape);
    this.order = [...graph.nodes.keys()].sort((a, b) => graph.neighbours[b].size - graph.neighbours[a].size);
    this.labels = graph.nodes.map((node) => shorten(node.title));
    this.widths = []; // measured when first written: measuring is dear
    this.readColours();
    this.resize();
  }

  readColours() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    this.colours = { paper: colour("--paper"), ink: colour("--ink"), soft: colour("--soft"), rule: colour("--rule"), edge: colour("--edge"), accent: colour("--accent") };
  }

  resize() {
    const density = window.devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.canvas.width = Math.round(this.width * density);
    this.canvas.height = Math.round(this.height * density);
    this.density = density;
  }

  paint() {
    const { pen, graph } = this;
    pen.setTransform(this.density, 0, 0, this.density, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    // What is selected or pointed at stands out with its neighbours; the rest steps back.
    this.centre = graph.over >= 0 ? graph.over : graph.selected;
    this.near = this.centre >= 0 ? graph.neighbours[this.centre] : null;
    this.paintEdges();
    this.paintNodes();
    this.paintLabels();
  }

  isNear(i) { return !this.near || i === this.centre || this.near.has(i); }

  paintEdges() {
    const { pen, graph, colours } = this;
    const strokes = [[colours.soft, new Path2D()], [colours.accent, new Path2D()]];
    for (const [a, b] of graph.edges) {
      if (!graph.visible[a] || !graph.visible[b]) continue;
      const path = strokes[a === this.centre || b === this.centre ? 1 : 0][1];
      path.moveTo(...graph.place(a));
      path.lineTo(...graph.place(b));
    }
    // Many lines together look darker than one.
    const crowd = Math.max(0.12, 0.4 - graph.edges.length / 5000) * (this.near ? 0.35 : 1);
    for (const [colour, path] of strokes) {
      const isQuiet = colour !== colours.accent;
      pen.strokeStyle = colour;
      pen.lineWidth = isQuiet ? 1 : 1.25;
      pen.globalAlpha = isQuiet ? crowd : 0.7;
      pen.stroke(path);
    }
    pen.globalAlpha = 1;
  }

  radius(i) {
    return Math.min(9, 2.4 + Math.sqrt(this.graph.neighbours[i].size) * 0.65) * Math.min(1.6, Math.max(0.7, Math.sqrt(this.graph.view.scale)));
  }

  paintNodes() {
    const { pen, graph, colours } = this;
    pen.lineWidth = 1.5;
    // What steps back lies below what stands out.
    const order = this.near ? [...this.order].sort((a, b) => this.isNear(a) - this.isNear(b)) : this.order;
    for (const i of order) {
      if (!graph.visible[i]) continue;
      const [x, y] = graph.place(i);
      if (x < -20 || y < -20 || x > this.width + 20 || y > this.height + 20) continue;
      const own = graph.nodes[i].layer === "raw" ? colours.soft : colours.accent;
      const colour = this.isNear(i) ? own : colours.rule;
      pen.fillStyle = pen.strokeStyle = colour;
      this.shape(this.shapes.get(graph.nodes[i].type), x, y, this.radius(i));
      if (i === graph.selected) this.halo(x, y, this.radius(i) + 5);
    }
  }

  shape(name, x, y, r) {
    const { pen } = this;
    pen.beginPath();
    if (name === "diamond") { pen.moveTo(x, y - r * 1.2); pen.lineTo(x + r * 1.2, y); pen.lineTo(x, y + r * 1.2); pen.lineTo(x - r * 1.2, y); pen.closePath(); }
    else if (name === "triangle") { pen.moveTo(x, y - r * 1.15); pen.lineTo(x + r * 1.1, y + r * 0.8); pen.lineTo(x - r * 1.1, y + r * 0.8); pen.closePath(); }
    else if (name === "square" || name === "box") pen.rect(x - r * 0.88, y - r * 0.88, r * 1.76, r * 1.76);
    else pen.arc(x, y, r, 0, 2 * Math.PI);
    if (name === "ring" || name === "box") { const own = pen.fillStyle; pen.fillStyle = this.colours.paper; pen.fill(); pen.fillStyle = own; pen.stroke(); }
    else pen.fill();
  }

  halo(x, y, r) {
    this.pen.strokeStyle = this.colours.ink;
    this.pen.beginPath();
    this.pen.arc(x, y, r, 0, 2 * Math.PI);
    this.pen.stroke();
  }

  /** As many titles as fit without lying on one another, those with the most neighbours first. */
  paintLabels() {
    const { pen, graph, colours } = this;
    pen.font = `12px ${FONT}`;
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    const taken = [];
    const first = [this.centre, graph.selected].filter((i) => i >= 0);
    const limit = this.near ? Infinity : Math.max(14, 40 * graph.view.scale);
    let written = 0;
    for (const i of [...first, ...this.order]) {
      if (written >= limit) break;
      if (!graph.visible[i] || !this.isNear(i)) continue;
      const [x, y] = graph.place(i);
      if (x < 0 || y < 0 || x > this.width || y > this.height) continue;
      const text = this.labels[i];
      const width = this.widths[i] ??= pen.measureText(text).width;
      const side = x + width + 20 > this.width ? -1 : 1;
      const left = Math.max(3, side > 0 ? x + this.radius(i) + 4 : x - this.radius(i) - 4 - width);
      const box = [left - 2, y - 8, left + width + 2, y + 8];
      const clashes = taken.some((t) => t[0] < box[2] && t[2] > box[0] && t[1] < box[3] && t[3] > box[1]);
      if (clashes && !first.includes(i)) continue;
      taken.push(box);
      written++;
      pen.strokeStyle = colours.paper;
      pen.lineWidth = 3;
      pen.strokeText(text, left, y);
      pen.fillStyle = i === this.centre ? colours.accent : colours.ink;
      pen.fillText(text, left, y);
    }
  }
}

function shorten(title) { return title.length > 34 ? `${title.slice(0, 32)}…` : title; }
