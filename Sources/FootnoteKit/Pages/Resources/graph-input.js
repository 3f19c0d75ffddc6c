
// Mouse, pen, touch and keys on the canvas.
class Input {
  // app: what the page does; see graph.js.
  constructor(plot, app) {
    this.plot = plot;
    this.app = app;
    this.pointers = new Map();
    this.dragged = null;
    this.moved = 0;
    const canvas = plot.canvas;
    canvas.addEventListener("pointerdown", (event) => this.press(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    canvas.addEventListener("pointerup", (event) => this.release(event));
    canvas.addEventListener("pointercancel", (event) => this.release(event));
    canvas.addEventListener("pointerleave", () => this.app.hover(null));
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    canvas.addEventListener("keydown", (event) => this.key(event));
  }

  static place(event) { return { x: event.offsetX, y: event.offsetY }; }

  static slack(event) { return event.pointerType === "mouse" ? 3 : 14; }

  press(event) {
    if (event.button !== 0) return;
    const place = Input.place(event);
    this.plot.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, place);
    if (this.pointers.size > 1) {
      this.drop();
      return;
    }
    this.moved = 0;
    this.dragged = this.plot.at(place.x, place.y, Input.slack(event));
  }

  move(event) {
    const place = Input.place(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      this.app.hover(this.plot.at(place.x, place.y, Input.slack(event)));
      return;
    }
    if (this.pointers.size === 2) this.pinch(event.pointerId, before, place);
    else this.drag(before, place);
    this.pointers.set(event.pointerId, place);
    this.app.redraw();
  }

  drag(before, place) {
    this.moved += Math.hypot(place.x - before.x, place.y - before.y);
    if (this.moved < 4) return;
    this.app.hasMoved = true;
    if (this.dragged) this.app.carry(this.dragged, this.plot.toWorld(place.x, place.y));
    else this.plot.pan(place.x - before.x, place.y - before.y);
  }

  pinch(pointer, before, place) {
    const other = [...this.pointers].find(([id]) => id !== pointer)[1];
    const [old, now] = [before, place].map((p) => Math.hypot(p.x - other.x, p.y - other.y));
    this.plot.pan((place.x - before.x) / 2, (place.y - before.y) / 2);
    if (old > 0) this.plot.zoom(now / old, (place.x + other.x) / 2, (place.y + other.y) / 2);
    this.moved = Infinity;
    this.app.hasMoved = true;
  }

  release(event) {
    if (!this.pointers.delete(event.pointerId)) return;
    const node = this.dragged;
    this.drop();
    if (this.moved < 4 && event.type === "pointerup") this.app.choose(node);
  }

  drop() {
    if (this.dragged) this.app.letGo();
    this.dragged = null;
  }

  wheel(event) {
    event.preventDefault();
    const place = Input.place(event);
    // Lines and pages of some mice, in pixels.
    const delta = event.deltaY * [1, 16, 400][event.deltaMode];
    this.app.hasMoved = true;
    this.plot.zoom(Math.exp(-Math.max(-120, Math.min(120, delta)) / 300), place.x, place.y);
    this.app.redraw();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const step = steps[event.key];
    if (step && this.plot.selected && !event.shiftKey) this.app.choose(this.beside(step), true);
    else if (step) this.plot.pan(-60 * step[0], -60 * step[1]);
    else if (event.key === "+" || event.key === "=") this.plot.zoom(1.25);
    else if (event.key === "-") this.plot.zoom(0.8);
    else if (event.key === "0") this.plot.fit();
    else if (event.key === "Enter" || event.key === " ") this.enter();
    else if (event.key === "Escape") this.app.choose(null);
    else return;
    event.preventDefault();
    this.app.hasMoved = event.key !== "0";
    this.app.redraw();
  }

  // Opens what is chosen; chooses the node nearest to the middle where nothing is.
  enter() {
    if (this.plot.selected) {
      this.app.focusPanel();
      return;
    }
    this.app.choose(this.plot.at(this.plot.width / 2, this.plot.height / 2, Infinity), true);
  }

  // The nearest node in a direction from the chosen one.
  beside([dx, dy]) {
    const from = this.plot.selected;
    let best = from;
    let least = Infinity;
    for (const node of this.plot.graph.shownNodes) {
      const [x, y] = [node.x - from.x, node.y - from.y];
      const ahead = x * dx + y * dy;
      const aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (node === from || ahead <= 0 || aside > 2 * ahead) continue;
      const distance = ahead + 2 * aside;
      if (distance < least) [best, least] = [node, distance];
    }
    return best;
  }
}
