// The places of the graph's nodes: springs along the edges, repulsion between all nodes, a weak pull to
// the middle. Repulsion is by a quadtree (Barnes and Hut 1986: a far group of nodes acts like one body),
// so that a step costs O(n log n); everything lies in flat arrays, since objects would keep the collector
// busy. There is no randomness: the same graph gives the same picture.

const REPULSION = 34;
const SPRING = 0.5;
const LENGTH = 36;
const GRAVITY = 0.028;
const OPENING = 0.81; // square of 0.9: a cell counts as far when its width is below 0.9 of its distance
const FRICTION = 0.6;
const COOLING = 0.985;
const COLD = 0.012;
const DEPTH = 40; // nodes that lie on one another must not split cells for ever

export class ForceLayout {
  /** `edges` are pairs of indices. */
  constructor(count, edges) {
    this.count = count;
    this.edges = edges;
    this.x = new Float64Array(count);
    this.y = new Float64Array(count);
    this.vx = new Float64Array(count);
    this.vy = new Float64Array(count);
    this.degree = new Float64Array(count);
    this.held = -1;
    this.heat = 1;
    for (const [a, b] of edges) { this.degree[a]++; this.degree[b]++; }
    // A sunflower: an even disc. The most linked begin in the middle.
    const order = [...this.degree.keys()].sort((a, b) => this.degree[b] - this.degree[a] || a - b);
    order.forEach((node, rank) => {
      const radius = 14 * Math.sqrt(rank + 0.5);
      this.x[node] = radius * Math.cos(rank * 2.399963);
      this.y[node] = radius * Math.sin(rank * 2.399963);
    });
  }

  get isCold() { return this.heat < COLD; }

  warm(heat) { this.heat = Math.max(this.heat, heat); }

  /** Holds a node where it is dragged to; -1 lets go. */
  hold(node, x, y) {
    this.held = node;
    if (node < 0) return;
    this.x[node] = x;
    this.y[node] = y;
    this.vx[node] = this.vy[node] = 0;
  }

  step() {
    const { x, y, vx, vy, degree, heat } = this;
    this.plant();
    for (let i = 0; i < this.count; i++) {
      this.repel(i);
      vx[i] -= x[i] * GRAVITY * heat;
      vy[i] -= y[i] * GRAVITY * heat;
    }
    for (const [a, b] of this.edges) {
      let dx = x[b] - x[a];
      let dy = y[b] - y[a];
      const distance = Math.hypot(dx, dy) || 1;
      // Springs between well linked nodes are weak: a hub's many would pull everything into one clump.
      const pull = (SPRING * heat * (distance - LENGTH)) / distance / (Math.min(degree[a], degree[b]) || 1);
      dx *= pull;
      dy *= pull;
      const share = degree[a] / (degree[a] + degree[b]);
      vx[a] += dx * (1 - share); vy[a] += dy * (1 - share);
      vx[b] -= dx * share; vy[b] -= dy * share;
    }
    for (let i = 0; i < this.count; i++) {
      if (i === this.held) continue;
      x[i] += vx[i] *= FRICTION;
      y[i] += vy[i] *= FRICTION;
    }
    this.heat *= COOLING;
  }

  /** Builds the quadtree of this step. Cell c has its four children at 4c; -1 is none. */
  plant() {
    const { x, y, count } = this;
    let reach = 1;
    for (let i = 0; i < count; i++) reach = Math.max(reach, Math.abs(x[i]), Math.abs(y[i]));
    this.reach = reach + 1;
    this.kids = [-1, -1, -1, -1];
    this.mass = [0];
    this.cx = [0];
    this.cy = [0];
    this.body = [-1];
    for (let i = 0; i < count; i++) this.insert(i);
    for (let c = 0; c < this.mass.length; c++) {
      this.cx[c] /= this.mass[c] || 1;
      this.cy[c] /= this.mass[c] || 1;
    }
  }

  insert(i) {
    const { x, y, kids, mass, cx, cy, body } = this;
    let cell = 0;
    let [mx, my, half] = [0, 0, this.reach];
    let moving = -1; // a body that was alone in a cell and has to move one cell down with the new one
    for (let depth = 0; ; depth++) {
      mass[cell]++;
      cx[cell] += x[i];
      cy[cell] += y[i];
      if (mass[cell] === 1) { body[cell] = i; return; }
      if (depth >= DEPTH) return;
      moving = body[cell];
      body[cell] = -1;
      if (moving >= 0) this.push(cell, moving, mx, my);
      const quarter = (x[i] > mx ? 1 : 0) + (y[i] > my ? 2 : 0);
      if (kids[4 * cell + quarter] < 0) this.grow(cell, quarter);
      cell = kids[4 * cell + quarter];
      half /= 2;
      mx += x[i] > mx ? half : -half;
      my += y[i] > my ? half : -half;
    }
  }

  /** Moves the only body of a cell into the child that it belongs to. */
  push(cell, i, mx, my) {
    const { x, y, kids, mass, cx, cy, body } = this;
    const quarter = (x[i] > mx ? 1 : 0) + (y[i] > my ? 2 : 0);
    this.grow(cell, quarter);
    const child = kids[4 * cell + quarter];
    mass[child] = 1;
    cx[child] = x[i];
    cy[child] = y[i];
    body[child] = i;
  }

  grow(cell, quarter) {
    this.kids[4 * cell + quarter] = this.mass.length;
    this.kids.push(-1, -1, -1, -1);
    this.mass.push(0);
    this.cx.push(0);
    this.cy.push(0);
    this.body.push(-1);
  }

  repel(i) {
    const { x, y, vx, vy, kids, mass, cx, cy, body } = this;
    const stack = [0, this.reach];
    while (stack.length) {
      const half = stack.pop();
      const cell = stack.pop();
      if (body[cell] === i) continue;
      const dx = x[i] - cx[cell];
      const dy = y[i] - cy[cell];
      const square = dx * dx + dy * dy;
      const isLeaf = body[cell] >= 0;
      if (isLeaf || 4 * half * half < OPENING * square) {
        // Falls with the distance; softened, so that nodes that lie on one another do not fly apart.
        const force = (REPULSION * this.heat * mass[cell]) / (square + 4);
        vx[i] += dx * force;
        vy[i] += dy * force;
      } else {
        for (let q = 0; q < 4; q++) if (kids[4 * cell + q] >= 0) stack.push(kids[4 * cell + q], half / 2);
      }
    }
  }
}
