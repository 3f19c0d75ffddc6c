
// The graph as the page brings it, with what is shown of it.
class Graph {
  constructor(data) {
    this.types = data.types;
    this.kinds = data.kinds;
    this.nodes = data.nodes.map((node, index) => ({ ...node, index, out: [], into: [] }));
    this.edges = data.edges.map(([from, to, kind, count, lines]) => {
      const edge = { from, to, kind, count, lines };
      this.nodes[from].out.push(edge);
      this.nodes[to].into.push(edge);
      return edge;
    });
    this.shownTypes = new Set(this.types.keys());
    this.shownKinds = new Set(this.kinds.keys());
    this.refresh();
  }

  // Works out again what is shown: nodes of the chosen types, edges of the chosen kinds between them.
  refresh() {
    for (const node of this.nodes) {
      node.isShown = this.shownTypes.has(node.type);
      node.near = new Set();
    }
    this.shownEdges = this.edges.filter((edge) =>
      this.shownKinds.has(edge.kind) && this.nodes[edge.from].isShown
        && this.nodes[edge.to].isShown);
    for (const edge of this.shownEdges) {
      this.nodes[edge.from].near.add(edge.to);
      this.nodes[edge.to].near.add(edge.from);
    }
    const pairs = new Map();
    for (const { from, to } of this.shownEdges) {
      pairs.set(Math.min(from, to) * this.nodes.length + Math.max(from, to), [from, to]);
    }
    this.shownPairs = [...pairs.values()];
    this.shownNodes = this.nodes.filter((node) => node.isShown);
    for (const node of this.nodes) node.radius = 4 + 1.6 * Math.sqrt(node.near.size);
  }

  // A layout of what is shown, from where the nodes are now, if they are anywhere.
  layout() {
    const places = new Map(this.shownNodes.map((node, place) => [node.index, place]));
    const links = this.shownPairs.map(([from, to]) => [places.get(from), places.get(to)]);
    const isPlaced = this.shownNodes.every((node) => node.x !== undefined);
    const start = isPlaced
      ? { x: this.shownNodes.map((node) => node.x), y: this.shownNodes.map((node) => node.y) }
      : null;
    return new Layout(this.shownNodes.length, links, start);
  }

  // Takes over the positions of a layout.
  take(layout) {
    this.shownNodes.forEach((node, place) => {
      node.x = layout.x[place];
      node.y = layout.y[place];
    });
  }

  // Nodes whose title or path holds every word of a question, those whose title begins with it first.
  find(question, limit) {
    const words = question.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const rank = (node) => {
      const title = node.title.toLowerCase();
      return title.startsWith(words[0]) ? 0 : title.includes(words[0]) ? 1 : 2;
    };
    return this.nodes
      .filter((node) => {
        const text = (node.title + " " + node.path).toLowerCase();
        return words.every((word) => text.includes(word));
      })
      .sort((a, b) => rank(a) - rank(b) || b.near.size - a.near.size || a.index - b.index)
      .slice(0, limit);
  }
}
