//! A document with every kind of block, for the tests of all writers.

#![allow(dead_code, reason = "each test file uses the part that it needs")]

pub mod sample;

use document::chart::{Axis, BarItem, Bars, Chart, Columns, Combo, Reference, Series, TreeNode};
use document::*;
use rust_decimal::Decimal;

/// Text that a careless writer would run, set in bold or lose.
pub const HOSTILE: [&str; 12] = [
    "#panic(\"x\")",
    "*tebal* _miring_ `kode`",
    "$x^2$ dan \\alpha",
    "<b>tag</b> & &amp;",
    "@rujukan <label>",
    "kutip \" dan ' dan \\",
    "= bukan judul",
    "- bukan butir",
    "// bukan komentar /* juga bukan */",
    "https://contoh.go.id/jalan/yang/panjang/sekali/tanpa/spasi/sampai/melewati/tepi/halaman/kertas/ukuran/a4",
    "]]> ]]&gt; {{ kurung }} [siku] #{1+1}",
    "~ -- --- ... #sym.arrow",
];

pub fn text(words: &str) -> Vec<Inline> {
    vec![Inline::text(words)]
}

pub fn paragraph(words: &str) -> Block {
    Block::Paragraph(Paragraph::body(text(words)))
}

pub fn styled(words: &str, style: ParagraphStyle) -> Block {
    Block::Paragraph(Paragraph {
        content: text(words),
        style,
    })
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

pub fn row(cells: &[&str]) -> Row {
    Row::new(cells.iter().map(|words| Cell::text(*words)).collect())
}

pub fn column(width: u16, align: Align) -> TableColumn {
    TableColumn { width, align }
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

pub fn series(name: &str, values: &[Option<&str>]) -> Series {
    Series {
        name: name.to_owned(),
        values: values.iter().map(|value| value.map(decimal)).collect(),
        labels: values
            .iter()
            .map(|value| value.unwrap_or_default().replace('.', ","))
            .collect(),
    }
}

pub fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|word| (*word).to_owned()).collect()
}

/// Monthly index over the respondents; one month is missing.
pub fn combo() -> Chart {
    let index = [
        "3.97", "3.93", "3.91", "3.94", "3.97", "3.88", "", "3.90", "3.93", "3.94", "3.96", "3.92",
    ];
    let people = [
        "52", "47", "61", "28", "44", "49", "", "57", "46", "51", "48", "97",
    ];
    let some = |list: &[&'static str]| -> Vec<Option<&'static str>> {
        list.iter()
            .map(|value| (!value.is_empty()).then_some(*value))
            .collect()
    };
    Chart::Combo(Combo {
        categories: words(&[
            "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
        ]),
        lines: vec![series("Indeks bulanan", &some(&index))],
        line_axis: Axis {
            title: "Indeks".into(),
            low: Some(decimal("3.5")),
            high: Some(decimal("4")),
            decimals: 2,
        },
        columns: Some(series("Responden", &some(&people))),
        column_axis: Axis {
            title: "Responden".into(),
            low: Some(decimal("0")),
            high: None,
            decimals: 0,
        },
        column_reference: Some(Reference {
            name: "minimum 30 responden".into(),
            value: decimal("30"),
        }),
    })
}

/// Target and result over four years; one result is missing.
pub fn columns() -> Chart {
    Chart::Columns(Columns {
        categories: words(&["2020", "2021", "2022", "2023"]),
        series: vec![
            series(
                "Target",
                &[Some("3.10"), Some("3.15"), Some("3.20"), Some("3.25")],
            ),
            series(
                "Realisasi",
                &[None, Some("3.72"), Some("3.98"), Some("3.93")],
            ),
        ],
        axis: Axis {
            title: "Indeks".into(),
            low: None,
            high: None,
            decimals: 2,
        },
    })
}

/// Elements of a survey against the index.
pub fn bars() -> Chart {
    let items = [
        ("Persyaratan", "3.94"),
        ("Sistem, mekanisme, dan prosedur", "3.95"),
        ("Waktu penyelesaian", "3.86"),
        ("Biaya/tarif", "3.98"),
        ("Produk spesifikasi jenis pelayanan", "3.94"),
        ("Kompetensi pelaksana", "3.93"),
        ("Penanganan pengaduan, saran, dan masukan", ""),
        ("Sarana dan prasarana", "3.84"),
    ];
    let item = |(name, value): (&str, &str)| BarItem {
        name: name.into(),
        value: (!value.is_empty()).then(|| decimal(value)),
        label: value.replace('.', ","),
        marked: !value.is_empty() && decimal(value) < decimal("3.93"),
    };
    Chart::Bars(Bars {
        items: items.into_iter().map(item).collect(),
        axis: Axis {
            title: "Nilai unsur".into(),
            low: Some(decimal("3")),
            high: Some(decimal("4")),
            decimals: 1,
        },
        reference: Some(Reference {
            name: "IKM 3,93".into(),
            value: decimal("3.93"),
        }),
    })
}

/// An organisation with five branches of unequal depth.
pub fn tree() -> Chart {
    let leaf = |title: &str| TreeNode {
        title: title.into(),
        note: String::new(),
        children: vec![],
    };
    let branch = |title: &str, note: &str, leaves: &[&str]| TreeNode {
        title: title.into(),
        note: note.into(),
        children: leaves.iter().map(|title| leaf(title)).collect(),
    };
    Chart::Tree(TreeNode {
        title: "Kepala Kantor".into(),
        note: "Nama Pejabat Contoh".into(),
        children: vec![
            branch(
                "Subbagian Tata Usaha",
                "Nama Pertama",
                &["Urusan Kepegawaian", "Urusan Keuangan", "Urusan Umum"],
            ),
            branch(
                "Seksi Lalu Lintas Keimigrasian",
                "Nama Kedua",
                &[
                    "Subseksi Pelayanan Dokumen Perjalanan",
                    "Subseksi Izin Tinggal",
                ],
            ),
            branch(
                "Seksi Intelijen dan Penindakan Keimigrasian",
                "",
                &["Subseksi Intelijen", "Subseksi Penindakan"],
            ),
            branch(
                "Seksi Teknologi Informasi dan Komunikasi Keimigrasian",
                "Nama Keempat",
                &[],
            ),
            branch(
                "Seksi Izin Tinggal dan Status Keimigrasian",
                "Nama Kelima",
                &["Subseksi Status"],
            ),
        ],
    })
}

/// A PNG of one colour, made by hand so that the tests need no picture library.
pub fn png(width: u32, height: u32, rgb: [u8; 3]) -> Vec<u8> {
    // Each line begins with its filter, here none.
    let mut line = vec![0];
    (0..width).for_each(|_| line.extend(rgb));
    let raw = line.repeat(height as usize);
    let mut zlib = vec![0x78, 0x01];
    let mut chunks = raw.chunks(65_535).peekable();
    while let Some(chunk) = chunks.next() {
        let length = u16::try_from(chunk.len()).expect("a chunk fits");
        zlib.push(u8::from(chunks.peek().is_none()));
        zlib.extend(length.to_le_bytes());
        zlib.extend((!length).to_le_bytes());
        zlib.extend(chunk);
    }
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in &raw {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    zlib.extend(((b << 16) | a).to_be_bytes());
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::new();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    for (kind, body) in [(b"IHDR", &header), (b"IDAT", &zlib), (b"IEND", &Vec::new())] {
        let mut part = kind.to_vec();
        part.extend(body);
        out.extend(
            u32::try_from(body.len())
                .expect("a chunk fits")
                .to_be_bytes(),
        );
        out.extend(&part);
        out.extend(crc(&part).to_be_bytes());
    }
    out
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        (0..8).for_each(|_| {
            crc = if crc & 1 == 1 {
                (crc >> 1) ^ 0xEDB8_8320
            } else {
                crc >> 1
            }
        });
    }
    !crc
}
