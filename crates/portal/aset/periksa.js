// Dropping a document on its place, and saying which one was chosen and whether it is too large.
"use strict";

const jatuh = document.querySelector(".jatuh");
const berkas = jatuh?.querySelector("input[type=file]");
const terpilih = jatuh?.querySelector(".terpilih");

const sebut = () => {
  const satu = berkas.files[0];
  terpilih.hidden = !satu;
  if (satu) terpilih.textContent = `${satu.name}, ${(satu.size / 1048576).toLocaleString("id", { maximumFractionDigits: 1 })} MB`;
};

if (berkas) {
  berkas.addEventListener("change", sebut);
  for (const nama of ["dragenter", "dragover"]) {
    jatuh.addEventListener(nama, (e) => { e.preventDefault(); jatuh.classList.add("di-atas"); });
  }
  for (const nama of ["dragleave", "drop"]) {
    jatuh.addEventListener(nama, () => jatuh.classList.remove("di-atas"));
  }
  jatuh.addEventListener("drop", (e) => {
    e.preventDefault();
    if (e.dataTransfer.files.length) { berkas.files = e.dataTransfer.files; sebut(); }
  });
}
