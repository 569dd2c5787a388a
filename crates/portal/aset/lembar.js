// The table of a sheet as a spreadsheet: keys, paste, saving as one types. Without it the form is sent whole.
"use strict";
(() => {
  const form = document.getElementById("lembar");
  if (!form) return;
  const terkunci = form.dataset.terkunci === "ya";
  const keadaan = document.getElementById("keadaan-simpan");
  const kini = document.getElementById("sel-kini");
  const kolom = [...form.querySelectorAll('input[name^="kolom:"]')].map((m) => m.value);
  const baris = [...form.querySelectorAll("tbody tr[data-id]")];
  const barisKe = new Map(baris.map((tr, i) => [tr.dataset.id, i]));
  const kolomKe = new Map(kolom.map((nama, j) => [nama, j]));

  const di = (i, j) => document.getElementById(`sel-${i}-${j}`);
  const letak = (el) => el.id.split("-").slice(1).map(Number);
  const kunci = (el) => { const [i, j] = letak(el); return JSON.stringify([baris[i].dataset.id, kolom[j]]); };
  const elemen = (k) => { const [b, n] = JSON.parse(k); return di(barisKe.get(b), kolomKe.get(n)); };
  const sel = (e) => e.target.closest?.(".sel");

  // --- keys -------------------------------------------------------------------------------------------------------
  // Fresh in a cell, arrows go to other cells and typing replaces; F2, a click or typing means editing inside it.
  let menyunting = false;
  const ke = (i, j) => { const tujuan = di(i, j); if (tujuan) { tujuan.focus(); return true; } return false; };

  form.addEventListener("focusin", (e) => {
    const el = sel(e);
    if (!el) return;
    menyunting = false;
    el.select();
    terangkan(el);
  });
  form.addEventListener("dblclick", (e) => { if (sel(e)) menyunting = true; });
  form.addEventListener("keydown", (e) => {
    const el = sel(e);
    if (!el || e.isComposing || e.ctrlKey || e.metaKey) return;
    const [i, j] = letak(el);
    const banyakBaris = el.tagName === "TEXTAREA";
    let pindah = false;
    switch (e.key) {
      case "Enter":
        if (e.altKey && banyakBaris) { el.setRangeText("\n", el.selectionStart, el.selectionEnd, "end"); catat(el); pindah = true; }
        else { ke(e.shiftKey ? i - 1 : i + 1, j); pindah = true; }
        break;
      case "Tab":
        pindah = e.shiftKey ? (j > 0 ? ke(i, j - 1) : ke(i - 1, kolom.length - 1)) : (j + 1 < kolom.length ? ke(i, j + 1) : ke(i + 1, 0));
        break;
      case "ArrowUp": if (!(menyunting && (banyakBaris || el.list))) pindah = ke(i - 1, j) || true; break;
      case "ArrowDown": if (!(menyunting && (banyakBaris || el.list))) pindah = ke(i + 1, j) || true; break;
      case "ArrowLeft": if (!menyunting) pindah = ke(i, j - 1) || true; break;
      case "ArrowRight": if (!menyunting) pindah = ke(i, j + 1) || true; break;
      case "F2": if (e.shiftKey) riwayat(el); else { menyunting = true; el.setSelectionRange(el.value.length, el.value.length); } pindah = true; break;
      case "Escape": if (!terkunci) { el.value = el.dataset.asal; catat(el); } menyunting = false; el.select(); pindah = true; break;
    }
    if (pindah) e.preventDefault();
  });

  // --- which cell, who wrote it, its history ------------------------------------------------------------------------
  const alamatRiwayat = (el) => {
    const [i, j] = letak(el);
    return `${form.dataset.riwayat}?baris=${encodeURIComponent(baris[i].dataset.id)}&kolom=${encodeURIComponent(kolom[j])}`;
  };
  function terangkan(el) {
    const tautan = document.createElement("a");
    tautan.href = alamatRiwayat(el);
    tautan.textContent = "Riwayat dan komentar";
    tautan.addEventListener("click", (e) => { e.preventDefault(); riwayat(el); });
    const jejak = el.dataset.jejak ? ` Terakhir: ${el.dataset.jejak}. ` : " ";
    kini.replaceChildren(`${el.getAttribute("aria-label")}.${jejak}`, tautan);
  }
  const dialog = document.createElement("dialog");
  dialog.className = "dialog-riwayat";
  document.body.append(dialog);
  async function riwayat(el) {
    const alamat = alamatRiwayat(el);
    try {
      const jawaban = await fetch(alamat, { redirect: "error" });
      const isi = new DOMParser().parseFromString(await jawaban.text(), "text/html").querySelector("main");
      const tutup = document.createElement("button");
      tutup.type = "button"; tutup.className = "tombol"; tutup.textContent = "Tutup";
      tutup.addEventListener("click", () => dialog.close());
      dialog.replaceChildren(tutup, ...isi.childNodes);
      dialog.showModal();
      dialog.addEventListener("close", () => el.focus(), { once: true });
    } catch { location.href = alamat; }
  }
  if (terkunci) return;

  // --- what is not saved yet: kept in the browser until the server has it -------------------------------------------
  const laci = `cermat:${form.dataset.orang}:${location.pathname}`;
  const belum = new Map();
  const bentrok = new Map();
  const gagal = new Map();
  const ingat = () => {
    try {
      if (belum.size) localStorage.setItem(laci, JSON.stringify([...belum]));
      else localStorage.removeItem(laci);
    } catch { /* a full or forbidden store: the cells stay on the page */ }
  };
  const tandai = (el, k) => {
    el.classList.toggle("belum", belum.has(k));
    el.classList.toggle("gagal", gagal.has(k) || bentrok.has(k));
  };
  const kata = (teks, rupa) => { keadaan.textContent = teks; keadaan.className = rupa; };

  function catat(el) {
    const k = kunci(el);
    bentrok.delete(k); gagal.delete(k);
    document.getElementById(`pilih-${el.id}`)?.remove();
    if (el.value.trim() === el.dataset.asal.trim() && !sedang) belum.delete(k);
    else belum.set(k, { teks: el.value, versi: belum.get(k)?.versi ?? Number(el.dataset.versi) });
    tandai(el, k);
    ingat();
    if (belum.size) { kata(`${belum.size} sel belum tersimpan.`, "belum"); jadwalkan(900); }
    else if (!sedang) kata("Semua tersimpan.", "tersimpan");
  }
  form.addEventListener("input", (e) => { const el = sel(e); if (el) { menyunting = true; catat(el); } });
  form.addEventListener("focusout", (e) => { if (sel(e) && belum.size) jadwalkan(150); });

  // --- sending ------------------------------------------------------------------------------------------------------
  let sedang = false, tunggu = 0, ulang = 0, satuan = false;
  function jadwalkan(jeda) { clearTimeout(tunggu); tunggu = setTimeout(kirim, jeda); }
  function terputus() {
    ulang += 1;
    kata(`Sambungan terputus. ${belum.size} sel belum tersimpan; isinya aman di peramban ini dan dikirim lagi begitu tersambung.`, "gagal");
    jadwalkan(Math.min(30000, 1000 * 2 ** ulang));
  }

  async function kirim() {
    if (sedang) return;
    const daftar = [...belum].filter(([k]) => !bentrok.has(k) && !gagal.has(k)).slice(0, satuan ? 1 : 400);
    if (!daftar.length) { satuan = false; return; }
    sedang = true;
    kata(`Menyimpan ${belum.size} sel …`, "belum");
    const isi = daftar.map(([k, { teks, versi }]) => { const [b, n] = JSON.parse(k); return { baris: b, kolom: n, teks, versi }; });
    let jawaban;
    try {
      jawaban = await fetch(form.dataset.sel, {
        method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ sel: isi }),
        redirect: "manual", signal: AbortSignal.timeout(30000),
      });
    } catch { sedang = false; terputus(); return; }
    if (jawaban.type === "opaqueredirect" || jawaban.status === 401) {
      sedang = false;
      const tautan = document.createElement("a");
      tautan.href = `/masuk?kembali=${encodeURIComponent(location.pathname)}`;
      tautan.textContent = "Masuk kembali";
      kata("", "gagal");
      keadaan.append(`Sesi Anda berakhir. ${belum.size} sel belum tersimpan; isinya aman di peramban ini. `, tautan, " untuk melanjutkan.");
      return;
    }
    if (jawaban.status >= 500 || jawaban.status === 429) { sedang = false; terputus(); return; }
    let balasan;
    try { balasan = await jawaban.json(); } catch { balasan = { pesan: "Jawaban server tidak terbaca." }; }
    sedang = false;
    ulang = 0;
    if (!jawaban.ok) {
      if (jawaban.status === 422 && daftar.length > 1) { satuan = true; kirim(); return; }
      for (const [k] of daftar) { gagal.set(k, balasan.pesan); const el = elemen(k); if (el) tandai(el, k); }
      kata(`${daftar.length} sel belum tersimpan. ${balasan.pesan ?? ""}`, "gagal");
      if (satuan) jadwalkan(50);
      return;
    }
    for (const satu of balasan.sel) selesai(satu, isi);
    tampilkanSalah(balasan);
    ingat();
    if (bentrok.size) kata(`${bentrok.size} sel diubah orang lain lebih dahulu. Pilih isi yang dipakai.`, "gagal");
    else if (gagal.size) kata(`${gagal.size} sel belum tersimpan. ${[...gagal.values()][0]}`, "gagal");
    else if (belum.size) kata(`${belum.size} sel belum tersimpan.`, "belum");
    else kata("Semua tersimpan.", "tersimpan");
    if ([...belum.keys()].some((k) => !bentrok.has(k) && !gagal.has(k))) jadwalkan(satuan ? 50 : 300);
  }

  function berversi(el, versi, teks) {
    const [i, j] = letak(el);
    el.dataset.versi = versi; el.dataset.asal = teks; el.name = `sel:${i}:${j}:${versi}`;
  }

  function selesai({ baris: b, kolom: n, tersimpan, versi, kini: teksKini }, isi) {
    const k = JSON.stringify([b, n]);
    const el = elemen(k);
    const terkirim = isi.find((s) => s.baris === b && s.kolom === n);
    if (!el || !terkirim) { belum.delete(k); return; }
    if (!tersimpan) { bentrok.set(k, { kini: teksKini, versi }); tandai(el, k); tanyakan(el, k); return; }
    berversi(el, versi, terkirim.teks.trim());
    el.dataset.jejak = "Anda, baru saja";
    // Whoever typed on while the answer was under way is not finished.
    if (belum.get(k)?.teks === terkirim.teks) belum.delete(k);
    else if (belum.has(k)) belum.set(k, { teks: belum.get(k).teks, versi });
    tandai(el, k);
  }

  // Both texts, and the choice; the text that is not chosen stays in the cell's history.
  function tanyakan(el, k) {
    const { kini: teksKini, versi } = bentrok.get(k);
    const kotak = document.createElement("fieldset");
    kotak.className = "bentrok"; kotak.id = `pilih-${el.id}`;
    const judul = document.createElement("legend");
    judul.textContent = el.getAttribute("aria-label");
    const tombol = (kalimat, teks, pilih) => {
      const t = document.createElement("button");
      t.type = "button"; t.className = "tombol"; t.textContent = `${kalimat}: ${teks || "(kosong)"}`;
      t.addEventListener("click", () => { bentrok.delete(k); kotak.remove(); pilih(); tandai(el, k); ingat(); el.focus(); kirim(); });
      return t;
    };
    const milik = belum.get(k)?.teks ?? el.value;
    const jelas = document.createElement("p");
    jelas.textContent = "Orang lain mengubah sel ini sesudah Anda membukanya.";
    kotak.append(judul, jelas,
      tombol("Pakai isi saya", milik, () => { berversi(el, versi, teksKini); belum.set(k, { teks: milik, versi }); }),
      " ",
      tombol("Pakai yang tersimpan", teksKini, () => { berversi(el, versi, teksKini); el.value = teksKini; belum.delete(k); if (!belum.size) kata("Semua tersimpan.", "tersimpan"); }));
    let wadah = document.getElementById("bentrok-langsung");
    if (!wadah) { wadah = document.createElement("div"); wadah.id = "bentrok-langsung"; wadah.setAttribute("role", "alert"); form.querySelector(".bilah-lembar").after(wadah); }
    document.getElementById(kotak.id)?.remove();
    wadah.append(kotak);
  }

  function tampilkanSalah({ salah, daftar, ringkasan }) {
    for (const el of form.querySelectorAll('.sel[aria-invalid="true"]')) {
      el.removeAttribute("aria-invalid"); el.removeAttribute("aria-describedby");
      const [i, j] = letak(el);
      document.getElementById(`salah-${i}-${j}`).textContent = "";
    }
    for (const { baris: b, kolom: n, pesan } of salah) {
      const el = elemen(JSON.stringify([b, n]));
      if (!el) continue;
      const [i, j] = letak(el);
      const gelembung = document.getElementById(`salah-${i}-${j}`);
      gelembung.textContent += `${pesan} `;
      el.setAttribute("aria-invalid", "true"); el.setAttribute("aria-describedby", gelembung.id);
    }
    document.getElementById("daftar-salah").innerHTML = daftar;
    document.getElementById("ringkasan-lembar").innerHTML = ringkasan;
  }

  // --- a block from a spreadsheet -----------------------------------------------------------------------------------
  function uraikan(teks) {
    const hasil = [[""]];
    let petik = false;
    for (let i = 0; i < teks.length; i += 1) {
      const h = teks[i], baris = hasil[hasil.length - 1], akhir = baris.length - 1;
      if (petik) {
        if (h === '"' && teks[i + 1] === '"') { baris[akhir] += '"'; i += 1; }
        else if (h === '"') petik = false;
        else baris[akhir] += h;
      } else if (h === '"' && baris[akhir] === "") petik = true;
      else if (h === "\t") baris.push("");
      else if (h === "\n") hasil.push([""]);
      else if (h !== "\r") baris[akhir] += h;
    }
    const terakhir = hasil[hasil.length - 1];
    if (hasil.length > 1 && terakhir.length === 1 && terakhir[0] === "") hasil.pop();
    return hasil;
  }

  form.addEventListener("paste", async (e) => {
    const el = sel(e);
    const teks = e.clipboardData?.getData("text/plain") ?? "";
    if (!el || !/[\t\n]/.test(teks)) return;
    const blok = uraikan(teks);
    if (blok.length === 1 && blok[0].length === 1 && el.tagName === "TEXTAREA") return;
    e.preventDefault();
    const [i, j] = letak(el);
    const lebih = [];
    let terpotong = 0;
    blok.forEach((isi, di_bawah) => {
      const baru = {};
      isi.forEach((satu, di_kanan) => {
        const nama = kolom[j + di_kanan];
        if (nama === undefined) { if (satu.trim()) terpotong += 1; return; }
        const tujuan = di(i + di_bawah, j + di_kanan);
        if (tujuan) { tujuan.value = satu; catat(tujuan); }
        else if (satu.trim()) baru[nama] = satu;
      });
      if (Object.keys(baru).length) lebih.push(baru);
    });
    if (terpotong) window.alert(`${terpotong} sel tempelan berada di kanan kolom terakhir dan tidak dimasukkan.`);
    if (lebih.length && window.confirm(`${lebih.length} baris tempelan berada di bawah baris terakhir. Tambahkan sebagai baris baru?`)) await tambahkan(lebih);
  });

  async function tambahkan(daftar) {
    kata(`Menambahkan ${daftar.length} baris …`, "belum");
    try {
      const jawaban = await fetch(form.dataset.baris, {
        method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ baris: daftar }), redirect: "error",
      });
      if (!jawaban.ok) { kata(`Baris tidak ditambahkan. ${(await jawaban.json()).pesan ?? ""}`, "gagal"); return; }
      await kirim();
      location.reload();
    } catch { kata("Sambungan terputus; baris belum ditambahkan. Tempelkan lagi sesudah tersambung.", "gagal"); }
  }

  // --- the form's own button, coming back, and what was left from last time -----------------------------------------
  form.addEventListener("submit", (e) => {
    if (e.submitter?.name) return;
    e.preventDefault();
    gagal.clear();
    if (belum.size) kirim(); else kata("Semua tersimpan.", "tersimpan");
  });
  window.addEventListener("online", () => { ulang = 0; kirim(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && belum.size) kirim(); });

  let lama = [];
  try { lama = JSON.parse(localStorage.getItem(laci) ?? "[]"); } catch { lama = []; }
  const hilang = [];
  for (const [k, satu] of lama) {
    const el = elemen(k);
    if (!el) { hilang.push(`${JSON.parse(k)[1]}: ${satu.teks}`); continue; }
    if (el.dataset.asal.trim() === satu.teks.trim()) continue;
    el.value = satu.teks;
    belum.set(k, satu);
    tandai(el, k);
  }
  ingat();
  kata(form.querySelector(".sel") ? "Perubahan disimpan otomatis." : "", "");
  if (hilang.length) kata(`Baris yang Anda isi sudah tidak ada. Isian yang belum tersimpan: ${hilang.join("; ")}`, "gagal");
  if (belum.size) { kata(`${belum.size} sel dari kunjungan sebelumnya belum tersimpan; sedang dikirim.`, "belum"); kirim(); }
})();
