"""A file as text with places."""

import pytest

from mkdocs_journeys.problem import Position
from mkdocs_journeys.yamlfile import quote, read
from mkdocs_journeys.yamlfile.editing.edit import Edit, SourceText, scalar_of


def source(text: str | bytes) -> SourceText:
    found = SourceText.from_bytes(text if isinstance(text, bytes) else text.encode())
    assert found
    return found


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_places_are_those_that_problems_name(end: str, bom: str) -> None:
    text = f"{bom}a: \U0001f600{end}b: x{end}{end}c: y"
    found = source(text)
    assert [found.text[found.offset(Position("f", line, 4)) :][:1] for line in (1, 2, 4)] == ["\U0001f600", "x", "y"]
    assert [found.line(number) for number in (1, 2, 3, 4)] == ["a: \U0001f600", "b: x", "", "c: y"]


def test_a_place_beyond_its_line_or_file_is_at_an_end() -> None:
    found = source("ab\ncd\n")
    assert [found.offset(Position("f", line, 9)) for line in (1, 2, 3, 9)] == [2, 5, 6, 6]


def test_an_edit_keeps_all_other_bytes() -> None:
    found = source(b"\xef\xbb\xbfa: no # x\r\nb: 1\r")
    assert found.applied(Edit(3, 5, '"no"', "")) == b'\xef\xbb\xbfa: "no" # x\r\nb: 1\r'


def test_bytes_that_are_no_text_are_no_source() -> None:
    assert SourceText.from_bytes(b"\xff\xfe") is None


@pytest.mark.parametrize(
    ("line", "text", "quoted"),
    [
        ("no", "no", False),
        ("no # a comment", "no", False),
        ("no#comment", "no#comment", False),
        ("no, yes]", "no", False),
        ("name: x", "name", False),
        ("12:30", "12:30", False),
        ('"a \\" b" # x', 'a \\" b', True),
        ("'it''s' # x", "it''s", True),
    ],
)
def test_a_scalar_ends_where_yaml_ends_it(line: str, text: str, quoted: bool) -> None:
    found = source(f"x: {line}\n").scalar(Position("f", 1, 4))
    assert found
    assert (found.text, found.quoted, found.start) == (text, quoted, 3)


def test_where_nothing_stands_there_is_no_scalar() -> None:
    assert source("x:\n").scalar(Position("f", 1, 3)) is None
    assert source('x: "a\n  b"\n').scalar(Position("f", 1, 4)) is None


@pytest.mark.parametrize("text", ["no", "it's", 'say "no"', "back\\slash", "a: b # c", "both ' and \"", "@all"])
def test_a_text_in_quotes_is_read_as_that_text(text: str) -> None:
    assert read(f"x: {quote(text)}\n".encode(), "f") == ({"x": text}, [])


def test_several_edits_stand_in_the_order_of_their_places() -> None:
    edits = (Edit(4, 5, "C", ""), Edit(0, 0, "1", ""), Edit(0, 0, "2", ""), Edit(0, 1, "A", ""))
    assert source("a b c\n").applied(*edits) == b"12A b C\n"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("hidden-fees", "hidden-fees"),
        ("interviews/fees", "interviews/fees"),
        ("journey:buy-it", "journey:buy-it"),
        ("Pays, and is done (at last)", "Pays, and is done (at last)"),
        ("null", '"null"'),
        ("2027", '"2027"'),
        ("no", '"no"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ('say "no"', "'say \"no\"'"),
        ("", '""'),
    ],
)
def test_a_text_is_quoted_where_it_could_be_read_as_something_else(text: str, written: str) -> None:
    assert scalar_of(text) == written
    assert read(f"x: {written}\n".encode(), "f") == ({"x": text}, [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_of_offsets(end: str) -> None:
    found = source(f"ab{end}{end}cd")
    assert found.line_end == end
    last = found.text.index("d")
    assert (found.line_of(0), found.line_of(last), found.column_of(last)) == (1, 3, 1)
    assert found.text[: found.end_of(1)] == f"ab{end}"
    assert found.end_of(3) == len(found.text)
    assert source("one line").line_end == "\n"


def test_a_part_of_a_text_takes_the_edits_inside_it() -> None:
    edits = (Edit(0, 1, "A"), Edit(2, 3, "B"), Edit(4, 5, "C"))
    assert source("a b c").edited(edits, 2, 4) == "B "
    assert source("a b c").edited(edits) == "A B C"
