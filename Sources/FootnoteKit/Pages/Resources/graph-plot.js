
// Draws the graph on a canvas. The camera is the point in the middle of the canvas and the scale.
class Plot {
  constructor(canvas, graph) {
    this.canvas = canvas;
    this.graph = graph;
    this.context = canvas.getContext("2d");
    this.camera = { x: 0, y: 0, scale: 1 };
    this.selected = null;
    this.hovered = null;
    this.shapes = graph.types.map((type) => new Path2D(type.shape));
    this.readColours();
    this.resize();
  }

  readColours() {
    const style = getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue(name).trim();
    this.colours = this.graph.types.map((type) => value(type.colour));
    this.ink = value("--ink");
    this.paper = value("--paper");
    this.quiet = value("--quiet");
    this.line = value("--edge");
  }

  resize() {
    const ratio = window.devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.canvas.width = Math.max(1, Math.round(this.width * ratio));
    this.canvas.height = Math.max(1, Math.round(this.height * ratio));
    this.ratio = ratio;
  }

  // MARK: Camera

  toScreen(node) {
    const { x, y, scale } = this.camera;
    return { x: this.width / 2 + (node.x - x) * scale, y: this.height / 2 + (node.y - y) * scale };
  }

  toWorld(x, y) {
    const camera = this.camera;
    return {
      x: camera.x + (x - this.width / 2) / camera.scale,
      y: camera.y + (y - this.height / 2) / camera.scale,
    };
  }

  // Zooms so that the point under (x, y) stays there.
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const before = this.toWorld(x, y);
    const scale = this.camera.scale * factor;
    this.camera.scale = Math.min(Plot.most, Math.max(Plot.least, scale));
    const after = this.toWorld(x, y);
    this.camera.x += before.x - after.x;
    this.camera.y += before.y - after.y;
  }

  pan(dx, dy) {
    this.camera.x -= dx / this.camera.scale;
    this.camera.y -= dy / this.camera.scale;
  }

  // Shows everything.
  fit() {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of this.graph.shownNodes) {
      left = Math.min(left, node.x - node.radius);
      right = Math.max(right, node.x + node.radius);
      top = Math.min(top, node.y - node.radius);
      bottom = Math.max(bottom, node.y + node.radius);
    }
    if (left > right) return;
    const scale = Math.min(this.width / (right - left + 60), this.height / (bottom - top + 60));
    this.camera = {
      x: (left + right) / 2, y: (top + bottom) / 2,
      scale: Math.min(1.6, Math.max(Plot.least, scale)),
    };
  }

  // Brings a node into sight, where it is not.
  show(node) {
    const place = this.toScreen(node);
    const margin = 40;
    const isSeen = place.x > margin && place.x < this.width - margin && place.y > margin
      && place.y < this.height - margin;
    if (isSeen) return;
    this.camera.x = node.x;
    this.camera.y = node.y;
    if (this.camera.scale < 0.6) this.camera.scale = 0.6;
  }

  size(node) { return node.radius * Math.max(0.45, Math.min(1.6, this.camera.scale)); }

  // The node at a point of the canvas, the nearest where several are.
  at(x, y, slack) {
    let best = null;
    let least = Infinity;
    for (const node of this.graph.shownNodes) {
      const place = this.toScreen(node);
      const distance = Math.hypot(place.x - x, place.y - y);
      if (distance <= this.size(node) + slack && distance < least) [best, least] = [node, distance];
    }
    return best;
  }

  // MARK: Drawing

  draw() {
    const context = this.context;
    context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    context.clearRect(0, 0, this.width, this.height);
    const focus = this.hovered || this.selected;
    this.drawEdges(context, focus);
    for (const node of this.graph.shownNodes) this.drawNode(context, node, focus);
    this.drawLabels(context, focus);
  }

  // All connections faintly, the fainter the more there are; those of the node in focus by their kinds.
  drawEdges(context, focus) {
    const pairs = this.graph.shownPairs;
    const density = Math.max(0.25, Math.min(1, 600 / (pairs.length + 1)));
    context.globalAlpha = density * (focus ? 0.4 : 1);
    this.stroke(context, pairs, this.line, 0.8);
    context.globalAlpha = 0.8;
    const near = focus ? [...focus.out, ...focus.into] : [];
    const dashes = [[], [6, 3], [1.5, 3]];
    for (const kind of this.graph.shownKinds) {
      context.setLineDash(dashes[kind % dashes.length]);
      const edges = near.filter((edge) => edge.kind === kind && this.isShown(edge));
      this.stroke(context, edges.map(({ from, to }) => [from, to]), this.ink, 1.2);
    }
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  isShown({ from, to }) { return this.graph.nodes[from].isShown && this.graph.nodes[to].isShown; }

  stroke(context, pairs, colour, width) {
    if (pairs.length === 0) return;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (const pair of pairs) {
      const [from, to] = pair.map((index) => this.toScreen(this.graph.nodes[index]));
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
  }

  drawNode(context, node, focus) {
    const place = this.toScreen(node);
    const size = this.size(node);
    if (place.x < -size || place.y < -size) return;
    if (place.x > this.width + size || place.y > this.height + size) return;
    const isNear = !focus || focus === node || focus.near.has(node.index);
    context.save();
    context.globalAlpha = isNear ? 1 : 0.25;
    context.translate(place.x, place.y);
    context.scale(size, size);
    context.lineWidth = 2.5 / size;
    context.strokeStyle = this.paper;
    context.stroke(this.shapes[node.type]);
    context.fillStyle = this.colours[node.type];
    context.fill(this.shapes[node.type], "evenodd");
    if (node === this.selected || node === this.hovered) {
      context.beginPath();
      context.arc(0, 0, 1.55, 0, 2 * Math.PI);
      context.lineWidth = (node === this.selected ? 2.5 : 1.2) / size;
      context.strokeStyle = this.ink;
      context.stroke();
    }
    context.restore();
  }

  // Names of the nodes with the most neighbours, as far as they do not cover each other; of what is chosen and
  // what is near it, first.
  drawLabels(context, focus) {
    const isNear = (node) => focus && (node === focus || focus.near.has(node.index));
    const nodes = this.graph.shownNodes.filter((node) => !focus || isNear(node));
    nodes.sort((a, b) => (b === focus) - (a === focus) || b.near.size - a.near.size);
    const taken = new Set();
    context.font = "12px system-ui, sans-serif";
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeStyle = this.paper;
    context.fillStyle = this.ink;
    let room = focus ? 60 : Math.round(14 + 30 * this.camera.scale);
    for (const node of nodes) {
      if (room <= 0) return;
      const place = this.toScreen(node);
      if (place.x < 0 || place.y < 0 || place.x > this.width || place.y > this.height) continue;
      const text = Plot.shortened(node.title);
      if (node !== focus && !Plot.take(taken, place, context.measureText(text).width)) continue;
      context.strokeText(text, place.x, place.y + this.size(node) + 2);
      context.fillText(text, place.x, place.y + this.size(node) + 2);
      room -= 1;
    }
  }

  // Takes the squares that a name covers, unless one is taken.
  static take(taken, place, width) {
    const squares = [];
    for (let x = place.x - width / 2; x <= place.x + width / 2; x += 16) {
      for (const y of [place.y, place.y + 16]) {
        squares.push(Math.floor(x / 16) + ":" + Math.floor(y / 16));
      }
    }
    if (squares.some((square) => taken.has(square))) return false;
    for (const square of squares) taken.add(square);
    return true;
  }

  static shortened(title) {
    const letters = [...title];
    return letters.length > 32 ? letters.slice(0, 31).join("") + "…" : title;
  }
}
Plot.least = 0.05;
Plot.most = 6;
