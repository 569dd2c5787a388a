// What is pleasanter with a script; every page works without one.
"use strict";

// An open sheet of the head closes when one looks elsewhere.
document.addEventListener("click", (e) => {
  for (const buka of document.querySelectorAll(".palang details[open]")) {
    if (!buka.contains(e.target)) buka.open = false;
  }
});
document.addEventListener("keydown", (e) => {
  if (e.key !== "Escape") return;
  for (const buka of document.querySelectorAll(".palang details[open], details.menu-kecil[open]")) {
    buka.open = false;
    buka.querySelector("summary").focus();
  }
});

// A form is sent once, however often one presses; and an irreversible one asks first.
document.addEventListener("submit", (e) => {
  const tanya = e.submitter?.dataset.tanya ?? e.target.dataset.tanya;
  if (tanya && !window.confirm(tanya)) { e.preventDefault(); return; }
  if (e.defaultPrevented || e.target.method === "get") return;
  if (e.target.dataset.terkirim) { e.preventDefault(); return; }
  e.target.dataset.terkirim = "ya";
});
window.addEventListener("pageshow", () => {
  for (const f of document.querySelectorAll("form[data-terkirim]")) delete f.dataset.terkirim;
});
