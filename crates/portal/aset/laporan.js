// The report: following a job, and writing a narrative with names of fakta. Both pages work without it.
"use strict";

const pekerjaan = document.querySelector("#pekerjaan");
if (pekerjaan) {
  let pause = 1000;
  const tanya = async () => {
    try {
      const jawaban = await fetch(pekerjaan.dataset.alamat, { headers: { Accept: "application/json" }, redirect: "manual" });
      // The session is over, or the job is gone: the page itself says which.
      if (!jawaban.ok) { location.reload(); return; }
      pause = 1000;
      const isi = await jawaban.json();
      if (!isi.jalan) { location.reload(); return; }
      document.querySelector("#tahap").textContent = isi.pesan;
      document.querySelector("#kemajuan").value = isi.kemajuan;
    } catch { pause = Math.min(pause * 2, 30000); }
    setTimeout(tanya, pause);
  };
  setTimeout(tanya, 700);
}

const narasi = document.querySelector("form#narasi");
if (narasi) {
  const teks = narasi.elements.teks;
  const versi = narasi.elements.versi;
  const kabar = document.querySelector("#kabar");
  let tersimpan = narasi.dataset.belum ? null : teks.value;
  let otomatis = Boolean(narasi.dataset.otomatis);
  let jeda = 0;
  let jalan = false;

  const simpan = async () => {
    clearTimeout(jeda);
    if (!otomatis || jalan || teks.value === tersimpan) return;
    jalan = true;
    const dikirim = teks.value;
    kabar.textContent = "Menyimpan…";
    try {
      const jawaban = await fetch(narasi.getAttribute("action"), {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams({ teks: dikirim, versi: versi.value }),
      });
      const isi = await jawaban.json();
      if (jawaban.ok) {
        tersimpan = dikirim;
        versi.value = isi.versi;
        kabar.textContent = "Tersimpan otomatis.";
        document.querySelector("#pratinjau").innerHTML = isi.pratinjau;
      } else {
        // What was typed stays in the field; a clash is settled by the person, not by us.
        otomatis = jawaban.status !== 409;
        kabar.textContent = isi.galat;
      }
    } catch {
      kabar.textContent = "Belum tersimpan: server tidak menjawab atau sesi berakhir. Tulisan Anda masih di halaman ini.";
    }
    jalan = false;
    if (teks.value !== tersimpan) jeda = setTimeout(simpan, 15000);
  };

  teks.addEventListener("input", () => {
    kabar.textContent = "Belum tersimpan.";
    clearTimeout(jeda);
    jeda = setTimeout(simpan, 3000);
  });
  teks.addEventListener("blur", simpan);

  let dikirim = false;
  narasi.addEventListener("submit", () => { dikirim = true; clearTimeout(jeda); });
  window.addEventListener("beforeunload", (e) => {
    if (!dikirim && teks.value !== tersimpan) e.preventDefault();
  });

  for (const kode of document.querySelectorAll("[data-sisip]")) {
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.className = "tombol kecil";
    tombol.textContent = "Sisipkan";
    tombol.setAttribute("aria-label", `Sisipkan ${kode.textContent}`);
    tombol.addEventListener("click", () => {
      teks.setRangeText(kode.textContent, teks.selectionStart, teks.selectionEnd, "end");
      teks.focus();
      teks.dispatchEvent(new Event("input"));
    });
    kode.after(tombol);
  }
}
