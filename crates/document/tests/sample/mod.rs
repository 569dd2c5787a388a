//! A small report with every kind of block and inline, for the writers' tests.

use document::chart::{Axis, BarItem, Bars, Chart};
use document::math::Math;
use document::*;

/// A grey picture of 4 by 3 pixels.
#[rustfmt::skip]
pub const PNG: &[u8] = &[
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 4, 0, 0, 0, 3, 8, 0, 0, 0, 
    0, 145, 159, 241, 26, 0, 0, 0, 15, 73, 68, 65, 84, 120, 218, 99, 16, 177, 73, 233, 97, 128, 19, 0, 
    25, 215, 3, 193, 39, 230, 156, 53, 0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
];

pub fn text(words: &str) -> Vec<Inline> {
    vec![Inline::text(words)]
}

pub fn value(text: &str, key: &str) -> Inline {
    Inline::Value {
        text: text.to_owned(),
        key: key.to_owned(),
    }
}

pub fn body(words: &str) -> Block {
    Block::Paragraph(Paragraph::body(text(words)))
}

pub fn heading(level: u8, number: Option<&str>, words: &str) -> Block {
    Block::Heading(Heading {
        level,
        number: number.map(str::to_owned),
        content: text(words),
        anchor: None,
        listed: true,
    })
}

pub fn number(text: &str) -> Math {
    Math::Number {
        text: text.to_owned(),
        key: None,
    }
}

pub fn picture() -> Picture {
    Picture {
        bytes: PNG.to_vec(),
        format: PictureFormat::Png,
        alt: "Lambang <kota>".to_owned(),
    }
}

pub fn table(rows: usize) -> Table {
    let column = |width, align| TableColumn { width, align };
    let mut body: Vec<Row> = vec![Row {
        cells: vec![Cell::text("Sasaran 1. Meningkatnya kualitas pelayanan publik").across(4)],
        kind: RowKind::Group,
    }];
    body.extend((1..=rows).map(|row| {
        Row::new(vec![
            Cell::text(row.to_string()),
            Cell::text("Indeks Kepuasan Masyarakat atas pelayanan administrasi kependudukan"),
            Cell::new(vec![value("88,31", "ikm")]),
            Cell::new(vec![Inline::Gap {
                text: "belum tersedia".to_owned(),
                reason: "survei triwulan IV belum ditutup".to_owned(),
                key: None,
            }]),
        ])
    }));
    body.push(Row {
        cells: vec![
            Cell::text("Rata-rata").across(2),
            Cell::text("88,31"),
            Cell::text("101,51%"),
        ],
        kind: RowKind::Total,
    });
    Table {
        anchor: Some("tabel-ikm".to_owned()),
        caption: Some(text("Capaian kinerja menurut sasaran strategis")),
        columns: vec![
            column(1, Align::Centre),
            column(6, Align::Left),
            column(2, Align::Right),
            column(2, Align::Right),
        ],
        head: vec![
            Row::new(vec![
                Cell::text("No.").down(2),
                Cell::text("Indikator kinerja").down(2),
                Cell::text("Tahun 2023").across(2),
            ]),
            Row::new(vec![Cell::text("Realisasi"), Cell::text("Capaian")]),
        ],
        body,
        source: Some(text("Sumber: Bagian Organisasi, 2023")),
        rules: Rules::Grid,
    }
}

pub fn chart() -> Chart {
    let bar = |name: &str, value: i64, marked| BarItem {
        name: name.to_owned(),
        value: Some(rust_decimal::Decimal::new(value, 2)),
        label: format!("{},{:02}", value / 100, value % 100),
        marked,
    };
    Chart::Bars(Bars {
        items: vec![
            bar("Persyaratan", 354, false),
            bar("Biaya", 371, false),
            bar("Sarana", 312, true),
        ],
        axis: Axis {
            title: "Nilai rata-rata".to_owned(),
            low: None,
            high: None,
            decimals: 1,
        },
        reference: None,
    })
}

fn formula() -> Block {
    let operator = |sign: &str| Math::Operator(sign.to_owned());
    let words = |words: &str| Math::Words(words.to_owned());
    Block::Formula(Formula {
        math: Math::Lines(vec![
            (
                words("Capaian"),
                Math::Row(vec![
                    Math::Fraction(Box::new(words("Realisasi")), Box::new(words("Target"))),
                    operator("×"),
                    number("100%"),
                ]),
            ),
            (
                words("IKM"),
                Math::Row(vec![
                    Math::Sum {
                        from: "i = 1".to_owned(),
                        to: "9".to_owned(),
                        of: Box::new(Math::Group(Box::new(Math::Indexed(
                            "X".to_owned(),
                            "i".to_owned(),
                        )))),
                    },
                    operator("×"),
                    Math::Number {
                        text: "25".to_owned(),
                        key: Some("ikm".to_owned()),
                    },
                ]),
            ),
        ]),
        alt: "Capaian sama dengan realisasi dibagi target kali seratus persen".to_owned(),
    })
}

fn list() -> Block {
    Block::List(List {
        marker: Marker::Decimal,
        items: vec![
            vec![
                body("Peningkatan mutu layanan tatap muka."),
                Block::List(List {
                    marker: Marker::Letter,
                    items: vec![
                        vec![body("Loket khusus lansia;")],
                        vec![body("Antrean daring.")],
                    ],
                }),
            ],
            vec![body("Penguatan pengawasan internal.")],
        ],
    })
}

fn notes() -> std::collections::BTreeMap<String, ValueNote> {
    let step = |depth, text: &str| NoteStep {
        depth,
        text: text.to_owned(),
    };
    let note = ValueNote {
        label: "Indeks Kepuasan Masyarakat tahun 2023".to_owned(),
        steps: vec![
            step(0, "3,5324 × 25 = 88,31"),
            step(1, "Jumlah nilai tertimbang sembilan unsur = 3,5324"),
            step(2, "survei/2023.csv, baris 2 s.d. 1.204"),
        ],
        basis: vec!["Peraturan Menteri PANRB Nomor 14 Tahun 2017".to_owned()],
    };
    [("ikm".to_owned(), note)].into()
}

/// Every kind of block and inline, over several sections.
pub fn report() -> Document {
    let mut with_anchor = table(3);
    with_anchor.columns[0].width = 1;
    let strong = Inline::Strong(text("naik 1,20 poin"));
    Document {
        meta: Meta {
            title: "Laporan Kinerja Instansi Pemerintah Tahun 2023".to_owned(),
            author: "Sekretariat Daerah".to_owned(),
            subject: "Akuntabilitas kinerja tahun 2023".to_owned(),
            keywords: vec!["LKjIP".to_owned(), "SAKIP".to_owned()],
            date: Some(jiff::civil::date(2024, 2, 29)),
            running_head: "Laporan Kinerja Tahun 2023".to_owned(),
            running_foot: "Sekretariat Daerah".to_owned(),
            watermark: Some("RANCANGAN".to_owned()),
        },
        cover: Some(Cover {
            crest: Some(picture()),
            above: vec![
                "PEMERINTAH KOTA".to_owned(),
                "SEKRETARIAT DAERAH".to_owned(),
            ],
            title: vec![
                "LAPORAN KINERJA".to_owned(),
                "INSTANSI PEMERINTAH".to_owned(),
            ],
            period: "TAHUN 2023".to_owned(),
            body: vec!["BAGIAN ORGANISASI".to_owned()],
            foot: vec![
                "Jalan Kesuma Bangsa Nomor 82".to_owned(),
                "organisasi@contoh.go.id".to_owned(),
            ],
            photo: None,
        }),
        blocks: vec![
            Block::Section(Section {
                numbering: PageNumbering::Roman,
                restart: true,
                landscape: false,
            }),
            Block::Heading(Heading {
                level: 1,
                content: text("KATA PENGANTAR"),
                listed: true,
                ..Heading::default()
            }),
            body(
                "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas selesainya laporan ini.",
            ),
            Block::Columns(vec![
                Column {
                    width: 1,
                    blocks: vec![],
                },
                Column {
                    width: 1,
                    blocks: vec![Block::Paragraph(Paragraph {
                        content: vec![
                            Inline::text("Samarinda, 29 Februari 2024"),
                            Inline::Break,
                            Inline::text("Kepala Bagian Organisasi,"),
                        ],
                        style: ParagraphStyle::Plain,
                    })],
                },
            ]),
            Block::Heading(Heading {
                level: 1,
                content: text("DAFTAR ISI"),
                listed: false,
                ..Heading::default()
            }),
            Block::Contents(ContentsKind::Headings),
            Block::Heading(Heading {
                level: 2,
                content: text("Daftar Tabel"),
                listed: false,
                ..Heading::default()
            }),
            Block::Contents(ContentsKind::Tables),
            Block::Contents(ContentsKind::Figures),
            Block::Section(Section {
                numbering: PageNumbering::Arabic,
                restart: true,
                landscape: false,
            }),
            heading(1, Some("BAB I"), "PENDAHULUAN"),
            heading(2, Some("A."), "Gambaran umum"),
            Block::Paragraph(Paragraph::body(vec![
                Inline::text("Indeks kepuasan mencapai "),
                value("88,31", "ikm"),
                Inline::text(", "),
                strong,
                Inline::text(" dari tahun lalu"),
                Inline::Footnote(vec![
                    Inline::text("Menurut survei "),
                    Inline::Emphasis(text("daring")),
                ]),
                Inline::text(" ("),
                Inline::Reference("tabel-ikm".to_owned()),
                Inline::text(" dan "),
                Inline::Reference("gambar-unsur".to_owned()),
                Inline::text("). Target tahun depan "),
                Inline::Gap {
                    text: "belum ditetapkan".to_owned(),
                    reason: "perjanjian kinerja belum ditandatangani".to_owned(),
                    key: Some("ikm".to_owned()),
                },
                Inline::text("."),
            ])),
            list(),
            Block::Table(with_anchor),
            heading(3, Some("1."), "Cara menghitung"),
            formula(),
            Block::Figure(Figure {
                anchor: Some("gambar-unsur".to_owned()),
                caption: text("Nilai menurut unsur pelayanan"),
                image: Image::Chart(chart()),
                alt: "Bagan batang tiga unsur; sarana terendah".to_owned(),
                source: Some(text("Sumber: olahan survei")),
            }),
            Block::Figure(Figure {
                anchor: None,
                caption: text("Ruang pelayanan"),
                image: Image::Picture(picture()),
                alt: "Loket dengan \"petugas\"".to_owned(),
                source: None,
            }),
            Block::Callout(Callout {
                kind: CalloutKind::Warning,
                title: "Belum lengkap".to_owned(),
                blocks: vec![body("Data triwulan IV masih berupa angka sementara.")],
            }),
            Block::PageBreak,
            Block::Paragraph(Paragraph {
                content: text("Pelayanan adalah janji."),
                style: ParagraphStyle::Quote,
            }),
            Block::Space(24),
            Block::Section(Section {
                numbering: PageNumbering::Arabic,
                restart: false,
                landscape: true,
            }),
            heading(1, Some("LAMPIRAN"), "RINCIAN"),
            Block::Table(Table {
                anchor: None,
                ..table(30)
            }),
        ],
        notes: notes(),
        attachments: vec![],
    }
}
