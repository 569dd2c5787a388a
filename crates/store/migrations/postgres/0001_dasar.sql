-- The office's year: units, people, entries with their versions, flow, evidence, audit.
-- Instants are microseconds of UTC, days are ISO 8601 text, hashes are hexadecimal text.
-- A row of a *_versi table, of alur_langkah and of audit is never changed and never removed; triggers hold that.

CREATE TABLE unit (
  id      TEXT NOT NULL PRIMARY KEY,
  dibuat  BIGINT NOT NULL
);

-- What a unit was from a day on: of two versions that hold on a day, the later `dari` wins, then the later `versi`.
CREATE TABLE unit_versi (
  unit    TEXT NOT NULL REFERENCES unit (id),
  versi   BIGINT NOT NULL,
  dari    TEXT NOT NULL,
  nama    TEXT NOT NULL,
  tingkat TEXT NOT NULL,
  profil  TEXT,
  kode    TEXT,
  induk   TEXT REFERENCES unit (id),
  aktif   BIGINT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    BIGINT NOT NULL,
  alasan  TEXT NOT NULL,
  PRIMARY KEY (unit, versi)
);
CREATE INDEX unit_versi_induk ON unit_versi (induk);

CREATE TABLE orang (
  id            TEXT NOT NULL PRIMARY KEY,
  nama_pengguna TEXT NOT NULL UNIQUE,
  nama          TEXT NOT NULL,
  nip           TEXT,
  sandi         TEXT,
  totp          TEXT,
  totp_langkah  BIGINT NOT NULL,
  sso           TEXT UNIQUE,
  aktif         BIGINT NOT NULL,
  ganti_sandi   BIGINT NOT NULL,
  versi         BIGINT NOT NULL,
  dibuat        BIGINT NOT NULL
);

CREATE TABLE hak (
  id       TEXT NOT NULL PRIMARY KEY,
  orang    TEXT NOT NULL REFERENCES orang (id),
  unit     TEXT NOT NULL REFERENCES unit (id),
  peran    TEXT NOT NULL,
  tolak    BIGINT NOT NULL,
  dari     TEXT NOT NULL,
  sampai   TEXT,
  oleh     TEXT NOT NULL,
  pada     BIGINT NOT NULL,
  alasan   TEXT NOT NULL,
  dicabut  BIGINT
);
CREATE INDEX hak_orang ON hak (orang);
CREATE INDEX hak_unit ON hak (unit);

CREATE TABLE pejabat (
  id       TEXT NOT NULL PRIMARY KEY,
  unit     TEXT NOT NULL REFERENCES unit (id),
  jabatan  TEXT NOT NULL,
  sifat    TEXT NOT NULL,
  nama     TEXT NOT NULL,
  nip      TEXT,
  dari     TEXT NOT NULL,
  sampai   TEXT,
  oleh     TEXT NOT NULL,
  pada     BIGINT NOT NULL,
  alasan   TEXT NOT NULL,
  dicabut  BIGINT
);
CREATE INDEX pejabat_unit ON pejabat (unit, dari);

CREATE TABLE sesi (
  sidik     TEXT NOT NULL PRIMARY KEY,
  orang     TEXT NOT NULL REFERENCES orang (id),
  tahap     TEXT NOT NULL,
  dibuat    BIGINT NOT NULL,
  terakhir  BIGINT NOT NULL,
  berakhir  BIGINT NOT NULL
);
CREATE INDEX sesi_orang ON sesi (orang);

-- Failed attempts by account and by address; the key is a hash, so that no address is kept.
CREATE TABLE percobaan (
  kunci   TEXT NOT NULL PRIMARY KEY,
  gagal   BIGINT NOT NULL,
  tahan   BIGINT NOT NULL,
  terakhir BIGINT NOT NULL
);

CREATE TABLE periode (
  unit    TEXT NOT NULL REFERENCES unit (id),
  tahun   BIGINT NOT NULL,
  dibuka  BIGINT NOT NULL,
  oleh    TEXT NOT NULL,
  beku    TEXT,
  sidik   TEXT,
  dikunci BIGINT,
  PRIMARY KEY (unit, tahun)
);

-- A sheet of a year: its headings and comment lines, as JSON arrays of text.
CREATE TABLE lembar (
  unit    TEXT NOT NULL,
  tahun   BIGINT NOT NULL,
  lembar  TEXT NOT NULL,
  kepala  TEXT NOT NULL,
  catatan TEXT NOT NULL,
  versi   BIGINT NOT NULL,
  PRIMARY KEY (unit, tahun, lembar),
  FOREIGN KEY (unit, tahun) REFERENCES periode (unit, tahun)
);

-- A row of a sheet. One that was removed stays, with `hapus` = 1.
CREATE TABLE baris (
  unit    TEXT NOT NULL,
  tahun   BIGINT NOT NULL,
  lembar  TEXT NOT NULL,
  baris   TEXT NOT NULL,
  urutan  BIGINT NOT NULL,
  hapus   BIGINT NOT NULL,
  versi   BIGINT NOT NULL,
  PRIMARY KEY (unit, tahun, lembar, baris),
  FOREIGN KEY (unit, tahun, lembar) REFERENCES lembar (unit, tahun, lembar)
);

-- The present text of a cell. Its numbers are read from the text, exactly.
CREATE TABLE sel (
  unit    TEXT NOT NULL,
  tahun   BIGINT NOT NULL,
  lembar  TEXT NOT NULL,
  baris   TEXT NOT NULL,
  kolom   TEXT NOT NULL,
  nilai   TEXT NOT NULL,
  versi   BIGINT NOT NULL,
  PRIMARY KEY (unit, tahun, lembar, baris, kolom),
  FOREIGN KEY (unit, tahun, lembar, baris) REFERENCES baris (unit, tahun, lembar, baris)
);

-- Everything a cell ever said.
CREATE TABLE sel_versi (
  unit     TEXT NOT NULL,
  tahun    BIGINT NOT NULL,
  lembar   TEXT NOT NULL,
  baris    TEXT NOT NULL,
  kolom    TEXT NOT NULL,
  versi    BIGINT NOT NULL,
  semula   TEXT NOT NULL,
  menjadi  TEXT NOT NULL,
  oleh     TEXT NOT NULL,
  pada     BIGINT NOT NULL,
  alasan   TEXT NOT NULL,
  PRIMARY KEY (unit, tahun, lembar, baris, kolom, versi)
);

CREATE TABLE komentar (
  id      TEXT NOT NULL PRIMARY KEY,
  unit    TEXT NOT NULL,
  tahun   BIGINT NOT NULL,
  lembar  TEXT NOT NULL,
  baris   TEXT NOT NULL,
  kolom   TEXT NOT NULL,
  teks    TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    BIGINT NOT NULL
);
CREATE INDEX komentar_sel ON komentar (unit, tahun, lembar, baris, kolom);

-- What goes from draft to approval: agreement, action plan, realisasi, report.
CREATE TABLE alur (
  unit     TEXT NOT NULL,
  tahun    BIGINT NOT NULL,
  jenis    TEXT NOT NULL,
  periode  TEXT NOT NULL,
  keadaan  TEXT NOT NULL,
  versi    BIGINT NOT NULL,
  PRIMARY KEY (unit, tahun, jenis, periode),
  FOREIGN KEY (unit, tahun) REFERENCES periode (unit, tahun)
);
CREATE TABLE alur_langkah (
  unit     TEXT NOT NULL,
  tahun    BIGINT NOT NULL,
  jenis    TEXT NOT NULL,
  periode  TEXT NOT NULL,
  versi    BIGINT NOT NULL,
  semula   TEXT NOT NULL,
  menjadi  TEXT NOT NULL,
  oleh     TEXT NOT NULL,
  pada     BIGINT NOT NULL,
  alasan   TEXT NOT NULL,
  sidik    TEXT NOT NULL,
  PRIMARY KEY (unit, tahun, jenis, periode, versi)
);

CREATE TABLE bukti (
  id      TEXT NOT NULL PRIMARY KEY,
  unit    TEXT NOT NULL,
  tahun   BIGINT NOT NULL,
  kaitan  TEXT NOT NULL,
  nama    TEXT NOT NULL,
  jenis   TEXT NOT NULL,
  ukuran  BIGINT NOT NULL,
  sidik   TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    BIGINT NOT NULL,
  lepas   BIGINT,
  FOREIGN KEY (unit, tahun) REFERENCES periode (unit, tahun)
);
CREATE INDEX bukti_tahun ON bukti (unit, tahun);

CREATE TABLE pekerjaan (
  id       TEXT NOT NULL PRIMARY KEY,
  jenis    TEXT NOT NULL,
  unit     TEXT NOT NULL,
  tahun    BIGINT NOT NULL,
  keadaan  TEXT NOT NULL,
  kemajuan BIGINT NOT NULL,
  pesan    TEXT NOT NULL,
  hasil    TEXT NOT NULL,
  oleh     TEXT NOT NULL,
  dibuat   BIGINT NOT NULL,
  mulai    BIGINT,
  selesai  BIGINT,
  sewa     BIGINT
);
CREATE INDEX pekerjaan_keadaan ON pekerjaan (keadaan, dibuat);
CREATE INDEX pekerjaan_unit ON pekerjaan (unit, tahun, dibuat);

CREATE TABLE audit (
  nomor    BIGINT NOT NULL PRIMARY KEY,
  pada     BIGINT NOT NULL,
  pelaku   TEXT NOT NULL,
  tindakan TEXT NOT NULL,
  unit     TEXT NOT NULL,
  objek    TEXT NOT NULL,
  hasil    TEXT NOT NULL,
  rincian  TEXT NOT NULL,
  sebelum  TEXT NOT NULL,
  sidik    TEXT NOT NULL
);
CREATE INDEX audit_unit ON audit (unit, nomor);
CREATE INDEX audit_pelaku ON audit (pelaku, nomor);
CREATE INDEX audit_objek ON audit (objek, nomor);

-- The end of the chain: one row. Whoever appends takes it first, so that the chain has no fork.
CREATE TABLE audit_ujung (
  satu   BIGINT NOT NULL PRIMARY KEY CHECK (satu = 1),
  nomor  BIGINT NOT NULL,
  sidik  TEXT NOT NULL
);
INSERT INTO audit_ujung (satu, nomor, sidik) VALUES (1, 0, '');

CREATE FUNCTION tolak_ubah() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% hanya dapat ditambah', TG_TABLE_NAME;
END $$;
CREATE TRIGGER unit_versi_tanpa_ubah BEFORE UPDATE OR DELETE ON unit_versi FOR EACH ROW EXECUTE FUNCTION tolak_ubah();
CREATE TRIGGER unit_versi_tanpa_kosong BEFORE TRUNCATE ON unit_versi FOR EACH STATEMENT EXECUTE FUNCTION tolak_ubah();
CREATE TRIGGER sel_versi_tanpa_ubah BEFORE UPDATE OR DELETE ON sel_versi FOR EACH ROW EXECUTE FUNCTION tolak_ubah();
CREATE TRIGGER sel_versi_tanpa_kosong BEFORE TRUNCATE ON sel_versi FOR EACH STATEMENT EXECUTE FUNCTION tolak_ubah();
CREATE TRIGGER alur_langkah_tanpa_ubah BEFORE UPDATE OR DELETE ON alur_langkah FOR EACH ROW EXECUTE FUNCTION tolak_ubah();
CREATE TRIGGER alur_langkah_tanpa_kosong BEFORE TRUNCATE ON alur_langkah FOR EACH STATEMENT EXECUTE FUNCTION tolak_ubah();
CREATE TRIGGER audit_tanpa_ubah BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION tolak_ubah();
CREATE TRIGGER audit_tanpa_kosong BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION tolak_ubah();
