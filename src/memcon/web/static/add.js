// Files may be dropped anywhere on the page; they go into the field that could have been used to choose them.
"use strict";
(() => {
  const field = document.querySelector("#adding input[type=file]");
  const box = document.getElementById("drop");
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    box.classList.add("over");
  });
  document.addEventListener("dragleave", () => box.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    box.classList.remove("over");
    if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
  });
})();
