"""Broken characters are mended where the evidence is plain; right text of any language is left as it is."""

import unicodedata

import ftfy.bad_codecs
import pytest

from plugins.normalize.decode import UnreadableError, decode, is_html
from plugins.normalize.repair import FIXERS, OF_PLAIN_TEXT, repair

ftfy.bad_codecs.ok()
LETTER = "I’m lost, and he doesn’t care. “Why?” he said — and left. It’s my husband’s fault… isn’t it?"
SHORT = [
    "I’m tired.",
    "We don’t talk.",
    "He said “no” and I’m done.",
    "It’s over, isn’t it?",
    "They’re kind – you’re not.",
]
CLEAN = [
    "It's plain ASCII: don't touch.",
    "I’m fine, and the café isn’t naïve – “really”.",
    "Vím, že to není lehké. Ďábel nespí, žlutý kůň pěl ódy. Říkám ti to naposled.",
    "Łódź, Dvořák, Šárka, Ångström, Þórr, Œuvre, straße, señor, coração, İstanbul, Ħamrun, Čeština",
    "L’été, l'été, « à la française », qu’est-ce que c’est ?",
    "Él me dijo: «¿y tú qué?» No sé más.",
    "Die Straße ist naß; „so ist es“, sagte er – und ging.",
    "Het was zo’n dag; ’s avonds zag ik haar één keer.",
    "Är du där? Jag är ledsen. Ĉu vi komprenas? Szczęście jest proste.",
    "Моя мама говорит: «Приезжай». Ещё не знаю, когда поеду.",
    "Δεν ξέρω τι να κάνω. Η μητέρα μου λέει ότι…",
    "Nem tudom, mit tegyek. Őszintén szólva félek tőle.",
    "Nu știu ce să fac. Și mama îmi spune mereu același lucru.",
    "שלום, אני לא יודעת מה לעשות",
    "A family 👨‍👩‍👧‍👦 and a heart ❤️, a soft\u00adhyphen, ﬁne",
    "Í dag er ég að hugsa um hana. Ísland er stórt.",
    "Iím, dit is geen Nederlands",
]


@pytest.mark.parametrize("wrong", ["mac_latin2", "mac_roman", "cp437", "cp850", "cp852", "mac_turkish", "latin_1"])
@pytest.mark.parametrize("text", [LETTER, *SHORT])
def test_windows_text_read_as_another_encoding_is_mended(text: str, wrong: str) -> None:
    assert repair(text.encode("cp1252").decode(wrong))[0] == text


@pytest.mark.parametrize("wrong", ["sloppy-windows-1252", "mac_roman"])
@pytest.mark.parametrize("text", [LETTER, "Ça va, the café isn’t open."])
def test_utf8_read_as_another_encoding_is_mended(text: str, wrong: str) -> None:
    assert repair(text.encode("utf-8").decode(wrong))[0] == text


@pytest.mark.parametrize("text", CLEAN[:-1])
def test_right_text_is_left_alone(text: str) -> None:
    assert repair(text) == (text, ())


@pytest.mark.parametrize("first_byte", ["â", "â??", "\ufffd"])
def test_quotes_of_which_the_first_byte_is_left_are_read_by_their_place(first_byte: str) -> None:
    broken = "I’m sure. “Go,” he said – and I didn’t. My parents’ house is “far.”"
    for quote in "’“”–":
        broken = broken.replace(quote, first_byte)
    assert repair(broken)[0] == "I’m sure. “Go,” he said – and I didn’t. My parents’ house is “far.”"


@pytest.mark.parametrize(
    "text", ["Le château, l’âge, une âme", "Is it? Are you? Who?s", "a caf\ufffd", "“Ja,” sagte er – und ging. Wer?"]
)
def test_signs_that_no_contraction_proves_are_left_alone(text: str) -> None:
    assert repair(text) == (text, ())


def test_question_marks_inside_contractions_are_apostrophes() -> None:
    assert repair("I?m lost. Don?t you know? He can?t, or won?t?")[0] == "I’m lost. Don’t you know? He can’t, or won’t?"


@pytest.mark.parametrize("wrong", ["cp437", "cp850"])
def test_utf8_read_by_dos_is_mended_beside_right_characters(wrong: str) -> None:
    assert repair("• “so” " + "don’t – it’s".encode().decode(wrong))[0] == "• “so” don’t – it’s"


def test_the_first_byte_of_a_no_break_space_is_taken_out_of_latin_words_alone() -> None:
    assert repair("havingĀ\u00a0open talks, soΒ we")[0] == "having open talks, so we"
    assert repair("план В и план Б, Α και Β")[1] == ()


def test_french_read_as_latin_10_is_mended_beside_right_letters() -> None:
    broken = "Écoute, la rĂšgle est la mĂȘme, mĂȘme sans tĂ©lĂ©phone, Ă\u00a0 deux."
    assert repair(broken)[0] == "Écoute, la règle est la même, même sans téléphone, à deux."
    assert repair("CĂȚELUL ȘI PISICA: Ă, Â, Î")[1] == ()


def test_elided_words_of_which_one_byte_is_left_are_mended() -> None:
    assert repair("Lâeau quâil nâaime pas, et lâhiver")[0] == "L’eau qu’il n’aime pas, et l’hiver"
    assert repair("lâche-moi, la tâche, le mât, un câlin")[1] == ()


def test_quotes_whose_last_byte_is_lost_are_mended() -> None:
    assert repair("Iâ€m sure he didnâ€t")[0] == "I’m sure he didn’t"
    assert repair("He said â€œhiâ€ and left, didnâ€™t he?")[0] == "He said “hi” and left, didn’t he?"


def test_a_single_strange_word_is_no_evidence() -> None:
    assert repair("The word naïve and the name Ďuro, and no contraction.")[1] == ()


def test_every_fixer_leaves_plain_text_and_the_number_of_lines_alone() -> None:
    for _, fixer in FIXERS:
        assert fixer("One line.\n\nAnother, it's true.\n") == "One line.\n\nAnother, it's true.\n"


def test_spaces_and_what_cannot_be_seen() -> None:
    text, used = repair("By:\u00a0 Ann\r\nlove\u200bly\x07\u2028so «\u00a0oui\u00a0»")
    assert text == "By:  Ann\nlovely so «\u00a0oui\u00a0»"
    assert used == ("line-ends", "control-characters", "invisible-spaces", "plain-spaces")


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("é’".encode(), "é’", "utf-8"),
        (b"\xef\xbb\xbfhello", "hello", "utf-8"),
        ("é’".encode("utf-16"), "é’", "utf-16-le"),
        (b"it\x92s \x93so\x94", "it’s “so”", "cp1252"),
        (b"<html><meta charset=iso-8859-2><p>\xb1", "<html><meta charset=iso-8859-2><p>ą", "iso8859-2"),
        (b"<meta charset='latin1'>\x92", "<meta charset='latin1'>’", "cp1252"),
        (b"<meta charset='no-such-thing'>\x92", "<meta charset='no-such-thing'>’", "cp1252"),
    ],
)
def test_bytes_are_read_by_their_mark_their_shape_or_what_they_declare(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"%PDF-1.4", b"PK\x03\x04abc", b"\x00\x01\x02\x03" * 50, bytes(range(256)) * 8]
)
def test_what_is_no_text_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="no text"):
        decode(data)


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\n<html><body>x", True),
        ("<div><p>a</p><p>b</p></div>", True),
        ("Allowed tags: <a> link, <b> bold, <i> italics", False),
        ("I wrote <p> and <div> and <p> by hand.", False),
        ("How to write\n\nA page.\n\nIt begins.\n\n<div><p>a</p><p>b</p></div>\n\nIt ends.\n\nThat is all.", False),
        ("How to write\n<p>A page.</p>\n<p>It begins.</p>\n<p>It ends.</p>", True),
    ],
)
def test_a_page_is_told_by_its_elements(text: str, page: bool) -> None:
    assert is_html(text) is page


@pytest.mark.parametrize("text", ["KoЯn in the cafй", "Да, cafй", "an й alone", "Моя naпve café"])
def test_cyrillic_letters_that_may_be_meant_are_left_alone(text: str) -> None:
    assert repair(text) == (text, ())


def test_accents_read_as_cyrillic_are_mended() -> None:
    assert repair("My fiancй isn’t naпve.") == ("My fiancé isn’t naïve.", ("accents-read-as-cyrillic",))


def test_letters_written_in_parts_become_one_letter() -> None:
    apart = unicodedata.normalize("NFD", "Allô, Ire\u0300ne Dvořák! Ἀθῆναι, Й, Ắ")
    assert repair(apart) == ("Allô, Irène Dvořák! Ἀθῆναι, Й, Ắ", ("letters-in-parts",))


@pytest.mark.parametrize("text", ["שָׁלוֹם", "मैं हूँ", "x\u0301 has no such letter", "لَا"])
def test_marks_that_no_one_letter_holds_stay(text: str) -> None:
    assert repair(text) == (text, ())


def test_entities_left_in_a_plain_text_are_read_once() -> None:
    text = "I don&rsquo;t know &#8211; do you &lt;3 me&nbsp;still?\nTom &amp;amp; I, AT&T, R&D; &nosuch;&#10;"
    assert repair(text, OF_PLAIN_TEXT)[0] == (
        "I don’t know – do you <3 me still?\nTom &amp; I, AT&T, R&D; &nosuch;&#10;"
    )


def test_markup_keeps_its_entities_for_its_own_reader() -> None:
    assert repair("<p>a &lt;b&gt; c</p>")[0] == "<p>a &lt;b&gt; c</p>"


def test_a_text_saved_as_a_browser_shows_it_is_that_text_line_for_line() -> None:
    page = '<html><head>\n<meta name="color-scheme" content="light dark"></head><body><pre style="a">One &lt;3\n\nTwo\n'
    mended, used = repair(page + "</pre></body></html>")
    assert (mended, used) == ("\nOne <3\n\nTwo\n", ("text-view",))
    assert not is_html(mended)


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><h1>Code</h1><pre>one\ntwo</pre></body></html>",
        "<html><body><pre>one <b>two</b></pre></body></html>",
        "<html><body><pre>one</pre><p>two</p></body></html>",
    ],
)
def test_a_page_that_has_more_than_its_text_stays_a_page(page: str) -> None:
    assert repair(page) == (page, ())
