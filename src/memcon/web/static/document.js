// Pointing at a field lights its words, pointing at words lights the fact. Links do the same without a script.
"use strict";
(() => {
  const words = [...document.querySelectorAll(".text a[data-f]")];
  const byField = new Map();
  const put = (key, word) => (byField.has(key) ? byField.get(key).push(word) : byField.set(key, [word]));
  for (const word of words) {
    for (const told of word.dataset.f.split(" ")) {
      const [fact, fields] = told.split(":");
      put(fact, word);
      for (const field of (fields || "").split(",")) put(`${fact}:${field}`, word);
    }
  }
  let lit = [];
  const light = (elements) => {
    for (const each of lit) each.classList.remove("lit");
    lit = elements.filter(Boolean);
    for (const each of lit) each.classList.add("lit");
  };
  const over = (event) => {
    const field = event.target.closest("[data-w]");
    const fact = event.target.closest("section.fact");
    const word = event.target.closest("a[data-f]");
    if (field) light(byField.get(field.dataset.w) || byField.get(field.dataset.w.split(":")[0]) || []);
    else if (fact) light(byField.get(fact.id) || []);
    else if (word) light(word.dataset.f.split(" ").map((told) => document.getElementById(told.split(":")[0])));
    else light([]);
  };
  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", over);
  document.querySelector(".toggles").addEventListener("change", (event) => event.currentTarget.requestSubmit());
})();
