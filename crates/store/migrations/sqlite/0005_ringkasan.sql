-- Summaries of years, for pages over many units. They follow from the cells and may be thrown away at any time (docs/decisions/0014).
-- `basi` is 1 where a cell changed after the summary was made; triggers set it, so that no writer can forget.

CREATE TABLE ringkasan_tahun (
  unit         TEXT NOT NULL,
  tahun        INTEGER NOT NULL,
  basi         INTEGER NOT NULL DEFAULT 1,
  mesin        TEXT NOT NULL DEFAULT '',
  dihitung     INTEGER NOT NULL DEFAULT 0,
  kesalahan    INTEGER NOT NULL DEFAULT 0,
  bulan_kurang INTEGER NOT NULL DEFAULT 0,
  indikator    INTEGER NOT NULL DEFAULT 0,
  tercapai     INTEGER NOT NULL DEFAULT 0,
  di_bawah     INTEGER NOT NULL DEFAULT 0,
  tak_terukur  INTEGER NOT NULL DEFAULT 0,
  capaian      INTEGER,
  penyerapan   INTEGER,
  nka          INTEGER,
  ikpa         INTEGER,
  isi          TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (unit, tahun)
) STRICT;
CREATE INDEX ringkasan_tahun_tahun ON ringkasan_tahun (tahun);

-- One line for an indicator of a year (`periode` "tahun") or of a part of it.
CREATE TABLE ringkasan (
  unit      TEXT NOT NULL,
  tahun     INTEGER NOT NULL,
  periode   TEXT NOT NULL,
  indikator TEXT NOT NULL,
  urutan    INTEGER NOT NULL,
  keadaan   TEXT NOT NULL,
  capaian   INTEGER,
  isi       TEXT NOT NULL,
  PRIMARY KEY (unit, tahun, periode, indikator)
) STRICT;
CREATE INDEX ringkasan_indikator ON ringkasan (tahun, periode, indikator, keadaan, unit);
CREATE INDEX alur_tahun ON alur (tahun, jenis, periode);
CREATE INDEX alur_langkah_tahun ON alur_langkah (tahun, jenis, menjadi);

CREATE TRIGGER lembar_basi_tambah BEFORE INSERT ON lembar BEGIN
  INSERT INTO ringkasan_tahun (unit, tahun) SELECT NEW.unit, NEW.tahun
    WHERE NOT EXISTS (SELECT 1 FROM ringkasan_tahun WHERE unit = NEW.unit AND tahun = NEW.tahun);
  UPDATE ringkasan_tahun SET basi = 1 WHERE unit = NEW.unit AND tahun = NEW.tahun AND basi = 0;
END;
CREATE TRIGGER lembar_basi_ubah BEFORE UPDATE ON lembar BEGIN
  INSERT INTO ringkasan_tahun (unit, tahun) SELECT NEW.unit, NEW.tahun
    WHERE NOT EXISTS (SELECT 1 FROM ringkasan_tahun WHERE unit = NEW.unit AND tahun = NEW.tahun);
  UPDATE ringkasan_tahun SET basi = 1 WHERE unit = NEW.unit AND tahun = NEW.tahun AND basi = 0;
END;
CREATE TRIGGER lembar_basi_hapus BEFORE DELETE ON lembar BEGIN
  INSERT INTO ringkasan_tahun (unit, tahun) SELECT OLD.unit, OLD.tahun
    WHERE NOT EXISTS (SELECT 1 FROM ringkasan_tahun WHERE unit = OLD.unit AND tahun = OLD.tahun);
  UPDATE ringkasan_tahun SET basi = 1 WHERE unit = OLD.unit AND tahun = OLD.tahun AND basi = 0;
END;
CREATE TRIGGER baris_basi_tambah BEFORE INSERT ON baris BEGIN
  INSERT INTO ringkasan_tahun (unit, tahun) SELECT NEW.unit, NEW.tahun
    WHERE NOT EXISTS (SELECT 1 FROM ringkasan_tahun WHERE unit = NEW.unit AND tahun = NEW.tahun);
  UPDATE ringkasan_tahun SET basi = 1 WHERE unit = NEW.unit AND tahun = NEW.tahun AND basi = 0;
END;
CREATE TRIGGER baris_basi_ubah BEFORE UPDATE ON baris BEGIN
  INSERT INTO ringkasan_tahun (unit, tahun) SELECT NEW.unit, NEW.tahun
    WHERE NOT EXISTS (SELECT 1 FROM ringkasan_tahun WHERE unit = NEW.unit AND tahun = NEW.tahun);
  UPDATE ringkasan_tahun SET basi = 1 WHERE unit = NEW.unit AND tahun = NEW.tahun AND basi = 0;
END;
CREATE TRIGGER baris_basi_hapus BEFORE DELETE ON baris BEGIN
  INSERT INTO ringkasan_tahun (unit, tahun) SELECT OLD.unit, OLD.tahun
    WHERE NOT EXISTS (SELECT 1 FROM ringkasan_tahun WHERE unit = OLD.unit AND tahun = OLD.tahun);
  UPDATE ringkasan_tahun SET basi = 1 WHERE unit = OLD.unit AND tahun = OLD.tahun AND basi = 0;
END;
CREATE TRIGGER sel_basi_tambah BEFORE INSERT ON sel BEGIN
  INSERT INTO ringkasan_tahun (unit, tahun) SELECT NEW.unit, NEW.tahun
    WHERE NOT EXISTS (SELECT 1 FROM ringkasan_tahun WHERE unit = NEW.unit AND tahun = NEW.tahun);
  UPDATE ringkasan_tahun SET basi = 1 WHERE unit = NEW.unit AND tahun = NEW.tahun AND basi = 0;
END;
CREATE TRIGGER sel_basi_ubah BEFORE UPDATE ON sel BEGIN
  INSERT INTO ringkasan_tahun (unit, tahun) SELECT NEW.unit, NEW.tahun
    WHERE NOT EXISTS (SELECT 1 FROM ringkasan_tahun WHERE unit = NEW.unit AND tahun = NEW.tahun);
  UPDATE ringkasan_tahun SET basi = 1 WHERE unit = NEW.unit AND tahun = NEW.tahun AND basi = 0;
END;
CREATE TRIGGER sel_basi_hapus BEFORE DELETE ON sel BEGIN
  INSERT INTO ringkasan_tahun (unit, tahun) SELECT OLD.unit, OLD.tahun
    WHERE NOT EXISTS (SELECT 1 FROM ringkasan_tahun WHERE unit = OLD.unit AND tahun = OLD.tahun);
  UPDATE ringkasan_tahun SET basi = 1 WHERE unit = OLD.unit AND tahun = OLD.tahun AND basi = 0;
END;
