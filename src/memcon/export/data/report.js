"use strict";
(() => {
  const form = document.getElementById("filters");
  const rows = [...document.querySelectorAll("tbody tr")];
  const told = document.getElementById("told");
  const tables = [...document.querySelectorAll("section")];
  const words = rows.map((row) => row.textContent.toLowerCase());
  const fill = (select, values) => {
    for (const value of [...new Set(values)].filter(Boolean).sort()) {
      const option = document.createElement("option");
      option.textContent = value;
      select.append(option);
    }
  };
  fill(form.party, rows.flatMap((row) => (row.dataset.parties || "").split(" ")));
  fill(form.status, rows.map((row) => row.dataset.status));
  const filter = () => {
    const asked = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const { value: party } = form.party;
    const { value: status } = form.status;
    let shown = 0;
    rows.forEach((row, at) => {
      const fits = asked.every((word) => words[at].includes(word))
        && (!party || (row.dataset.parties || "").split(" ").includes(party))
        && (!status || row.dataset.status === status)
        && (!form.since.value || (row.dataset.day || "") >= form.since.value)
        && (!form.until.value || (row.dataset.day && row.dataset.day <= form.until.value));
      row.hidden = !fits;
      shown += fits;
    });
    for (const table of tables) {
      const count = table.querySelector(".count");
      if (count) count.textContent = table.querySelectorAll("tbody tr:not([hidden])").length;
    }
    told.textContent = `${shown} of ${rows.length} shown`;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  filter();
})();
