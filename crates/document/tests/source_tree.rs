//! Our own tree is a source like any other.

use document::math::Math;
use document::source::latex::{ExprKind, parse};
use document::source::{Piece, Source, to_latex};
use document::{
    Block, Callout, CalloutKind, Cell, Document, Formula, Heading, Inline, List, Marker, Paragraph,
    Row, Table, TableColumn,
};

fn number(text: &str) -> Math {
    Math::Number {
        text: text.to_owned(),
        key: None,
    }
}

fn sign(text: &str) -> Math {
    Math::Operator(text.to_owned())
}

fn capaian() -> Math {
    let ratio = |above: Math, below: Math| {
        Math::Row(vec![
            Math::Fraction(Box::new(above), Box::new(below)),
            sign("×"),
            number("100%"),
        ])
    };
    Math::Lines(vec![
        (
            Math::Words("Capaian".to_owned()),
            ratio(
                Math::Words("Realisasi".to_owned()),
                Math::Words("Target".to_owned()),
            ),
        ),
        (
            Math::Row(Vec::new()),
            ratio(number("3,93 indeks"), number("3,25 indeks")),
        ),
        (Math::Row(Vec::new()), number("120,92%")),
    ])
}

#[test]
fn our_own_formulas_are_read_back_as_one_chain() {
    let chains = parse(&to_latex(&capaian()));
    assert_eq!(chains.len(), 1);
    assert_eq!(chains[0].sides.len(), 4);
    assert!(
        matches!(&chains[0].sides[3].kind, ExprKind::Percent(of) if matches!(&of.kind, ExprKind::Number(n) if n == "120,92"))
    );
    assert!(
        chains[0]
            .sides
            .iter()
            .all(|side| !matches!(side.kind, ExprKind::Unknown(_)))
    );
}

#[test]
fn our_own_sums_are_read_back() {
    let math = Math::Sum {
        from: "i = 1".to_owned(),
        to: "12".to_owned(),
        of: Box::new(Math::Group(Box::new(Math::Row(vec![
            Math::Indexed("X".to_owned(), "i".to_owned()),
            sign("×"),
            Math::Indexed("Y".to_owned(), "i".to_owned()),
        ])))),
    };
    let chains = parse(&to_latex(&math));
    let ExprKind::BigSum { from, to, of } = &chains[0].sides[0].kind else {
        panic!("a sum")
    };
    assert!(matches!(&from.as_ref().unwrap().kind, ExprKind::Symbol(text) if text == "i=1"));
    assert!(matches!(&to.as_ref().unwrap().kind, ExprKind::Number(text) if text == "12"));
    assert!(matches!(&of.kind, ExprKind::Product(factors) if factors.len() == 2));
}

#[test]
fn pieces_stand_in_reading_order_with_their_numbers() {
    let text = |words: &str| vec![Inline::text(words)];
    let paragraph = |content: Vec<Inline>| {
        Block::Paragraph(Paragraph {
            content,
            ..Paragraph::default()
        })
    };
    let document = Document {
        blocks: vec![
            Block::Heading(Heading {
                level: 1,
                number: Some("BAB I".to_owned()),
                content: text("PENDAHULUAN"),
                ..Heading::default()
            }),
            paragraph(vec![
                Inline::text("Lihat "),
                Inline::Reference("t".to_owned()),
                Inline::Footnote(text("Sumber.")),
                Inline::text(", "),
                Inline::Gap {
                    text: "belum tersedia".to_owned(),
                    reason: String::new(),
                    key: None,
                },
            ]),
            Block::List(List {
                marker: Marker::Letter,
                items: vec![vec![
                    paragraph(text("satu")),
                    Block::List(List {
                        marker: Marker::Decimal,
                        items: vec![vec![paragraph(text("dalam"))]],
                    }),
                ]],
            }),
            Block::Table(Table {
                anchor: Some("t".to_owned()),
                caption: Some(text("Nilai")),
                columns: vec![
                    TableColumn {
                        width: 1,
                        align: document::Align::Left
                    };
                    3
                ],
                head: vec![
                    Row::new(vec![
                        Cell::text("Unsur").down(2),
                        Cell::text("2023").across(2),
                    ]),
                    Row::new(vec![Cell::text("Target"), Cell::text("Realisasi")]),
                ],
                body: vec![Row::new(vec![
                    Cell::text("Tarif"),
                    Cell::text("3,25"),
                    Cell::text("3,93"),
                ])],
                ..Table::default()
            }),
            Block::Callout(Callout {
                kind: CalloutKind::Note,
                title: "Catatan".to_owned(),
                blocks: vec![paragraph(text("isi"))],
            }),
            Block::Formula(Formula {
                math: capaian(),
                alt: "rumus".to_owned(),
            }),
        ],
        ..Document::default()
    };
    let source = Source::from(&document);
    let shown: Vec<String> = source
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Heading { level, passage } => format!("H{level} {}", passage.text),
            Piece::Item {
                marker,
                depth,
                passage,
            } => format!("I{depth} {marker} {}", passage.text),
            Piece::Footnote { mark, passage } => format!("N{mark} {}", passage.text),
            Piece::Grid(grid) => format!("G{}x{}", grid.rows, grid.columns),
            Piece::Formula(_) => "F".to_owned(),
            other => format!("P {}", other.passage().unwrap().text),
        })
        .collect();
    assert_eq!(
        shown,
        [
            "H1 BAB I PENDAHULUAN",
            "P Lihat Tabel 1¹, belum tersedia",
            "N1 Sumber.",
            "I0 a. satu",
            "I1 1. dalam",
            "P Tabel 1. Nilai",
            "G3x3",
            "P Catatan",
            "P isi",
            "F"
        ]
    );
    let Piece::Grid(grid) = &source.pieces[6] else {
        panic!("a table")
    };
    assert_eq!(grid.head_rows, 2);
    let text = |row, column| {
        grid.cells[grid.covering(row, column).unwrap()]
            .passage
            .text
            .as_str()
    };
    assert_eq!(
        [text(1, 0), text(1, 2), text(0, 2), text(2, 1)],
        ["Unsur", "Realisasi", "2023", "3,25"]
    );
    assert_eq!(grid.place().line, 7);
}
