-- Reports as they were composed: their files by hash, which of them a step of the flow was about, and what is published.
-- A row of langkah_laporan and of terbitan is never changed and never removed; triggers hold that.

-- Of one kind of report, one is composed at a time; whoever asks again gets the same job.
CREATE UNIQUE INDEX pekerjaan_tunggal ON pekerjaan (unit, tahun, jenis)
  WHERE keadaan IN ('antre', 'jalan') AND jenis IN ('susun-laporan-draf', 'susun-laporan-final');

-- One composition: `isi` is the hash of the year's cells that it was made of, `sidik` that of the list of its files.
CREATE TABLE susunan (
  id      TEXT NOT NULL PRIMARY KEY,
  unit    TEXT NOT NULL,
  tahun   BIGINT NOT NULL,
  akhir   BIGINT NOT NULL,
  isi     TEXT NOT NULL,
  sidik   TEXT NOT NULL,
  rincian TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    BIGINT NOT NULL,
  FOREIGN KEY (unit, tahun) REFERENCES periode (unit, tahun)
);
CREATE INDEX susunan_tahun ON susunan (unit, tahun, pada);

CREATE TABLE berkas_susunan (
  susunan TEXT NOT NULL REFERENCES susunan (id),
  nama    TEXT NOT NULL,
  jenis   TEXT NOT NULL,
  ukuran  BIGINT NOT NULL,
  sidik   TEXT NOT NULL,
  PRIMARY KEY (susunan, nama)
);

-- Which composition a step of the report's flow was about; `sidik` as in susunan.
CREATE TABLE langkah_laporan (
  unit    TEXT NOT NULL,
  tahun   BIGINT NOT NULL,
  versi   BIGINT NOT NULL,
  susunan TEXT NOT NULL REFERENCES susunan (id),
  sidik   TEXT NOT NULL,
  PRIMARY KEY (unit, tahun, versi)
);

-- What the public gets: the newest version of a unit's year.
CREATE TABLE terbitan (
  unit    TEXT NOT NULL,
  tahun   BIGINT NOT NULL,
  versi   BIGINT NOT NULL,
  susunan TEXT NOT NULL REFERENCES susunan (id),
  sidik   TEXT NOT NULL,
  langkah BIGINT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    BIGINT NOT NULL,
  catatan TEXT NOT NULL,
  PRIMARY KEY (unit, tahun, versi)
);

CREATE TRIGGER langkah_laporan_tanpa_ubah BEFORE UPDATE OR DELETE ON langkah_laporan FOR EACH ROW EXECUTE FUNCTION tolak_ubah();
CREATE TRIGGER langkah_laporan_tanpa_kosong BEFORE TRUNCATE ON langkah_laporan FOR EACH STATEMENT EXECUTE FUNCTION tolak_ubah();
CREATE TRIGGER terbitan_tanpa_ubah BEFORE UPDATE OR DELETE ON terbitan FOR EACH ROW EXECUTE FUNCTION tolak_ubah();
CREATE TRIGGER terbitan_tanpa_kosong BEFORE TRUNCATE ON terbitan FOR EACH STATEMENT EXECUTE FUNCTION tolak_ubah();
