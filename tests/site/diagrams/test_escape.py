import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.site.diagrams import escape


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Compares the plans", "Compares the plans"),
        ("  two\t spaces\nand a line ", "two spaces and a line"),
        ("e\u0301te\u0301", "été"),
        ("\u202eevil", "evil"),
        ("nul\x00 bell\x07", "nul bell"),
        ("\ufeffso\u00adft", "soft"),
        ("half a \ud83d pair", "half a pair"),
        ("ﬂ°°35¶ß", "fl°°35¶\u200bß"),
        ("$$x$$$", "$\u200b$x$\u200b$\u200b$"),
        ("fas:fa-user", "fas\u200b:fa-user"),
        ("C:\\new", "C:\\\u200bnew"),
        ("", "–"),
        ("\u200b\u3164", "–"),
        ("👩\u200d👧", "👩\u200d👧"),
    ],
)
def test_a_label_is_cleaned_to_what_a_reader_can_see(typed: str, seen: str) -> None:
    assert escape.clean(typed) == seen


def test_a_long_label_is_cut_with_an_ellipsis() -> None:
    assert escape.clean("word " * 40, 12) == "word word w…"


def test_a_cut_never_leaves_half_an_emoji_sequence() -> None:
    assert escape.clean("aaa👩\u200d👩\u200d👧", 6) == "aaa👩…"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a[b]", "a#91;b#93;"),
        ('He said "no"', "He said #34;no#34;"),
        ("#quot;", "#35;quot#59;"),
        ("<img src=x>", "#60;img src#61;x#62;"),
        ("direction LR", "#100;irection LR"),
        ("directions", "directions"),
        ("a: 5: Maya", "a#58; 5#58; Maya"),
        ("50% off", "50#37; off"),
        ("Über uns → 価格", "Über uns → 価格"),
    ],
)
def test_a_label_is_written_without_syntax(typed: str, written: str) -> None:
    assert escape.label(typed) == written


@given(st.text(max_size=200))
def test_an_escaped_label_reads_back_as_the_cleaned_one(typed: str) -> None:
    assert _decoded(escape.label(typed)) == escape.clean(typed)


@given(st.text(max_size=200))
def test_no_escaped_label_holds_a_character_that_a_lexer_acts_on(typed: str) -> None:
    without_entities = _without_entities(escape.label(typed))
    assert not set(without_entities) & set('#;:,%<>&"`{}\\|~^[]$@\n\r\t\u2028\u2029\x85')


@given(st.text(max_size=200), st.integers(min_value=2, max_value=80))
def test_a_cleaned_text_is_one_short_visible_line(typed: str, limit: int) -> None:
    cleaned = escape.clean(typed, limit)
    assert 0 < len(cleaned) <= limit
    assert cleaned == cleaned.strip()
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Co", "Cn"} for char in cleaned)


def test_a_description_keeps_its_commas_and_loses_its_line_breaks() -> None:
    assert escape.sentence("Six stages,\nthen {a} # b") == "Six stages, then #123;a#125; #35; b"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("#stage-consideration", "#stage-consideration"),
        ("../team/?a=1&b=2#x", "../team/?a=1&b=2#x"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("mailto:maya@example.org", "mailto:maya@example.org"),
        ("/über/", "/%C3%BCber/"),
        ('x" onclick="y', "x%22%20onclick=%22y"),
        ("/\\example.org", "/%5Cexample.org"),
        ("javascript:alert(1)", None),
        ("JavaScript:alert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("//example.org", None),
        ("", None),
        ("/" + "a" * 3000, None),
    ],
)
def test_a_link_is_relative_or_of_a_known_scheme(typed: str, written: str | None) -> None:
    assert escape.link(typed) == written


@given(st.text(max_size=60))
def test_a_link_never_leaves_its_quotes(typed: str) -> None:
    written = escape.link(typed) or ""
    assert written.isascii()
    assert not set(written) & set("\"'`<>\\;{}| \n")


def _decoded(written: str) -> str:
    parts = written.split("#")
    return parts[0] + "".join(chr(int(part.split(";", 1)[0])) + part.split(";", 1)[1] for part in parts[1:])


def _without_entities(written: str) -> str:
    parts = written.split("#")
    return parts[0] + "".join(part.split(";", 1)[1] for part in parts[1:])
