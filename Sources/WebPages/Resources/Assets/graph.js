// The graph of the documents: draws it on a canvas and lets one move about in it by mouse, touch and
// keyboard. What the picture shows, the list under it names; what is selected is told in the panel.

import { announce } from "./page.js";
import { ForceLayout } from "./force.js";
import { bindInput } from "./graph-input.js";
import { documentAddress, Panel } from "./graph-panel.js";
import { Painter } from "./graph-painter.js";

const root = document.getElementById("graph");
const canvas = document.getElementById("canvas");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const BUDGET = 8; // ms of layout in one frame, so that the picture stays smooth
const NEAR = 14; // px around a node that count as the node, for fingers

class Graph {
  constructor(data) {
    const index = new Map(data.nodes.map((node, i) => [node.path, i]));
    this.nodes = data.nodes;
    this.edges = data.edges
      .filter((edge) => edge.from !== edge.to && index.has(edge.from) && index.has(edge.to))
      .map((edge) => [index.get(edge.from), index.get(edge.to), edge.kind]);
    this.index = index;
    this.neighbours = data.nodes.map(() => new Map());
    for (const [a, b, kind] of this.edges) {
      this.neighbours[a].set(b, kind);
      this.neighbours[b].set(a, kind);
    }
    this.layout = new ForceLayout(data.nodes.length, this.edges);
    this.visible = data.nodes.map(() => true);
    this.selected = -1;
    this.over = -1;
    this.view = { x: 0, y: 0, scale: 1 };
    this.touched = false; // whether the reader has moved the picture; until then it fits itself
    this.painter = new Painter(canvas, this);
    this.panel = new Panel(document.getElementById("panel"), this);
    this.frame = 0;
  }

  start() {
    bindInput(this, root, canvas);
    new ResizeObserver(() => { this.painter.resize(); this.touched || this.fit(); this.draw(); }).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { this.painter.readColours(); this.draw(); });
    this.filter();
    if (still.matches) this.settle();
    else this.run();
    const focus = this.index.get(root.dataset.focus);
    if (focus !== undefined) this.select(focus, false);
  }

  /** Moves until it is cold. */
  run() {
    if (this.running) return;
    this.running = true;
    const tick = () => {
      const begin = performance.now();
      do this.layout.step(); while (!this.layout.isCold && performance.now() - begin < BUDGET);
      if (!this.touched) this.fit();
      this.painter.paint();
      this.running = !this.layout.isCold;
      if (this.running) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  /** Without motion: computes in the background and draws the result once. */
  settle() {
    const begin = performance.now();
    while (!this.layout.isCold && performance.now() - begin < 40) this.layout.step();
    if (!this.layout.isCold) return setTimeout(() => this.settle(), 0);
    if (!this.touched) this.fit();
    this.draw();
  }

  draw() {
    if (this.running || this.frame) return;
    this.frame = requestAnimationFrame(() => { this.frame = 0; this.painter.paint(); });
  }

  fit() {
    const shown = [...this.nodes.keys()].filter((i) => this.visible[i]);
    if (!shown.length) return;
    // A few stragglers must not make the rest small: the outer two per cent are left out.
    const spread = (values) => {
      const sorted = shown.map((i) => values[i]).sort((a, b) => a - b);
      const cut = Math.floor(sorted.length * 0.01);
      return [sorted[cut], sorted[sorted.length - 1 - cut]];
    };
    const [left, right] = spread(this.layout.x);
    const [top, bottom] = spread(this.layout.y);
    const { width, height } = this.painter;
    const scale = Math.min((width - 90) / (right - left || 1), (height - 60) / (bottom - top || 1), 2.2);
    this.view = { scale: Math.max(scale, 0.05), x: width / 2 - ((left + right) / 2) * scale, y: height / 2 - ((top + bottom) / 2) * scale };
  }

  showAll() {
    this.touched = false;
    this.fit();
    this.draw();
  }

  zoom(factor, px = this.painter.width / 2, py = this.painter.height / 2) {
    const { view } = this;
    const scale = Math.min(8, Math.max(0.05, view.scale * factor));
    view.x = px - ((px - view.x) * scale) / view.scale;
    view.y = py - ((py - view.y) * scale) / view.scale;
    view.scale = scale;
    this.touched = true;
    this.draw();
  }

  pan(dx, dy) {
    this.view.x += dx;
    this.view.y += dy;
    this.touched = true;
    this.draw();
  }

  place(i) {
    return [this.layout.x[i] * this.view.scale + this.view.x, this.layout.y[i] * this.view.scale + this.view.y];
  }

  at(px, py) {
    let best = -1;
    let nearest = NEAR * NEAR;
    for (let i = 0; i < this.nodes.length; i++) {
      if (!this.visible[i]) continue;
      const [x, y] = this.place(i);
      const square = (x - px) ** 2 + (y - py) ** 2;
      if (square < nearest) { nearest = square; best = i; }
    }
    return best;
  }

  select(i, reveal = true) {
    this.selected = i;
    this.panel.show(i);
    if (i >= 0) {
      const node = this.nodes[i];
      announce(`${node.title}, ${node.type}, ${this.neighbours[i].size} neighbours`, 150);
      if (reveal) this.reveal(i);
    }
    this.draw();
  }

  /** Brings a node into the picture if it is outside. */
  reveal(i) {
    const [x, y] = this.place(i);
    const { width, height } = this.painter;
    if (x < 40 || y < 40 || x > width - 40 || y > height - 40) this.pan(width / 2 - x, height / 2 - y);
  }

  /** Selects the next node in a direction. */
  go(dx, dy) {
    const next = this.selected < 0 ? this.nearest() : this.towards(dx, dy);
    if (next >= 0) this.select(next);
  }

  /** The visible node that lies nearest in a direction, preferring neighbours of the selected one. */
  towards(dx, dy) {
    const [sx, sy] = this.place(this.selected);
    let best = -1;
    let least = Infinity;
    for (let i = 0; i < this.nodes.length; i++) {
      if (!this.visible[i] || i === this.selected) continue;
      const [x, y] = this.place(i);
      const along = (x - sx) * dx + (y - sy) * dy;
      const across = Math.abs((x - sx) * dy) + Math.abs((y - sy) * dx);
      if (along <= 0 || across > along) continue;
      const cost = (along + 2 * across) * (this.neighbours[this.selected].has(i) ? 0.5 : 1);
      if (cost < least) { least = cost; best = i; }
    }
    return best;
  }

  /** The visible node that lies nearest to the middle of the picture. */
  nearest() {
    const [cx, cy] = [this.painter.width / 2, this.painter.height / 2];
    const shown = [...this.nodes.keys()].filter((i) => this.visible[i]);
    const far = (i) => { const [x, y] = this.place(i); return (x - cx) ** 2 + (y - cy) ** 2; };
    return shown.reduce((best, i) => (best < 0 || far(i) < far(best) ? i : best), -1);
  }

  hover(i) {
    if (i === this.over) return;
    this.over = i;
    canvas.classList.toggle("over", i >= 0);
    this.draw();
  }

  drag(i, px, py) {
    this.touched = true;
    this.layout.hold(i, (px - this.view.x) / this.view.scale, (py - this.view.y) / this.view.scale);
    if (still.matches) return this.draw();
    this.layout.warm(0.25);
    this.run();
  }

  pinch(fingers, moving, now) {
    const other = [...fingers].find(([id]) => id !== moving)[1];
    const before = fingers.get(moving);
    const distance = (p) => Math.hypot(p[0] - other[0], p[1] - other[1]) || 1;
    this.zoom(distance(now) / distance(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
    this.pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
  }

  found(text) {
    const needle = text.trim().toLowerCase();
    if (!needle) return [];
    const rank = (i) => this.nodes[i].title.toLowerCase().indexOf(needle);
    return [...this.nodes.keys()].filter((i) => rank(i) >= 0)
      .sort((a, b) => rank(a) - rank(b) || this.neighbours[b].size - this.neighbours[a].size).slice(0, 12);
  }

  filter() {
    const types = new Set([...root.querySelectorAll("input[name=type]:checked")].map((box) => box.value));
    this.nodes.forEach((node, i) => { this.visible[i] = types.has(node.type); });
    if (this.selected >= 0 && !this.visible[this.selected]) this.select(-1);
    this.draw();
  }

  open(i) { if (i >= 0) location.href = documentAddress(this.nodes[i].path); }
}

/** The documents and links of one knowledge base; with several, its paths begin with its name. */
async function read(base) {
  const address = "/api/graph?lists=true" + (base ? `&base=${encodeURIComponent(base)}` : "");
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(String(response.status));
  const { nodes, edges } = await response.json();
  if (!base) return { nodes, edges };
  return {
    nodes: nodes.map((node) => ({ ...node, path: `${base}/${node.path}` })),
    edges: edges.map((edge) => ({ ...edge, from: `${base}/${edge.from}`, to: `${base}/${edge.to}` })),
  };
}

async function load() {
  const bases = [...root.querySelectorAll("data.base")].map((element) => element.value);
  const parts = await Promise.all((bases.length ? bases : [null]).map(read));
  new Graph({ nodes: parts.flatMap((part) => part.nodes), edges: parts.flatMap((part) => part.edges) }).start();
}

load().catch(() => {
  const text = document.createElement("p");
  text.textContent = "The graph could not be loaded. The list below names every page.";
  document.getElementById("panel").replaceChildren(text);
  document.getElementById("list").open = true;
});
