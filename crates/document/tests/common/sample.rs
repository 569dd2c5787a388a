//! The rich sample: a small report with every kind of block.

use document::math::Math;
use document::*;

use super::*;

fn number(text: &str) -> Math {
    Math::Number {
        text: text.into(),
        key: None,
    }
}

fn sign(text: &str) -> Math {
    Math::Operator(text.into())
}

fn lines() -> Math {
    let ratio = Math::Fraction(
        Box::new(Math::Words("Realisasi".into())),
        Box::new(Math::Words("Target".into())),
    );
    let figures = Math::Fraction(Box::new(number("3,93")), Box::new(number("3,25")));
    Math::Lines(vec![
        (
            Math::Words("Capaian".into()),
            Math::Row(vec![ratio, sign("×"), number("100"), sign("%")]),
        ),
        (
            Math::Row(vec![]),
            Math::Row(vec![figures, sign("×"), number("100"), sign("%")]),
        ),
        (
            Math::Row(vec![]),
            Math::Row(vec![number("120,92"), sign("%")]),
        ),
    ])
}

fn sum() -> Math {
    Math::Row(vec![
        Math::Indexed("I".into(), "t".into()),
        sign("="),
        Math::Fraction(
            Box::new(Math::Sum {
                from: "i = 1".into(),
                to: "12".into(),
                of: Box::new(Math::Row(vec![
                    Math::Indexed("n".into(), "i".into()),
                    sign("×"),
                    Math::Group(Box::new(Math::Row(vec![
                        Math::Indexed("x".into(), "i".into()),
                        sign("−"),
                        number("1"),
                    ]))),
                ])),
            }),
            Box::new(Math::Words(
                "Jumlah responden seluruh bulan dalam tahun berjalan".into(),
            )),
        ),
    ])
}

/// A formula far wider than a line.
fn wide() -> Math {
    let term = |words: &str, factor: &str| {
        Math::Row(vec![Math::Words(words.into()), sign("×"), number(factor)])
    };
    let sum = Math::Row(vec![
        term("Capaian rincian output", "0,435"),
        sign("+"),
        term(
            "Konsistensi penyerapan anggaran terhadap perencanaan",
            "0,182",
        ),
        sign("+"),
        term("Penyerapan anggaran", "0,097"),
    ]);
    Math::Lines(vec![
        (Math::Words("Nilai kinerja anggaran".into()), sum),
        (Math::Row(vec![]), number("89,45")),
    ])
}

/// The budget table, with spans in the head, a group, a total, a gap and a footnote.
pub fn budget() -> Block {
    let mut group = Row::new(vec![Cell::text("Rupiah Murni").across(5)]);
    group.kind = RowKind::Group;
    let mut total = row(&["", "Jumlah", "16.043.581.000", "15.608.714.822", "97,29"]);
    total.kind = RowKind::Total;
    let gap = Inline::Gap {
        text: "belum tersedia".into(),
        reason: "sel kosong".into(),
        key: None,
    };
    Block::Table(Table {
        anchor: Some("t-anggaran".into()),
        caption: Some(text("Pagu dan realisasi anggaran menurut jenis belanja")),
        columns: vec![
            column(1, Align::Centre),
            column(5, Align::Left),
            column(4, Align::Right),
            column(4, Align::Right),
            column(2, Align::Right),
        ],
        head: vec![
            Row::new(vec![
                Cell::text("No.").down(2),
                Cell::text("Jenis belanja").down(2),
                Cell::text("Anggaran (Rp)").across(2),
                Cell::text("%").down(2),
            ]),
            row(&["Pagu", "Realisasi"]),
        ],
        body: vec![
            group,
            row(&[
                "1",
                "Belanja Pegawai",
                "4.250.581.000",
                "4.177.311.204",
                "98,28",
            ]),
            row(&[
                "2",
                "Belanja Barang",
                "10.993.000.000",
                "10.643.150.118",
                "96,82",
            ]),
            Row::new(vec![
                Cell::text("3"),
                Cell::new(vec![
                    Inline::text("Belanja Modal"),
                    Inline::Footnote(text("Termasuk pengadaan peralatan dan mesin.")),
                ]),
                Cell::text("800.000.000"),
                Cell::new(vec![gap]),
                Cell::text("–"),
            ]),
            total,
        ],
        source: Some(text("Sumber: OM-SPAN, data per 31 Desember 2023.")),
        rules: Rules::Grid,
    })
}

/// A table of `rows` rows.
pub fn long_table(rows: u32) -> Block {
    let body = (1..=rows)
        .map(|n| {
            row(&[
                &n.to_string(),
                &format!("Kegiatan nomor {n} dengan uraian yang cukup panjang"),
                &format!("{n}.000.000"),
            ])
        })
        .collect();
    Block::Table(Table {
        anchor: None,
        caption: Some(text("Daftar kegiatan")),
        columns: vec![
            column(1, Align::Centre),
            column(8, Align::Left),
            column(3, Align::Right),
        ],
        head: vec![row(&["No.", "Kegiatan", "Biaya (Rp)"])],
        body,
        source: None,
        rules: Rules::Grid,
    })
}

fn wide_table() -> Block {
    let months = [
        "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
    ];
    let mut columns = vec![column(5, Align::Left)];
    columns.extend(months.map(|_| column(2, Align::Right)));
    let mut head = vec!["Pertanggungjawabankeuangan"];
    head.extend(months);
    let mut amounts = vec!["Keimigrasian"];
    amounts.extend(["123.456.789"; 12]);
    Block::Table(Table {
        caption: Some(text(
            "Realisasi menurut bulan pada seluruh seksi dan subbagian kantor imigrasi dalam tahun anggaran berjalan",
        )),
        columns,
        head: vec![row(&head)],
        body: vec![row(&amounts)],
        ..Table::default()
    })
}

fn figure(anchor: &str, caption: &str, image: Image) -> Block {
    Block::Figure(Figure {
        anchor: Some(anchor.into()),
        caption: text(caption),
        image,
        alt: format!("{caption}, digambarkan"),
        source: Some(text("Sumber: pengolahan data survei.")),
    })
}

fn opening() -> Vec<Block> {
    let front = |words: &str| heading(1, None, words);
    vec![
        Block::Section(Section {
            numbering: PageNumbering::Roman,
            restart: true,
            landscape: false,
        }),
        front("Kata Pengantar"),
        paragraph(
            "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa, karena atas rahmat-Nya Laporan Kinerja Instansi Pemerintah ini dapat disusun tepat waktu. Laporan ini menyajikan pencapaian sasaran strategis, realisasi anggaran, dan tindak lanjut yang direncanakan.",
        ),
        Block::Columns(vec![
            Column {
                width: 1,
                blocks: vec![],
            },
            Column {
                width: 1,
                blocks: vec![
                    styled("Samarinda, 31 Januari 2024", ParagraphStyle::Plain),
                    styled("Kepala Kantor,", ParagraphStyle::Plain),
                    Block::Space(48),
                    styled("Nama Pejabat Contoh", ParagraphStyle::Plain),
                ],
            },
        ]),
        front("Daftar Isi"),
        Block::Contents(ContentsKind::Headings),
        front("Daftar Tabel"),
        Block::Contents(ContentsKind::Tables),
        front("Daftar Gambar"),
        Block::Contents(ContentsKind::Figures),
    ]
}

fn chapter_one() -> Vec<Block> {
    let mut anchored = Heading {
        level: 1,
        number: Some("BAB I".into()),
        content: text("Pendahuluan"),
        ..Heading::default()
    };
    anchored.anchor = Some("bab-1".into());
    anchored.listed = true;
    let nested = List {
        marker: Marker::Letter,
        items: vec![
            vec![paragraph("butir dalam pertama")],
            vec![paragraph("butir dalam kedua")],
        ],
    };
    let hostile = List {
        marker: Marker::Decimal,
        items: HOSTILE.iter().map(|words| vec![paragraph(words)]).collect(),
    };
    vec![
        Block::Section(Section {
            numbering: PageNumbering::Arabic,
            restart: true,
            landscape: false,
        }),
        Block::Heading(anchored),
        heading(2, Some("A."), "Latar belakang"),
        paragraph(
            "Penyelenggaraan pemerintahan yang baik menuntut setiap instansi mempertanggungjawabkan kinerjanya. Akuntabilitas kinerja diwujudkan melalui perencanaan, pengukuran, pelaporan, dan evaluasi yang berkesinambungan, sehingga setiap rupiah yang dibelanjakan dapat ditelusuri manfaatnya bagi masyarakat.",
        ),
        Block::Paragraph(Paragraph::body(vec![
            Inline::text("Rincian anggaran tersaji pada "),
            Inline::Reference("t-anggaran".into()),
            Inline::text(" dan tren pada "),
            Inline::Reference("g-bulanan".into()),
            Inline::text("; lihat juga "),
            Inline::Reference("bab-1".into()),
            Inline::text(". Nilai IKM tahun ini "),
            Inline::Value {
                text: "3,93".into(),
                key: "ikm.2023.realisasi".into(),
            },
            Inline::text(", sedangkan nilai pembanding "),
            Inline::Gap {
                text: "belum tersedia".into(),
                reason: "belum diterbitkan".into(),
                key: None,
            },
            Inline::text(". Kalimat ini memuat "),
            Inline::Strong(text("huruf tebal")),
            Inline::text(" dan "),
            Inline::Emphasis(text("huruf miring")),
            Inline::text("."),
            Inline::Footnote(text("Peraturan Presiden Nomor 29 Tahun 2014.")),
        ])),
        Block::List(List {
            marker: Marker::Bullet,
            items: vec![
                vec![paragraph("Butir pertama."), Block::List(nested)],
                vec![paragraph("Butir kedua.")],
            ],
        }),
        heading(3, Some("1."), "Teks yang tidak boleh dijalankan"),
        Block::List(hostile),
        styled(
            "Akuntabilitas adalah kewajiban untuk menjawab.",
            ParagraphStyle::Quote,
        ),
        styled("Di tengah", ParagraphStyle::Centred),
        styled("Di kanan", ParagraphStyle::Right),
        styled("Cetakan kecil.", ParagraphStyle::Small),
        Block::Callout(Callout {
            kind: CalloutKind::Warning,
            title: "Bulan di bawah batas minimum".into(),
            blocks: vec![paragraph(
                "Jumlah responden bulan April adalah 28, kurang dari 30.",
            )],
        }),
        Block::Callout(Callout {
            kind: CalloutKind::Note,
            title: "Cara membaca".into(),
            blocks: vec![paragraph("Angka ditulis dengan koma desimal.")],
        }),
    ]
}

fn chapter_three() -> Vec<Block> {
    let crest = Picture {
        bytes: png(160, 90, [90, 120, 150]),
        format: PictureFormat::Png,
        alt: "Bidang biru".into(),
    };
    vec![
        heading(1, Some("BAB III"), "Akuntabilitas Kinerja"),
        heading(2, Some("A."), "Capaian kinerja"),
        paragraph("Capaian dihitung dengan rumus berikut."),
        Block::Formula(Formula {
            math: lines(),
            alt: "Capaian sama dengan 3,93 dibagi 3,25 dikali 100 persen, yaitu 120,92 persen"
                .into(),
        }),
        Block::Formula(Formula {
            math: sum(),
            alt: "Rata-rata tertimbang".into(),
        }),
        Block::Formula(Formula {
            math: wide(),
            alt: "Jumlah tertimbang tiga komponen".into(),
        }),
        figure(
            "g-bulanan",
            "Indeks bulanan dan jumlah responden",
            Image::Chart(combo()),
        ),
        figure(
            "g-tahunan",
            "Target dan realisasi menurut tahun",
            Image::Chart(columns()),
        ),
        figure(
            "g-unsur",
            "Nilai unsur terhadap indeks",
            Image::Chart(bars()),
        ),
        figure("g-struktur", "Struktur organisasi", Image::Chart(tree())),
        figure("g-foto", "Foto kegiatan", Image::Picture(crest)),
        heading(2, Some("B."), "Realisasi anggaran"),
        budget(),
        Block::Table(Table {
            columns: vec![
                column(3, Align::Left),
                column(1, Align::Centre),
                column(8, Align::Left),
            ],
            body: vec![
                row(&["Nama", ":", "Pejabat Contoh"]),
                row(&["Jabatan", ":", "Kepala Kantor"]),
            ],
            rules: Rules::None,
            ..Table::default()
        }),
        Block::Section(Section {
            numbering: PageNumbering::Arabic,
            restart: false,
            landscape: true,
        }),
        heading(1, Some("LAMPIRAN"), "Tabel lebar"),
        wide_table(),
        Block::PageBreak,
        paragraph("Halaman terakhir."),
    ]
}

/// The rich sample document.
pub fn sample() -> Document {
    let mut blocks = opening();
    blocks.extend(chapter_one());
    blocks.extend(chapter_three());
    Document {
        meta: Meta {
            title: "Laporan Kinerja Instansi Pemerintah Tahun 2023".into(),
            author: "Kantor Contoh".into(),
            subject: "Pertanggungjawaban kinerja".into(),
            keywords: words(&["LKjIP", "kinerja"]),
            date: Some(jiff::civil::date(2024, 1, 31)),
            running_head: "Laporan Kinerja Instansi Pemerintah Tahun 2023".into(),
            running_foot: "Kantor Imigrasi Kelas I TPI Contoh".into(),
            watermark: Some("DRAF".into()),
        },
        cover: Some(Cover {
            crest: Some(Picture {
                bytes: png(64, 64, [180, 150, 40]),
                format: PictureFormat::Png,
                alt: "Lambang".into(),
            }),
            above: words(&[
                "KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA",
                "DIREKTORAT JENDERAL IMIGRASI",
            ]),
            title: words(&["LAPORAN KINERJA", "INSTANSI PEMERINTAH"]),
            period: "2023".into(),
            body: words(&["KANTOR IMIGRASI KELAS I TPI CONTOH"]),
            foot: words(&["Jalan Contoh Nomor 1, Samarinda", "kanim@contoh.go.id"]),
            photo: None,
        }),
        blocks,
        notes: [(
            "ikm.2023.realisasi".to_owned(),
            ValueNote {
                label: "IKM 2023".into(),
                ..ValueNote::default()
            },
        )]
        .into(),
        attachments: vec![Attachment {
            name: "fakta.json".into(),
            media_type: "application/json".into(),
            description: "Fakta dengan asalnya".into(),
            bytes: b"{\"fakta\":[]}".to_vec(),
        }],
    }
}
