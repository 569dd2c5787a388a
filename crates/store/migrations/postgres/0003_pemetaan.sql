-- Tables from other programs: how their columns become columns of a sheet, and the table itself until it is saved.

-- Remembered for each unit and kind of sheet; `isi` is JSON.
CREATE TABLE pemetaan (
  unit   TEXT NOT NULL REFERENCES unit (id),
  jenis  TEXT NOT NULL,
  isi    TEXT NOT NULL,
  versi  BIGINT NOT NULL,
  oleh   TEXT NOT NULL,
  pada   BIGINT NOT NULL,
  PRIMARY KEY (unit, jenis)
);

-- Between upload and saving; `isi` is the table as JSON.
CREATE TABLE impor (
  id      TEXT NOT NULL PRIMARY KEY,
  unit    TEXT NOT NULL REFERENCES unit (id),
  tahun   BIGINT NOT NULL,
  lembar  TEXT NOT NULL,
  nama    TEXT NOT NULL,
  isi     TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    BIGINT NOT NULL
);
CREATE INDEX impor_pada ON impor (pada);
