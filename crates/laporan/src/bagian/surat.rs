//! The cover letter, its receipt slip, and signature blocks.

use document::{
    Align, Block, Cell, Column, Inline, List, Marker, Paragraph, ParagraphStyle, Row, Table,
    TableColumn,
};
use kinerja::masukan::Pejabat;

use super::{berjarak, polos};
use crate::Bahan;
use crate::alat::rincian;
use crate::konteks::jabatan;
use crate::nilai::{kata_atau_rumpang, tanggal};

/// Room for a signature, in points.
const RUANG_TANDA_TANGAN: u16 = 54;

fn kurang(teks: &str, letak: &str) -> Inline {
    Inline::Gap {
        text: teks.to_owned(),
        reason: format!("isi {letak}"),
        key: None,
    }
}

fn tanggal_atau_rumpang(hari: Option<jiff::civil::Date>, letak: &str) -> Inline {
    hari.map_or_else(
        || kurang("tanggal belum diisi", letak),
        |hari| Inline::text(tanggal(hari)),
    )
}

fn tempat_tanggal(bahan: &Bahan<'_>, hari: Option<jiff::civil::Date>, letak: &str) -> Vec<Inline> {
    let kota = kata_atau_rumpang(&bahan.masukan.satker.kota, "kota", "satker.toml, kota");
    vec![kota, Inline::text(", "), tanggal_atau_rumpang(hari, letak)]
}

/// The letterhead.
pub(super) fn kepala(bahan: &Bahan<'_>) -> Vec<Block> {
    let satker = &bahan.masukan.satker;
    let tengah = |content| {
        Block::Paragraph(Paragraph {
            content,
            style: ParagraphStyle::Centred,
        })
    };
    let mut blok = Vec::new();
    let atas: Vec<&String> = [&satker.kementerian, &satker.unit_eselon_1, &satker.kanwil]
        .into_iter()
        .filter(|nama| !nama.is_empty())
        .collect();
    let mut baris = Vec::new();
    for nama in atas {
        baris.push(Inline::text(nama.to_uppercase()));
        baris.push(Inline::Break);
    }
    baris.push(Inline::Strong(vec![Inline::text(
        satker.nama.to_uppercase(),
    )]));
    blok.push(tengah(baris));
    let kontak: Vec<String> = [
        ("Telepon", &satker.telepon),
        ("Surel", &satker.surel),
        ("Laman", &satker.laman),
    ]
    .into_iter()
    .filter(|(_, isi)| !isi.is_empty())
    .map(|(sebutan, isi)| format!("{sebutan} {isi}"))
    .collect();
    let mut letak = vec![
        Inline::text(&satker.alamat),
        Inline::Break,
        Inline::text(kontak.join(", ")),
    ];
    if satker.alamat.is_empty() {
        letak.drain(..2);
    }
    blok.push(tengah(letak));
    berjarak(&mut blok, 12);
    blok
}

/// Number, matter, date and addressee.
pub(super) fn alamat(bahan: &Bahan<'_>) -> Vec<Block> {
    let satker = &bahan.masukan.satker;
    let surat = &satker.surat;
    let nomor = match &surat.nomor {
        Some(nomor) if !nomor.is_empty() => Inline::text(nomor),
        _ => kurang("nomor belum diisi", "satker.toml, surat.nomor"),
    };
    let hal = format!("Penyampaian Laporan Kinerja Tahun {}", bahan.hasil.tahun);
    let mut blok = vec![
        Block::Paragraph(Paragraph {
            content: tempat_tanggal(bahan, surat.tanggal, "satker.toml, surat.tanggal"),
            style: ParagraphStyle::Right,
        }),
        Block::Table(rincian(vec![
            ("Nomor", vec![nomor]),
            ("Lampiran", vec![Inline::text("satu berkas")]),
            ("Hal", vec![Inline::text(hal)]),
        ])),
    ];
    berjarak(&mut blok, 10);
    blok.push(polos(vec![
        Inline::text("Yth. "),
        kata_atau_rumpang(&surat.kepada, "tujuan surat", "satker.toml, surat.kepada"),
        Inline::Break,
        Inline::text("di "),
        kata_atau_rumpang(&surat.di, "tempat tujuan", "satker.toml, surat.di"),
    ]));
    berjarak(&mut blok, 8);
    blok
}

fn blok_nama(pejabat: &Pejabat, letak: &str) -> Vec<Block> {
    let nama = kata_atau_rumpang(&pejabat.nama, "nama", &format!("satker.toml, {letak}.nama"));
    let mut baris = vec![Inline::Strong(vec![nama])];
    if let Some(nip) = pejabat.nip.as_ref().filter(|nip| !nip.is_empty()) {
        baris.push(Inline::Break);
        baris.push(Inline::text(format!("NIP {nip}")));
    }
    vec![Block::Space(RUANG_TANDA_TANGAN), polos(baris)]
}

fn kepala_kantor(bahan: &Bahan<'_>, depan: Vec<Inline>) -> Vec<Block> {
    let kepala = &bahan.masukan.satker.kepala;
    let mut baris = depan;
    if !baris.is_empty() {
        baris.push(Inline::Break);
    }
    baris.push(kata_atau_rumpang(
        &jabatan(kepala),
        "jabatan",
        "satker.toml, kepala.jabatan",
    ));
    baris.push(Inline::text(","));
    let mut blok = vec![polos(baris)];
    blok.extend(blok_nama(kepala, "kepala"));
    blok
}

fn di_kanan(blok: Vec<Block>) -> Vec<Block> {
    vec![
        Block::Space(12),
        Block::Columns(vec![
            Column {
                width: 50,
                blocks: Vec::new(),
            },
            Column {
                width: 50,
                blocks: blok,
            },
        ]),
    ]
}

pub(super) fn tanda_tangan_surat(bahan: &Bahan<'_>) -> Vec<Block> {
    let mut blok = di_kanan(kepala_kantor(bahan, Vec::new()));
    berjarak(&mut blok, 18);
    blok
}

/// Place, date, post and name of the head, as under the preface.
pub(super) fn tanda_tangan(bahan: &Bahan<'_>) -> Vec<Block> {
    let tanggal = tempat_tanggal(
        bahan,
        bahan.masukan.satker.tanggal_laporan,
        "satker.toml, tanggal_laporan",
    );
    di_kanan(kepala_kantor(bahan, tanggal))
}

/// The slip that the addressee signs and returns: a form to be filled in by hand.
pub(super) fn tanda_terima(bahan: &Bahan<'_>) -> Vec<Block> {
    let judul = format!(
        "Laporan Kinerja {} Tahun {}",
        bahan.masukan.satker.nama, bahan.hasil.tahun
    );
    let baris = |nama: &str, isi: Vec<Inline>| Row::new(vec![Cell::text(nama), Cell::new(isi)]);
    // A signature needs more room than a name.
    let ruang = vec![Inline::Break, Inline::Break];
    let kolom = |width| TableColumn {
        width,
        align: Align::Left,
    };
    vec![Block::Table(Table {
        columns: vec![kolom(28), kolom(72)],
        body: vec![
            baris("Berkas", vec![Inline::text(judul)]),
            baris("Diterima tanggal", Vec::new()),
            baris("Nama penerima", Vec::new()),
            baris("Jabatan", Vec::new()),
            baris("Tanda tangan", ruang),
        ],
        ..Table::default()
    })]
}

pub(super) fn tembusan(bahan: &Bahan<'_>) -> Vec<Block> {
    let tembusan = &bahan.masukan.satker.surat.tembusan;
    if tembusan.is_empty() {
        return Vec::new();
    }
    let items = tembusan
        .iter()
        .map(|nama| vec![polos(vec![Inline::text(nama)])])
        .collect();
    vec![
        Block::Space(8),
        polos(vec![Inline::text("Tembusan:")]),
        Block::List(List {
            marker: Marker::Decimal,
            items,
        }),
    ]
}

/// The two parties of the performance agreement.
pub(super) fn pihak_perjanjian(bahan: &Bahan<'_>) -> Vec<Block> {
    let pihak = |pejabat: &Pejabat, letak: &str, sebutan: &str| {
        vec![
            Block::Table(rincian(vec![
                (
                    "Nama",
                    vec![kata_atau_rumpang(
                        &pejabat.nama,
                        "nama",
                        &format!("satker.toml, {letak}.nama"),
                    )],
                ),
                (
                    "Jabatan",
                    vec![kata_atau_rumpang(
                        &jabatan(pejabat),
                        "jabatan",
                        &format!("satker.toml, {letak}.jabatan"),
                    )],
                ),
            ])),
            polos(vec![Inline::text(sebutan)]),
            Block::Space(6),
        ]
    };
    let satker = &bahan.masukan.satker;
    let mut blok = pihak(
        &satker.kepala,
        "kepala",
        "selanjutnya disebut pihak pertama, dan",
    );
    blok.extend(pihak(
        &satker.atasan,
        "atasan",
        "selaku atasan langsung pihak pertama, selanjutnya disebut pihak kedua.",
    ));
    blok
}

/// Place and date of the agreement of the year, and both signatures.
pub(super) fn tanda_tangan_perjanjian(bahan: &Bahan<'_>) -> Vec<Block> {
    let hari = bahan.masukan.satker.tanggal_perjanjian;
    pengesahan(bahan, hari)
}

/// The agreement of the next year; its day is written by hand when it is signed.
pub(super) fn tanda_tangan_perjanjian_berikutnya(bahan: &Bahan<'_>) -> Vec<Block> {
    pengesahan(bahan, None)
}

fn pengesahan(bahan: &Bahan<'_>, hari: Option<jiff::civil::Date>) -> Vec<Block> {
    let satker = &bahan.masukan.satker;
    let mut blok = match hari {
        Some(hari) => vec![
            Block::Space(6),
            Block::Paragraph(Paragraph {
                content: vec![
                    kata_atau_rumpang(&satker.kota, "kota", "satker.toml, kota"),
                    Inline::text(format!(", {}", tanggal(hari))),
                ],
                style: ParagraphStyle::Right,
            }),
        ],
        None => tempat_isian(&satker.kota),
    };
    blok.extend(dua_tanda_tangan(bahan));
    blok
}

/// A box for the day that is written by hand.
fn tempat_isian(kota: &str) -> Vec<Block> {
    let kolom = |width| TableColumn {
        width,
        align: Align::Left,
    };
    let isian = Table {
        columns: vec![kolom(45), kolom(55)],
        body: vec![
            Row::new(vec![Cell::text("Tempat"), Cell::text(kota)]),
            Row::new(vec![Cell::text("Tanggal"), Cell::text("")]),
        ],
        ..Table::default()
    };
    let setengah = |blocks| Column { width: 50, blocks };
    vec![Block::Columns(vec![
        setengah(Vec::new()),
        setengah(vec![Block::Table(isian)]),
    ])]
}

fn dua_tanda_tangan(bahan: &Bahan<'_>) -> Vec<Block> {
    let satker = &bahan.masukan.satker;
    let kolom = |sebutan: &str, pejabat: &Pejabat, letak: &str| {
        let mut blok = vec![polos(vec![
            Inline::text(sebutan),
            Inline::Break,
            kata_atau_rumpang(
                &jabatan(pejabat),
                "jabatan",
                &format!("satker.toml, {letak}.jabatan"),
            ),
            Inline::text(","),
        ])];
        blok.extend(blok_nama(pejabat, letak));
        Column {
            width: 50,
            blocks: blok,
        }
    };
    vec![
        Block::Space(12),
        Block::Columns(vec![
            kolom("Pihak kedua,", &satker.atasan, "atasan"),
            kolom("Pihak pertama,", &satker.kepala, "kepala"),
        ]),
    ]
}
