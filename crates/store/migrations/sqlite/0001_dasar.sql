-- The office's year: units, people, entries with their versions, flow, evidence, audit.
-- Instants are microseconds of UTC, days are ISO 8601 text, hashes are hexadecimal text.
-- A row of a *_versi table, of alur_langkah and of audit is never changed and never removed; triggers hold that.

CREATE TABLE unit (
  id      TEXT NOT NULL PRIMARY KEY,
  dibuat  INTEGER NOT NULL
) STRICT;

-- What a unit was from a day on: of two versions that hold on a day, the later `dari` wins, then the later `versi`.
CREATE TABLE unit_versi (
  unit    TEXT NOT NULL REFERENCES unit (id),
  versi   INTEGER NOT NULL,
  dari    TEXT NOT NULL,
  nama    TEXT NOT NULL,
  tingkat TEXT NOT NULL,
  profil  TEXT,
  kode    TEXT,
  induk   TEXT REFERENCES unit (id),
  aktif   INTEGER NOT NULL,
  oleh    TEXT NOT NULL,
  pada    INTEGER NOT NULL,
  alasan  TEXT NOT NULL,
  PRIMARY KEY (unit, versi)
) STRICT;
CREATE INDEX unit_versi_induk ON unit_versi (induk);

CREATE TABLE orang (
  id            TEXT NOT NULL PRIMARY KEY,
  nama_pengguna TEXT NOT NULL UNIQUE,
  nama          TEXT NOT NULL,
  nip           TEXT,
  sandi         TEXT,
  totp          TEXT,
  totp_langkah  INTEGER NOT NULL,
  sso           TEXT UNIQUE,
  aktif         INTEGER NOT NULL,
  ganti_sandi   INTEGER NOT NULL,
  versi         INTEGER NOT NULL,
  dibuat        INTEGER NOT NULL
) STRICT;

CREATE TABLE hak (
  id       TEXT NOT NULL PRIMARY KEY,
  orang    TEXT NOT NULL REFERENCES orang (id),
  unit     TEXT NOT NULL REFERENCES unit (id),
  peran    TEXT NOT NULL,
  tolak    INTEGER NOT NULL,
  dari     TEXT NOT NULL,
  sampai   TEXT,
  oleh     TEXT NOT NULL,
  pada     INTEGER NOT NULL,
  alasan   TEXT NOT NULL,
  dicabut  INTEGER
) STRICT;
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
  pada     INTEGER NOT NULL,
  alasan   TEXT NOT NULL,
  dicabut  INTEGER
) STRICT;
CREATE INDEX pejabat_unit ON pejabat (unit, dari);

CREATE TABLE sesi (
  sidik     TEXT NOT NULL PRIMARY KEY,
  orang     TEXT NOT NULL REFERENCES orang (id),
  tahap     TEXT NOT NULL,
  dibuat    INTEGER NOT NULL,
  terakhir  INTEGER NOT NULL,
  berakhir  INTEGER NOT NULL
) STRICT;
CREATE INDEX sesi_orang ON sesi (orang);

-- Failed attempts by account and by address; the key is a hash, so that no address is kept.
CREATE TABLE percobaan (
  kunci   TEXT NOT NULL PRIMARY KEY,
  gagal   INTEGER NOT NULL,
  tahan   INTEGER NOT NULL,
  terakhir INTEGER NOT NULL
) STRICT;

CREATE TABLE periode (
  unit    TEXT NOT NULL REFERENCES unit (id),
  tahun   INTEGER NOT NULL,
  dibuka  INTEGER NOT NULL,
  oleh    TEXT NOT NULL,
  beku    TEXT,
  sidik   TEXT,
  dikunci INTEGER,
  PRIMARY KEY (unit, tahun)
) STRICT;

-- A sheet of a year: its headings and comment lines, as JSON arrays of text.
CREATE TABLE lembar (
  unit    TEXT NOT NULL,
  tahun   INTEGER NOT NULL,
  lembar  TEXT NOT NULL,
  kepala  TEXT NOT NULL,
  catatan TEXT NOT NULL,
  versi   INTEGER NOT NULL,
  PRIMARY KEY (unit, tahun, lembar),
  FOREIGN KEY (unit, tahun) REFERENCES periode (unit, tahun)
) STRICT;

-- A row of a sheet. One that was removed stays, with `hapus` = 1.
CREATE TABLE baris (
  unit    TEXT NOT NULL,
  tahun   INTEGER NOT NULL,
  lembar  TEXT NOT NULL,
  baris   TEXT NOT NULL,
  urutan  INTEGER NOT NULL,
  hapus   INTEGER NOT NULL,
  versi   INTEGER NOT NULL,
  PRIMARY KEY (unit, tahun, lembar, baris),
  FOREIGN KEY (unit, tahun, lembar) REFERENCES lembar (unit, tahun, lembar)
) STRICT;

-- The present text of a cell. Its numbers are read from the text, exactly.
CREATE TABLE sel (
  unit    TEXT NOT NULL,
  tahun   INTEGER NOT NULL,
  lembar  TEXT NOT NULL,
  baris   TEXT NOT NULL,
  kolom   TEXT NOT NULL,
  nilai   TEXT NOT NULL,
  versi   INTEGER NOT NULL,
  PRIMARY KEY (unit, tahun, lembar, baris, kolom),
  FOREIGN KEY (unit, tahun, lembar, baris) REFERENCES baris (unit, tahun, lembar, baris)
) STRICT;

-- Everything a cell ever said.
CREATE TABLE sel_versi (
  unit     TEXT NOT NULL,
  tahun    INTEGER NOT NULL,
  lembar   TEXT NOT NULL,
  baris    TEXT NOT NULL,
  kolom    TEXT NOT NULL,
  versi    INTEGER NOT NULL,
  semula   TEXT NOT NULL,
  menjadi  TEXT NOT NULL,
  oleh     TEXT NOT NULL,
  pada     INTEGER NOT NULL,
  alasan   TEXT NOT NULL,
  PRIMARY KEY (unit, tahun, lembar, baris, kolom, versi)
) STRICT;

CREATE TABLE komentar (
  id      TEXT NOT NULL PRIMARY KEY,
  unit    TEXT NOT NULL,
  tahun   INTEGER NOT NULL,
  lembar  TEXT NOT NULL,
  baris   TEXT NOT NULL,
  kolom   TEXT NOT NULL,
  teks    TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    INTEGER NOT NULL
) STRICT;
CREATE INDEX komentar_sel ON komentar (unit, tahun, lembar, baris, kolom);

-- What goes from draft to approval: agreement, action plan, realisasi, report.
CREATE TABLE alur (
  unit     TEXT NOT NULL,
  tahun    INTEGER NOT NULL,
  jenis    TEXT NOT NULL,
  periode  TEXT NOT NULL,
  keadaan  TEXT NOT NULL,
  versi    INTEGER NOT NULL,
  PRIMARY KEY (unit, tahun, jenis, periode),
  FOREIGN KEY (unit, tahun) REFERENCES periode (unit, tahun)
) STRICT;
CREATE TABLE alur_langkah (
  unit     TEXT NOT NULL,
  tahun    INTEGER NOT NULL,
  jenis    TEXT NOT NULL,
  periode  TEXT NOT NULL,
  versi    INTEGER NOT NULL,
  semula   TEXT NOT NULL,
  menjadi  TEXT NOT NULL,
  oleh     TEXT NOT NULL,
  pada     INTEGER NOT NULL,
  alasan   TEXT NOT NULL,
  sidik    TEXT NOT NULL,
  PRIMARY KEY (unit, tahun, jenis, periode, versi)
) STRICT;

CREATE TABLE bukti (
  id      TEXT NOT NULL PRIMARY KEY,
  unit    TEXT NOT NULL,
  tahun   INTEGER NOT NULL,
  kaitan  TEXT NOT NULL,
  nama    TEXT NOT NULL,
  jenis   TEXT NOT NULL,
  ukuran  INTEGER NOT NULL,
  sidik   TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    INTEGER NOT NULL,
  lepas   INTEGER,
  FOREIGN KEY (unit, tahun) REFERENCES periode (unit, tahun)
) STRICT;
CREATE INDEX bukti_tahun ON bukti (unit, tahun);

CREATE TABLE pekerjaan (
  id       TEXT NOT NULL PRIMARY KEY,
  jenis    TEXT NOT NULL,
  unit     TEXT NOT NULL,
  tahun    INTEGER NOT NULL,
  keadaan  TEXT NOT NULL,
  kemajuan INTEGER NOT NULL,
  pesan    TEXT NOT NULL,
  hasil    TEXT NOT NULL,
  oleh     TEXT NOT NULL,
  dibuat   INTEGER NOT NULL,
  mulai    INTEGER,
  selesai  INTEGER,
  sewa     INTEGER
) STRICT;
CREATE INDEX pekerjaan_keadaan ON pekerjaan (keadaan, dibuat);
CREATE INDEX pekerjaan_unit ON pekerjaan (unit, tahun, dibuat);

CREATE TABLE audit (
  nomor    INTEGER NOT NULL PRIMARY KEY,
  pada     INTEGER NOT NULL,
  pelaku   TEXT NOT NULL,
  tindakan TEXT NOT NULL,
  unit     TEXT NOT NULL,
  objek    TEXT NOT NULL,
  hasil    TEXT NOT NULL,
  rincian  TEXT NOT NULL,
  sebelum  TEXT NOT NULL,
  sidik    TEXT NOT NULL
) STRICT;
CREATE INDEX audit_unit ON audit (unit, nomor);
CREATE INDEX audit_pelaku ON audit (pelaku, nomor);
CREATE INDEX audit_objek ON audit (objek, nomor);

-- The end of the chain: one row. Whoever appends takes it first, so that the chain has no fork.
CREATE TABLE audit_ujung (
  satu   INTEGER NOT NULL PRIMARY KEY CHECK (satu = 1),
  nomor  INTEGER NOT NULL,
  sidik  TEXT NOT NULL
) STRICT;
INSERT INTO audit_ujung (satu, nomor, sidik) VALUES (1, 0, '');

CREATE TRIGGER unit_versi_tanpa_update BEFORE UPDATE ON unit_versi BEGIN SELECT RAISE(ABORT, 'unit_versi hanya dapat ditambah'); END;
CREATE TRIGGER unit_versi_tanpa_delete BEFORE DELETE ON unit_versi BEGIN SELECT RAISE(ABORT, 'unit_versi hanya dapat ditambah'); END;
CREATE TRIGGER sel_versi_tanpa_update BEFORE UPDATE ON sel_versi BEGIN SELECT RAISE(ABORT, 'sel_versi hanya dapat ditambah'); END;
CREATE TRIGGER sel_versi_tanpa_delete BEFORE DELETE ON sel_versi BEGIN SELECT RAISE(ABORT, 'sel_versi hanya dapat ditambah'); END;
CREATE TRIGGER alur_langkah_tanpa_update BEFORE UPDATE ON alur_langkah BEGIN SELECT RAISE(ABORT, 'alur_langkah hanya dapat ditambah'); END;
CREATE TRIGGER alur_langkah_tanpa_delete BEFORE DELETE ON alur_langkah BEGIN SELECT RAISE(ABORT, 'alur_langkah hanya dapat ditambah'); END;
CREATE TRIGGER audit_tanpa_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit hanya dapat ditambah'); END;
CREATE TRIGGER audit_tanpa_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit hanya dapat ditambah'); END;
