-- Tables from other programs: how their columns become columns of a sheet, and the table itself until it is saved.

-- Remembered for each unit and kind of sheet; `isi` is JSON.
CREATE TABLE pemetaan (
  unit   TEXT NOT NULL REFERENCES unit (id),
  jenis  TEXT NOT NULL,
  isi    TEXT NOT NULL,
  versi  INTEGER NOT NULL,
  oleh   TEXT NOT NULL,
  pada   INTEGER NOT NULL,
  PRIMARY KEY (unit, jenis)
) STRICT;

-- Between upload and saving; `isi` is the table as JSON.
CREATE TABLE impor (
  id      TEXT NOT NULL PRIMARY KEY,
  unit    TEXT NOT NULL REFERENCES unit (id),
  tahun   INTEGER NOT NULL,
  lembar  TEXT NOT NULL,
  nama    TEXT NOT NULL,
  isi     TEXT NOT NULL,
  oleh    TEXT NOT NULL,
  pada    INTEGER NOT NULL
) STRICT;
CREATE INDEX impor_pada ON impor (pada);
