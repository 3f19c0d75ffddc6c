"use strict";

// Shows the entries of the chosen types, of one topic, and with some words. Without it all are shown.
class TimelineFilter {
  constructor(form) {
    this.form = form;
    this.entries = [...document.querySelectorAll("li.entry")].map((item) => ({
      item,
      type: item.dataset.type,
      topics: item.dataset.topics ? item.dataset.topics.split("\n") : [],
      text: item.textContent.toLowerCase(),
    }));
    this.said = document.getElementById("said");
    form.hidden = false;
    form.reset();
    form.addEventListener("input", () => this.apply());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => requestAnimationFrame(() => this.apply()));
  }

  apply() {
    const types = new Set([...this.form.querySelectorAll('input[name="type"]')]
      .filter((box) => box.checked).map((box) => box.value));
    const topic = this.form.elements.topic ? this.form.elements.topic.value : "";
    const words = this.form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const entry of this.entries) {
      const isShown = types.has(entry.type) && (!topic || entry.topics.includes(topic))
        && words.every((word) => entry.text.includes(word));
      entry.item.hidden = !isShown;
      if (isShown) count += 1;
    }
    // Months and years without entries go too.
    for (const part of document.querySelectorAll("section.month, section.year")) {
      part.hidden = !part.querySelector("li.entry:not([hidden])");
    }
    this.said.textContent = count + " of " + this.entries.length + " entries";
  }
}

new TimelineFilter(document.getElementById("filters"));
