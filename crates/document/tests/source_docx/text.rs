//! Paragraphs, headings, fields, tracked changes.

use document::source::read::read;
use document::source::{NoteKind, Piece, Place};

use crate::make::*;

const STYLES: &str = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Judul1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Sub\"><w:name w:val=\"Subjudul kita\"/><w:basedOn w:val=\"Judul2\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Judul2\"><w:name w:val=\"Judul 2\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Bagan\"><w:name w:val=\"bagan\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Tak\"><w:name w:val=\"tak terdaftar\"/><w:basedOn w:val=\"Judul1\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/><w:basedOn w:val=\"Judul1\"/></w:style>";

#[test]
fn a_style_makes_a_heading_by_its_name_its_outline_or_the_style_it_builds_on() {
    let body = [
        styled("Judul1", "Pendahuluan"),
        styled("Sub", "Latar"),
        styled("Bagan", "Tugas"),
        styled("Tak", "Bukan judul"),
        styled("TOC1", "Pendahuluan"),
        p("Isi."),
    ]
    .concat();
    let source = read(&docx_with(&body, &[("styles", STYLES)]), "a.docx");
    assert_eq!(
        short(&source),
        [
            "h1 Pendahuluan",
            "h2 Latar",
            "h3 Tugas",
            "p Bukan judul",
            "p Pendahuluan",
            "p Isi."
        ]
    );
}

#[test]
fn without_styles_a_heading_is_known_by_its_number_its_capitals_and_its_weight() {
    let bold =
        |words: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r></w:p>");
    let body = [
        bold("KATA PENGANTAR"),
        p("BAB I PENDAHULUAN"),
        bold("A. Latar Belakang"),
        p("A. Bukan judul karena tidak tebal"),
        p("BAB II"),
        bold("PERENCANAAN KINERJA"),
        bold("1. Rencana Strategis"),
        bold("Kalimat tebal biasa saja."),
        p("BAB I PENDAHULUAN\u{2026}\u{2026}"),
        p("1. Pertama"),
        p("b) Kedua"),
    ]
    .concat();
    assert_eq!(
        lines(&body),
        [
            "h1 KATA PENGANTAR",
            "h1 BAB I PENDAHULUAN",
            "h2 A. Latar Belakang",
            "p A. Bukan judul karena tidak tebal",
            "h1 BAB II PERENCANAAN KINERJA",
            "h3 1. Rencana Strategis",
            "p Kalimat tebal biasa saja.",
            "p BAB I PENDAHULUAN\u{2026}\u{2026}",
            "i0 1. | Pertama",
            "i0 b) | Kedua",
        ]
    );
}

#[test]
fn a_place_counts_every_paragraph_and_every_letter() {
    let body = format!(
        "<w:p/><w:tbl><w:tr>{}{}</w:tr></w:tbl><w:p><w:r><w:t xml:space=\"preserve\">  sebesar </w:t></w:r><w:r><w:tab/><w:t>3,95 &amp; naik</w:t></w:r></w:p>",
        tc("", "satu"),
        tc("", "dua")
    );
    let source = source(&body);
    let Piece::Paragraph(passage) = &source.pieces[1] else {
        panic!("{source:?}")
    };
    assert_eq!(passage.text, "sebesar \t3,95 & naik");
    assert_eq!(at(passage, "sebesar"), (4, 3));
    assert_eq!(at(passage, "3,95"), (4, 12));
    assert_eq!(at(passage, "naik"), (4, 19));
    // Runs of one paragraph are one stretch unless something is left out between them.
    assert_eq!(passage.origins.len(), 1);
    let Piece::Grid(grid) = &source.pieces[0] else {
        panic!("{source:?}")
    };
    assert_eq!(grid.cells[1].passage.place(0), Place::new(3, 1));
}

#[test]
fn signs_stand_for_one_letter_and_raised_digits_stay_raised() {
    let body = "<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:br/><w:t>c</w:t><w:softHyphen/><w:t>d\u{ad}e</w:t>\
        <w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t>5\u{a0}m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>\
        <w:r><w:t>x</w:t></w:r></w:p>";
    let source = source(body);
    let passage = passage(&source, 0);
    assert_eq!(passage.text, "a-b\ncde≥5 m²x");
    assert_eq!(at(passage, "c"), (1, 5));
    assert_eq!(at(passage, "e"), (1, 8));
    assert_eq!(at(passage, "x"), (1, 14));
}

#[test]
fn a_field_gives_its_result_and_not_its_code() {
    let field = |code: &str, result: &str| {
        format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let unfilled = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> MERGEFIELD </w:instrText></w:r><w:r><w:instrText>\"Nama\" \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    // The words of a field within the code of another are code too.
    let outer = format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        field("IF", &run("dalam")),
        run("luar")
    );
    let body = format!(
        "<w:p>{}{}{unfilled}<w:fldSimple w:instr=\" MERGEFIELD Tahun \"/><w:fldSimple w:instr=\"PAGE\">{}</w:fldSimple></w:p><w:p>{outer}</w:p>",
        run("Tabel "),
        field("SEQ Tabel", &run("2")),
        run("7")
    );
    let source = source(&body);
    assert_eq!(short(&source), ["p Tabel 2«Nama»«Tahun»7", "p luar"]);
    assert_eq!(at(passage(&source, 0), "7"), (1, 8));
}

#[test]
fn what_was_deleted_is_gone_and_what_was_inserted_is_there() {
    let body = "<w:p><w:r><w:t xml:space=\"preserve\">naik </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>3</w:delText></w:r></w:del>\
        <w:ins w:id=\"2\"><w:r><w:t>4</w:t></w:r></w:ins><w:moveFrom w:id=\"3\"><w:r><w:t>dulu</w:t></w:r></w:moveFrom></w:p>\
        <w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>isi</w:t></w:r><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>";
    let source = source(body);
    assert_eq!(short(&source), ["p naik 4", "p isi"]);
    let notes: Vec<_> = source
        .notes
        .iter()
        .map(|note| (note.kind, note.text.as_str()))
        .collect();
    assert_eq!(
        notes,
        [
            (
                NoteKind::Odd,
                "3 perubahan terlacak dibaca sebagai diterima"
            ),
            (NoteKind::Odd, "1 komentar tidak ikut dibaca"),
        ]
    );
    assert_eq!(at(passage(&source, 0), "4"), (1, 6));
}

#[test]
fn placeholders_stay_and_hidden_words_go() {
    let body = "<w:sdt><w:sdtPr><w:placeholder/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Ketik nama satker di sini</w:t></w:r></w:p></w:sdtContent></w:sdt>\
        <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r><w:hyperlink><w:r><w:t>tautan</w:t></w:r></w:hyperlink></w:p>";
    let source = source(body);
    assert_eq!(short(&source), ["p Ketik nama satker di sini", "p tautan"]);
    assert_eq!(source.notes[0].text, "7 huruf tersembunyi dilewati");
}

#[test]
fn a_text_box_is_read_once_and_after_its_paragraph() {
    let words = "<w:txbxContent><w:p><w:r><w:t>kotak</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><w:t xml:space=\"preserve\">awal </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{words}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{words}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>akhir</w:t></w:r></w:p>{}",
        p("berikut")
    );
    let source = source(&body);
    assert_eq!(short(&source), ["p awal akhir", "p kotak", "p berikut"]);
    assert_eq!(at(passage(&source, 0), "akhir"), (1, 6));
    assert_eq!(at(passage(&source, 1), "kotak"), (2, 1));
    // The box that is passed over has a paragraph too.
    assert_eq!(at(passage(&source, 2), "berikut"), (4, 1));
}

#[test]
fn pages_are_told_where_word_last_broke_them() {
    let body = "<w:p><w:r><w:t>satu</w:t></w:r><w:r><w:br w:type=\"page\"/></w:r></w:p>\
        <w:p><w:r><w:lastRenderedPageBreak/><w:t xml:space=\"preserve\">dua </w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>tiga</w:t></w:r></w:p>\
        <w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:lastRenderedPageBreak/><w:t>empat</w:t></w:r></w:p>";
    let read = source(body);
    let page = |index: usize, words: &str| {
        let passage = passage(&read, index);
        passage.place(passage.text.find(words).unwrap()).page
    };
    assert_eq!(page(0, "satu"), Some(1));
    assert_eq!(page(1, "dua"), Some(2));
    assert_eq!(page(1, "tiga"), Some(3));
    assert_eq!(page(2, "empat"), Some(4));
    assert_eq!(read.pages, Some(4));
    assert_eq!(source(&p("tanpa halaman")).pages, None);
}

#[test]
fn a_picture_says_what_it_is_said_to_show() {
    let body = "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Gambar 1\" descr=\"Kantor dari depan\"/><a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r></w:p>\
        <w:p><w:r><w:drawing><wp:anchor><wp:docPr id=\"2\" name=\"Garis\"/></wp:anchor></w:drawing></w:r></w:p>";
    assert_eq!(lines(body), ["pic Kantor dari depan"]);
}

#[test]
fn other_prefixes_mean_the_same() {
    let document = "<ns0:document xmlns:ns0=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><ns0:body><ns0:p><ns0:r><ns0:t>isi</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>";
    let source = read(&zip(&[("word/document.xml", document)]), "a.docx");
    assert_eq!(short(&source), ["p isi"]);
}
