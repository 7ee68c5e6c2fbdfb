// The keys of review. Every one of them has a button or a link that does the same.
"use strict";
(() => {
  const rows = [...document.querySelectorAll("tr.waiting")];
  let at = Math.max(0, Math.min(rows.length, Number(location.hash.replace("#r", "")) || 1) - 1);
  const stand = (next) => {
    if (!rows.length) return;
    rows[at].classList.remove("here");
    at = Math.max(0, Math.min(rows.length - 1, next));
    rows[at].classList.add("here");
    rows[at].scrollIntoView({ block: "nearest" });
  };
  stand(at);
  const press = (selector) => {
    const button = document.querySelector(selector);
    if (button) button.click();
  };
  const decide = (name) => {
    if (!rows.length) return press(name === "confirm" ? "#accept" : "#reject");
    const button = rows[at].querySelector(`button[name=${name}]`);
    button.form.action = `/review#r${at + 1}`;
    return button.click();
  };
  const keys = {
    a: () => decide("confirm"),
    x: () => decide("reject"),
    e: () => (rows.length ? rows[at].querySelector("a").click() : document.getElementById("field")?.focus()),
    " ": () => (rows.length ? stand(at + 1) : press("#skip")),
    j: () => stand(at + 1),
    k: () => stand(at - 1),
    u: () => press("#undo button"),
    "?": () => document.getElementById("help").toggleAttribute("open"),
  };
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, select, textarea");
    if (event.key === "Escape" && writing) return writing.blur();
    const onControl = event.key === " " && event.target.closest("button, a, summary");
    if (writing || onControl || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !keys[event.key]) return undefined;
    event.preventDefault();
    return keys[event.key]();
  });
})();
