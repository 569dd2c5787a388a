-- Documents that were checked: what was found in each, and which findings an official lets stand.
-- A check is never changed; it goes when the document goes. A dismissal that is taken back stays, with who and when.

CREATE TABLE pemeriksaan (
  id       TEXT NOT NULL PRIMARY KEY,
  unit     TEXT NOT NULL REFERENCES unit (id),
  -- The year of the unit's own data that the document was held against.
  tahun    INTEGER,
  -- The first check of the document; its later versions have the same, and share the dismissals.
  seri     TEXT NOT NULL,
  nama     TEXT NOT NULL,
  jenis    TEXT NOT NULL,
  ukuran   INTEGER NOT NULL,
  sidik    TEXT NOT NULL,
  -- Fingerprint, rule and weight of each finding, as JSON: what a list needs to count.
  ringkas  TEXT NOT NULL,
  -- The findings with their places, how much could be checked, and what the reader met, as JSON.
  hasil    TEXT NOT NULL,
  oleh     TEXT NOT NULL,
  pada     INTEGER NOT NULL
) STRICT;
CREATE INDEX pemeriksaan_unit ON pemeriksaan (unit, pada);
CREATE INDEX pemeriksaan_seri ON pemeriksaan (seri, pada);
CREATE INDEX pemeriksaan_sidik ON pemeriksaan (sidik);

CREATE TABLE kesampingan (
  id           TEXT NOT NULL PRIMARY KEY,
  seri         TEXT NOT NULL,
  sidik        TEXT NOT NULL,
  aturan       TEXT NOT NULL,
  cuplikan     TEXT NOT NULL,
  oleh         TEXT NOT NULL,
  pada         INTEGER NOT NULL,
  alasan       TEXT NOT NULL,
  dicabut      INTEGER,
  dicabut_oleh TEXT
) STRICT;
CREATE INDEX kesampingan_seri ON kesampingan (seri, pada);

CREATE TRIGGER pemeriksaan_tanpa_update BEFORE UPDATE ON pemeriksaan BEGIN SELECT RAISE(ABORT, 'pemeriksaan tidak dapat diubah'); END;
