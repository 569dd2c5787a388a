-- Summaries of years, for pages over many units. They follow from the cells and may be thrown away at any time (docs/decisions/0014).
-- `basi` is 1 where a cell changed after the summary was made; triggers set it, so that no writer can forget.

CREATE TABLE ringkasan_tahun (
  unit         TEXT NOT NULL,
  tahun        BIGINT NOT NULL,
  basi         BIGINT NOT NULL DEFAULT 1,
  mesin        TEXT NOT NULL DEFAULT '',
  dihitung     BIGINT NOT NULL DEFAULT 0,
  kesalahan    BIGINT NOT NULL DEFAULT 0,
  bulan_kurang BIGINT NOT NULL DEFAULT 0,
  indikator    BIGINT NOT NULL DEFAULT 0,
  tercapai     BIGINT NOT NULL DEFAULT 0,
  di_bawah     BIGINT NOT NULL DEFAULT 0,
  tak_terukur  BIGINT NOT NULL DEFAULT 0,
  capaian      BIGINT,
  penyerapan   BIGINT,
  nka          BIGINT,
  ikpa         BIGINT,
  isi          TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (unit, tahun)
);
CREATE INDEX ringkasan_tahun_tahun ON ringkasan_tahun (tahun);

-- One line for an indicator of a year (`periode` "tahun") or of a part of it.
CREATE TABLE ringkasan (
  unit      TEXT NOT NULL,
  tahun     BIGINT NOT NULL,
  periode   TEXT NOT NULL,
  indikator TEXT NOT NULL,
  urutan    BIGINT NOT NULL,
  keadaan   TEXT NOT NULL,
  capaian   BIGINT,
  isi       TEXT NOT NULL,
  PRIMARY KEY (unit, tahun, periode, indikator)
);
CREATE INDEX ringkasan_indikator ON ringkasan (tahun, periode, indikator, keadaan, unit);
CREATE INDEX alur_tahun ON alur (tahun, jenis, periode);
CREATE INDEX alur_langkah_tahun ON alur_langkah (tahun, jenis, menjadi);

-- The row is locked even where it is stale already: writers of one year wait for one another, so that the last summary sees every cell.
CREATE FUNCTION tandai_basi() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kena RECORD;
BEGIN
  IF TG_OP = 'DELETE' THEN kena := OLD; ELSE kena := NEW; END IF;
  INSERT INTO ringkasan_tahun (unit, tahun) VALUES (kena.unit, kena.tahun)
    ON CONFLICT (unit, tahun) DO UPDATE SET basi = 1 WHERE ringkasan_tahun.basi = 0;
  RETURN kena;
END $$;
CREATE TRIGGER lembar_basi BEFORE INSERT OR UPDATE OR DELETE ON lembar FOR EACH ROW EXECUTE FUNCTION tandai_basi();
CREATE TRIGGER baris_basi BEFORE INSERT OR UPDATE OR DELETE ON baris FOR EACH ROW EXECUTE FUNCTION tandai_basi();
CREATE TRIGGER sel_basi BEFORE INSERT OR UPDATE OR DELETE ON sel FOR EACH ROW EXECUTE FUNCTION tandai_basi();
