// Small comforts; every page reads and works without them.
"use strict";
(() => {
  const fetched = async (address, part) => {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.getElementById(part);
  };

  // <… data-fill="address" data-part="id">: what would take long is fetched when the page stands.
  for (const place of document.querySelectorAll("[data-fill]")) {
    fetched(place.dataset.fill, place.dataset.part).then((part) => part && place.replaceChildren(part));
  }

  // <… id="x" data-refresh="address">: fetched anew until the answer no longer asks for it.
  const refresh = async (place) => {
    await new Promise((done) => setTimeout(done, 600));
    const part = await fetched(place.dataset.refresh, place.id);
    if (!part) return;
    place.replaceWith(part);
    if (part.dataset.refresh) refresh(part);
  };
  document.querySelectorAll("[data-refresh]").forEach(refresh);

  // Forms that narrow a list act when a choice is made.
  for (const form of document.querySelectorAll("form.filters")) {
    form.addEventListener("change", (event) => {
      if (event.target.matches("select")) form.requestSubmit();
    });
  }
})();
