//! Claims about the HTML writer.
#![cfg(feature = "html")]
#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod sample;

use std::collections::BTreeSet;

use document::html::write_html;
use document::*;

fn of_blocks(blocks: Vec<Block>) -> Document {
    Document {
        blocks,
        ..Document::default()
    }
}

/// The main part of the page.
fn main_of(document: &Document) -> String {
    let page = write_html(document);
    page.split_once("<main id=\"isi\">")
        .unwrap()
        .1
        .split_once("</main>")
        .unwrap()
        .0
        .to_owned()
}

fn values<'x>(html: &'x str, before: &str) -> Vec<&'x str> {
    html.split(before)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect()
}

#[test]
fn the_same_document_gives_the_same_text() {
    assert_eq!(write_html(&sample::report()), write_html(&sample::report()));
}

#[test]
fn the_file_needs_nothing_beside_itself_and_runs_no_script() {
    let page = write_html(&sample::report());
    assert!(page.contains("content=\"default-src 'none'; "));
    for foreign in [
        "<script",
        "http://",
        "https://",
        "<link",
        "@import",
        " style=\"",
        " onclick",
    ] {
        let page = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.contains("src=\"data:image/png;base64,iVBORw0KGgo"));
}

#[test]
fn a_values_note_opens_from_each_occurrence_and_stands_once() {
    let page = write_html(&sample::report());
    let openers = page.matches("popovertarget=\"n1\">88,31</button>").count();
    // Once in the text, and in 3 + 30 table rows.
    assert_eq!(openers, 34);
    assert!(page.contains(
        "<mtext><button type=\"button\" class=\"v\" popovertarget=\"n1\">25</button></mtext>"
    ));
    assert_eq!(page.matches("id=\"n1\" popover").count(), 1);
    assert!(page.contains("<li class=\"d2\">survei/2023.csv, baris 2 s.d. 1.204</li>"));
    assert!(page.contains("<li>Peraturan Menteri PANRB Nomor 14 Tahun 2017</li>"));
}

#[test]
fn brackets_and_stops_stay_on_the_line_of_their_value() {
    let mut document = of_blocks(vec![Block::Paragraph(Paragraph::body(vec![
        Inline::text("naik ("),
        sample::value("1,20", "ikm"),
        Inline::text("), lalu "),
        sample::value("88,31", "ikm"),
        Inline::text("."),
    ]))]);
    document.notes = sample::report().notes;
    let main = main_of(&document);
    assert!(main.contains("naik <span class=\"nb\">(<button"));
    assert!(main.contains("1,20</button>),</span> lalu <span class=\"nb\"><button"));
    assert!(main.contains("88,31</button>.</span></p>"));
}

#[test]
fn a_value_without_a_note_opens_nothing() {
    let lone = Paragraph::body(vec![sample::value("12", "tak-dikenal")]);
    let main = main_of(&of_blocks(vec![Block::Paragraph(lone)]));
    assert!(main.contains("<p>12</p>"));
}

#[test]
fn a_gap_is_marked_and_gives_its_reason() {
    let page = write_html(&sample::report());
    assert!(page.contains("<mark class=\"gap\">"));
    assert!(page.contains("<p class=\"why\">survei triwulan IV belum ditutup</p>"));
    assert!(page.contains("<span class=\"why\"> (perjanjian kinerja belum ditandatangani)</span>"));
}

#[test]
fn ids_are_unique_and_every_link_and_opener_leads_somewhere() {
    let page = write_html(&sample::report());
    let ids = values(&page, " id=\"");
    let set: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(set.len(), ids.len());
    let targets = ["href=\"#", "popovertarget=\"", "aria-labelledby=\""];
    for target in targets.iter().flat_map(|before| values(&page, before)) {
        assert!(set.contains(target), "{target} leads nowhere");
    }
}

#[test]
fn references_resolve_to_numbers_and_a_lost_one_is_seen() {
    let page = write_html(&sample::report());
    assert!(
        page.contains("<a href=\"#tabel-1\">Tabel 1</a> dan <a href=\"#gambar-1\">Gambar 1</a>")
    );
    let lost = Paragraph::body(vec![Inline::Reference("hilang".to_owned())]);
    assert!(
        main_of(&of_blocks(vec![Block::Paragraph(lost)]))
            .contains("rujukan tidak dikenal: hilang</mark>")
    );
}

#[test]
fn the_page_speaks_indonesian_and_has_its_landmarks() {
    let page = write_html(&sample::report());
    for part in [
        "<html lang=\"id\">",
        "class=\"skip\" href=\"#isi\"",
        "<header",
        "<nav",
        "<main id=\"isi\">",
        "<footer",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert_eq!(page.matches("<h1").count(), 1);
    assert!(write_html(&Document::default()).contains("<h1"));
}

#[test]
fn a_table_has_caption_scopes_and_a_region_that_the_keyboard_reaches() {
    let main = main_of(&of_blocks(vec![Block::Table(sample::table(1))]));
    assert!(main.contains(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"tabel-1-c\">"
    ));
    assert!(main.contains("<caption id=\"tabel-1-c\">"));
    assert!(main.contains("<th scope=\"col\" rowspan=\"2\" class=\"c\">No.</th>"));
    assert!(main.contains("<th scope=\"colgroup\" colspan=\"2\" class=\"c\">Tahun 2023</th>"));
    assert!(main.contains("<td class=\"r\">101,51%</td>"));
}

#[test]
fn charts_and_formulas_say_what_they_show() {
    let main = main_of(&sample::report());
    assert!(
        main.contains("role=\"img\" aria-label=\"Bagan batang tiga unsur; sarana terendah\"><svg")
    );
    assert!(
        main.contains(
            "alttext=\"Capaian sama dengan realisasi dibagi target kali seratus persen\""
        )
    );
    assert_eq!(
        main.matches("<img ").count(),
        main.matches(" alt=\"").count()
    );
}

#[test]
fn a_footnote_leads_there_and_back() {
    let main = main_of(&sample::report());
    assert!(main.contains("<a id=\"fr1\" href=\"#fn1\" role=\"doc-noteref\""));
    assert!(main.contains("<li id=\"fn1\">Menurut survei <em>daring</em> <a href=\"#fr1\""));
}

#[test]
fn a_draft_says_so_and_a_final_document_does_not() {
    let mut document = sample::report();
    assert!(
        write_html(&document).contains("class=\"draft\" role=\"note\"><strong>RANCANGAN</strong>")
    );
    document.meta.watermark = None;
    let page = write_html(&document);
    assert!(!page.contains("class=\"draft\"") && !page.contains("class=\"watermark\""));
}

#[test]
fn hostile_text_stays_text() {
    let hostile = "</style></p><script>alert(1)</script>\"'&\u{0}\u{1b}]]>😀";
    let mut document = sample::report();
    let meta = &mut document.meta;
    for field in [
        &mut meta.title,
        &mut meta.author,
        &mut meta.subject,
        &mut meta.running_head,
        &mut meta.running_foot,
    ] {
        field.push_str(hostile);
    }
    meta.watermark = Some(hostile.to_owned());
    for block in &mut document.blocks {
        if let Block::Figure(figure) = block {
            figure.alt = hostile.to_owned();
        }
    }
    document
        .blocks
        .push(sample::heading(1, Some(hostile), hostile));
    document.notes.insert(
        hostile.to_owned(),
        ValueNote {
            label: hostile.to_owned(),
            ..ValueNote::default()
        },
    );
    document
        .blocks
        .push(Block::Paragraph(Paragraph::body(vec![sample::value(
            hostile, hostile,
        )])));
    let page = write_html(&document);
    assert!(!page.contains("<script") && !page.contains('\u{1b}'));
    assert_eq!(page.matches("</style>").count(), 1);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;]]&gt;😀"));
}

proptest::proptest! {
    #[test]
    fn any_text_in_any_inline_comes_back_from_the_page(
        before in "\\PC{0,6}[(]?",
        words in "\\PC*",
        after in "[,.)]?\\PC{0,6}",
        kind in 0..5,
    ) {
        let inner = sample::text(&words);
        let inline = match kind {
            0 => Inline::Text(words.clone()),
            1 => Inline::Strong(inner),
            2 => Inline::Emphasis(inner),
            3 => Inline::Value { text: words.clone(), key: "k".to_owned() },
            _ => Inline::Gap { text: words.clone(), reason: String::new(), key: None },
        };
        let around = vec![Inline::text(before.clone()), inline, Inline::text(after.clone())];
        let main = main_of(&of_blocks(vec![Block::Paragraph(Paragraph::body(around))]));
        let paragraph = main.split_once("<p>").unwrap().1.split_once("</p>").unwrap().0;
        let mut text = String::new();
        for piece in paragraph.split('<') {
            text.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
        }
        for (escaped, plain) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.replace(escaped, plain);
        }
        proptest::prop_assert_eq!(text, format!("{before}{words}{after}"));
    }
}

#[test]
fn a_small_document_is_written_so() {
    let mut document = of_blocks(vec![
        sample::heading(1, Some("BAB I"), "PENDAHULUAN"),
        Block::Paragraph(Paragraph::body(vec![
            Inline::text("Nilai "),
            sample::value("88,31", "ikm"),
            Inline::Footnote(sample::text("Survei.")),
            Inline::text(", lihat "),
            Inline::Reference("tabel-ikm".to_owned()),
            Inline::text("."),
        ])),
        Block::Table(sample::table(1)),
    ]);
    document.meta.title = "Laporan".to_owned();
    document.notes = sample::report().notes;
    let page = write_html(&document);
    insta::assert_snapshot!(page.split_once("<body>").unwrap().1);
}
