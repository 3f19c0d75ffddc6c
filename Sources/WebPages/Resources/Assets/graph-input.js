// What the reader does to the graph: buttons, pointer (one finger moves or drags, two zoom), keys, search
// and filter.

export function bindInput(graph, root, canvas) {
  bindTools(graph, root);
  bindPointer(graph, canvas);
  bindKeys(graph, canvas);
  bindForm(graph, canvas);
}

function bindTools(graph, root) {
  const actions = {
    in: () => graph.zoom(1.4),
    out: () => graph.zoom(1 / 1.4),
    fit: () => graph.showAll(),
  };
  for (const button of root.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", actions[button.dataset.zoom]);
  }
}

const CLICK = 4; // px that a finger may slip in a click

function bindPointer(graph, canvas) {
  const fingers = new Map();
  let held = -1;
  let moved = 0;
  const point = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, point(event));
    moved = 0;
    held = fingers.size === 1 ? graph.at(...point(event)) : -1;
    canvas.classList.add("dragging");
  });
  canvas.addEventListener("pointermove", (event) => {
    const now = point(event);
    const before = fingers.get(event.pointerId);
    if (!before) return graph.hover(graph.at(...now));
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
    moved += Math.abs(dx) + Math.abs(dy);
    if (fingers.size === 2) graph.pinch(fingers, event.pointerId, now);
    else if (held >= 0 && moved > CLICK) graph.drag(held, ...now);
    else if (held < 0) graph.pan(dx, dy);
    fingers.set(event.pointerId, now);
  });
  const end = (event) => {
    if (!fingers.delete(event.pointerId)) return;
    canvas.classList.remove("dragging");
    if (moved <= CLICK && event.type === "pointerup") graph.select(held, false);
    if (held >= 0) graph.layout.hold(-1);
    held = -1;
  };
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
  canvas.addEventListener("pointerleave", () => graph.hover(-1));
  canvas.addEventListener("dblclick", (event) => graph.open(graph.at(...point(event))));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : 1); // Firefox counts in lines
    graph.zoom(Math.exp(-pixels * 0.0016), ...point(event));
  }, { passive: false });
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function bindKeys(graph, canvas) {
  const keys = {
    "+": () => graph.zoom(1.25),
    "=": () => graph.zoom(1.25),
    "-": () => graph.zoom(0.8),
    "0": () => graph.showAll(),
    Enter: () => graph.open(graph.selected),
    Escape: () => graph.select(-1),
  };
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow && event.shiftKey) graph.pan(-60 * arrow[0], -60 * arrow[1]);
    else if (arrow) graph.go(...arrow);
    else if (keys[event.key]) keys[event.key]();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function bindForm(graph, canvas) {
  const form = document.getElementById("graph-form");
  const find = document.getElementById("find");
  const matches = document.getElementById("matches");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [first] = graph.found(find.value);
    if (first === undefined) return;
    graph.select(first);
    canvas.focus();
  });
  find.addEventListener("input", () => graph.panel.matches(matches, graph.found(find.value), find.value));
  form.addEventListener("change", (event) => { if (event.target.name === "type") graph.filter(); });
}
