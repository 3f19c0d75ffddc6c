"use strict";

// Force-directed layout: connected nodes pull each other to a fixed distance, all nodes push each other away,
// and a weak pull to the middle keeps separate parts in sight. Repulsion is summed over a quadtree (Barnes and
// Hut 1986), so that a step takes O(n log n). Positions depend on the graph alone: nothing is random.
class Layout {
  // count: number of nodes; links: pairs of places; start: {x, y} arrays of an earlier layout, or null.
  constructor(count, links, start) {
    this.count = count;
    this.links = links;
    this.x = new Float64Array(count);
    this.y = new Float64Array(count);
    this.vx = new Float64Array(count);
    this.vy = new Float64Array(count);
    this.alpha = 1;
    this.held = -1;
    this.degree = new Float64Array(count);
    for (const [from, to] of links) {
      this.degree[from] += 1;
      this.degree[to] += 1;
    }
    this.place(start);
    this.tree = new QuadTree(count);
  }

  // Nodes begin on a sunflower spiral, or where an earlier layout had them.
  place(start) {
    const turn = Math.PI * (3 - Math.sqrt(5));
    for (let i = 0; i < this.count; i++) {
      const radius = 14 * Math.sqrt(i + 0.5);
      this.x[i] = start ? start.x[i] : radius * Math.cos(i * turn);
      this.y[i] = start ? start.y[i] : radius * Math.sin(i * turn);
    }
  }

  get isDone() { return this.alpha < Layout.leastAlpha; }

  // Lets nodes move again.
  heat(alpha) { this.alpha = Math.max(this.alpha, alpha); }

  // One step; the node that somebody holds stays where it is.
  tick() {
    this.alpha -= this.alpha * Layout.decay;
    this.pull();
    this.push();
    const held = this.held;
    for (let i = 0; i < this.count; i++) {
      if (i === held) {
        this.vx[i] = this.vy[i] = 0;
        continue;
      }
      this.vx[i] = (this.vx[i] - this.x[i] * Layout.gravity * this.alpha) * Layout.friction;
      this.vy[i] = (this.vy[i] - this.y[i] * Layout.gravity * this.alpha) * Layout.friction;
      this.x[i] += this.vx[i];
      this.y[i] += this.vy[i];
    }
  }

  // A link of a node with many pulls less, and moves the end with fewer links more.
  pull() {
    const { x, y, vx, vy, degree, alpha } = this;
    for (const [from, to] of this.links) {
      let dx = x[to] + vx[to] - x[from] - vx[from];
      let dy = y[to] + vy[to] - y[from] - vy[from];
      const length = Math.hypot(dx, dy) || 1e-3;
      const strength = alpha / Math.min(degree[from], degree[to]);
      const pull = (length - Layout.distance) / length * strength;
      const share = degree[from] / (degree[from] + degree[to]);
      dx *= pull;
      dy *= pull;
      vx[to] -= dx * share;
      vy[to] -= dy * share;
      vx[from] += dx * (1 - share);
      vy[from] += dy * (1 - share);
    }
  }

  push() {
    this.tree.build(this.x, this.y);
    const factor = Layout.charge * this.alpha;
    for (let i = 0; i < this.count; i++) {
      this.tree.force(i, this.x, this.y);
      this.vx[i] -= this.tree.fx * factor;
      this.vy[i] -= this.tree.fy * factor;
    }
  }
}
Layout.distance = 70;
Layout.charge = 400;
Layout.gravity = 0.06;
Layout.friction = 0.6;
Layout.leastAlpha = 0.002;
Layout.decay = 1 - Math.pow(Layout.leastAlpha, 1 / 300);

// A quadtree over points. Its cells lie in flat arrays; a child is 0 for none, a cell's number, or the number of
// a point, counted down from -1.
class QuadTree {
  constructor(count) {
    const cells = Math.max(64, 8 * count);
    this.next = new Int32Array(count);
    this.reserve(cells);
  }

  reserve(cells) {
    const child = new Int32Array(4 * cells);
    if (this.child) child.set(this.child);
    this.child = child;
    this.capacity = cells;
    this.mass = new Float64Array(cells);
    this.mx = new Float64Array(cells);
    this.my = new Float64Array(cells);
    const width = new Float64Array(cells);
    if (this.width) width.set(this.width);
    this.width = width;
  }

  build(x, y) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < x.length; i++) {
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      top = Math.min(top, y[i]);
      bottom = Math.max(bottom, y[i]);
    }
    this.child.fill(0, 0, 4);
    this.cells = 1;
    this.width[0] = Math.max(right - left, bottom - top, 1) * 1.001;
    for (let i = 0; i < x.length; i++) this.insert(i, x, y, left, top);
    this.weigh(x, y);
  }

  insert(i, x, y, left, top) {
    let cell = 0;
    let half = this.width[0] / 2;
    let [cx, cy] = [left + half, top + half];
    this.next[i] = -1;
    for (let depth = 0; ; depth++) {
      const slot = 4 * cell + (x[i] >= cx ? 1 : 0) + (y[i] >= cy ? 2 : 0);
      const found = this.child[slot];
      if (found === 0) {
        this.child[slot] = -1 - i;
        return;
      }
      half /= 2;
      cx += x[i] >= cx ? half : -half;
      cy += y[i] >= cy ? half : -half;
      if (found > 0) {
        cell = found;
        continue;
      }
      const other = -1 - found;
      if (depth > 40) {
        // As good as the same place: a chain.
        this.next[i] = this.next[other];
        this.next[other] = i;
        return;
      }
      cell = this.open(2 * half);
      this.child[slot] = cell;
      this.child[4 * cell + (x[other] >= cx ? 1 : 0) + (y[other] >= cy ? 2 : 0)] = found;
    }
  }

  // A new cell of this width, without children.
  open(width) {
    if (this.cells === this.capacity) this.reserve(2 * this.capacity);
    const cell = this.cells++;
    this.child.fill(0, 4 * cell, 4 * cell + 4);
    this.width[cell] = width;
    return cell;
  }

  // Mass and its middle of each cell; children have higher numbers than what holds them.
  weigh(x, y) {
    for (let cell = this.cells - 1; cell >= 0; cell--) {
      let [mass, mx, my] = [0, 0, 0];
      for (let slot = 4 * cell; slot < 4 * cell + 4; slot++) {
        const found = this.child[slot];
        if (found > 0) {
          mass += this.mass[found];
          mx += this.mass[found] * this.mx[found];
          my += this.mass[found] * this.my[found];
        }
        for (let i = found < 0 ? -1 - found : -1; i >= 0; i = this.next[i]) {
          mass += 1;
          mx += x[i];
          my += y[i];
        }
      }
      this.mass[cell] = mass;
      this.mx[cell] = mx / mass;
      this.my[cell] = my / mass;
    }
  }

  // Sets fx and fy to what all other points do to point i.
  force(i, x, y) {
    const stack = [0];
    this.fx = this.fy = 0;
    while (stack.length > 0) {
      const cell = stack.pop();
      const dx = this.mx[cell] - x[i];
      const dy = this.my[cell] - y[i];
      const square = dx * dx + dy * dy;
      if (this.width[cell] * this.width[cell] < QuadTree.accuracy * square) {
        this.add(dx, dy, square, this.mass[cell]);
        continue;
      }
      for (let slot = 4 * cell; slot < 4 * cell + 4; slot++) {
        const found = this.child[slot];
        if (found > 0) stack.push(found);
        for (let j = found < 0 ? -1 - found : -1; j >= 0; j = this.next[j]) {
          if (j !== i) this.addPoint(i, j, x, y);
        }
      }
    }
  }

  addPoint(i, j, x, y) {
    let dx = x[j] - x[i];
    let dy = y[j] - y[i];
    if (dx === 0 && dy === 0) {
      // Two points in one place part in a direction of their own.
      dx = 0.1 * Math.cos(i - j) * (i < j ? 1 : -1);
      dy = 0.1 * Math.sin(i + j) * (i < j ? 1 : -1);
    }
    this.add(dx, dy, dx * dx + dy * dy, 1);
  }

  add(dx, dy, square, mass) {
    // Points that nearly touch would be thrown apart.
    const weight = mass / Math.max(square, 25);
    this.fx += dx * weight;
    this.fy += dy * weight;
  }
}
// Square of the width of a cell over its distance, below which it counts as one point.
QuadTree.accuracy = 0.81;

if (typeof module === "object") module.exports = { Layout, QuadTree };
