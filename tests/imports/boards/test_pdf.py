"""PDF files as boards: what is drawn on a page, and files that are broken, locked, too large or only pictures."""

import logging
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imports.boards.support_boards import names, only, pains
from imports.boards.support_pdf import PAGE, PICTURE, drawn, packed, pdf, stream
from mkdocs_journeys.imports.boards.formats.pdf import MOST_PAGES
from mkdocs_journeys.imports.boards.reading import understood_board
from mkdocs_journeys.problem import Severity
from support.budgets import examples

YELLOW, RED, WHITE = "1 0.95 0.6", "0.95 0.4 0.4", "1 1 1"
MAP = drawn(("Sees it", 50, 50, YELLOW), ("Buys it", 200, 60, YELLOW), ("Too dear", 205, 150, RED))
PICTURE_OBJECT = stream(b"\0", PICTURE.removeprefix(b"<< ").removesuffix(b" /Length 1 >>"))
SHOWN = b"q 300 0 0 300 10 10 cm /P Do Q\n"


def refusal(data: bytes) -> str:
    """The one problem of a file that is refused."""
    found = understood_board("pdf", data, "a.pdf")
    assert not found.journeys
    (problem,) = found.problems
    assert problem.severity == Severity.ERROR
    return str(problem)


def test_coloured_shapes_with_words_are_notes() -> None:
    found = only(pdf(MAP), "pdf")
    assert names(found) == [("The whole way", ["Sees it", "Buys it"])]
    assert pains(found) == {"Buys it": ["Too dear"]}


def test_a_deflated_page_is_read_like_a_plain_one() -> None:
    assert names(only(pdf(packed(MAP), streams=True), "pdf")) == names(only(pdf(MAP), "pdf"))


def test_each_page_is_a_journey_of_its_own() -> None:
    found = understood_board("pdf", pdf(MAP, MAP), "a.pdf")
    assert [(one.title, one.origin) for one in found.journeys] == [
        ("Page 1", "a.pdf, page 1"),
        ("Page 2", "a.pdf, page 2"),
    ]


def test_a_page_that_is_only_a_picture_is_named_beside_the_others() -> None:
    found = understood_board("pdf", pdf(MAP, SHOWN, extra=[PICTURE_OBJECT]), "a.pdf")
    assert [one.origin for one in found.journeys] == ["a.pdf, page 1"]
    assert [(one.severity, one.message) for one in found.problems] == [
        (Severity.WARNING, "Page 2 is only a picture: there are no words in it that could be read.")
    ]


@pytest.mark.parametrize(
    ("page", "said"),
    [(SHOWN, "is only a picture"), (b"0 0 1 rg 10 10 90 90 re f", "has shapes, and no text"), (b"", "is empty")],
    ids=["picture", "outlines", "empty"],
)
def test_a_file_without_words_says_what_its_first_page_is(page: bytes, said: str) -> None:
    message = refusal(pdf(page, page, extra=[PICTURE_OBJECT]))
    assert message == f"a.pdf:1:1: error[import] Page 1 {said}: there are no words in it that could be read."


def test_a_picture_behind_a_note_is_its_shadow_and_is_not_told() -> None:
    behind = b"q 140 0 0 90 40 %d cm /P Do Q\n" % (PAGE - 130)
    assert only(pdf(behind + MAP, extra=[PICTURE_OBJECT]), "pdf").remarks == only(pdf(MAP), "pdf").remarks
    (said,) = only(pdf(SHOWN + MAP, extra=[PICTURE_OBJECT]), "pdf").remarks[1:]
    assert said == "1 picture of the board had no text."


def test_the_background_of_a_page_is_no_note() -> None:
    assert names(only(pdf(b"0.9 0.9 1 rg 0 0 600 600 re f\n" + MAP), "pdf")) == names(only(pdf(MAP), "pdf"))


def test_a_line_between_two_notes_leads_back() -> None:
    line = f"{295} {PAGE - 110} m 300 {PAGE - 20} l 100 {PAGE - 20} l 100 {PAGE - 50} l S"
    found = only(pdf(drawn(("Sees it", 50, 50, YELLOW), ("Buys it", 200, 60, YELLOW), before=line)), "pdf")
    ((_, second),) = (stage.steps for stage in found.stages)
    assert second.fields["leads_to"] == ["sees-it"]


LOCKED = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> "
    b"/ID [<00> <00>]"
)


def test_a_locked_file_is_told() -> None:
    assert refusal(pdf(MAP, trailer=LOCKED)) == "a.pdf:1:1: error[import] This PDF is locked with a password."


def test_a_book_is_refused() -> None:
    assert "It has more than 100 pages." in refusal(pdf(*[b""] * (MOST_PAGES + 1)))


MEGABYTE = b"0" * 1_000_000


@pytest.mark.parametrize(
    "page",
    [packed(MEGABYTE * 31), packed(MEGABYTE * 10, times=2), stream(MEGABYTE * 2, b"/Filter /LZWDecode ")],
    ids=["deflated", "deflated twice", "another way"],
)
def test_a_stream_that_grows_beyond_measure_is_refused_unread(page: bytes) -> None:
    assert "Unpacked, it has more than 30 MB." in refusal(pdf(page, streams=True))


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"[" * 100_000,
        pdf(MAP)[:200],
        pdf(MAP).replace(b"/Kids [10 0 R]", b"/Kids [2 0 R]  "),
        pdf(MAP).replace(b"/Type /Catalog", b"/Type /Catalan"),
        pdf(MAP).replace(b"/Pages 2 0 R", b"/Pages 99 0 R"),
    ],
    ids=["nothing", "deep", "cut", "tree in a circle", "no catalog", "no pages"],
)
def test_a_broken_file_is_one_sentence(data: bytes) -> None:
    found = understood_board("pdf", data, "a.pdf")
    assert found.journeys or refusal(data).startswith("a.pdf:1:1: error[import] ")


def test_a_form_that_draws_itself_ends() -> None:
    form = stream(b"/P Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /P 10 0 R >> >> ")
    assert names(only(pdf(MAP + b"\n/P Do", extra=[form]), "pdf")) == names(only(pdf(MAP), "pdf"))


def test_without_its_reader_the_import_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    (problem,) = understood_board("pdf", pdf(MAP), "a.pdf").problems
    assert problem.hint == "Install it with: pip install 'mkdocs-journeys[pdf]'"


def test_what_the_reader_grumbles_is_not_printed(capfd: pytest.CaptureFixture[str]) -> None:
    understood_board("pdf", pdf(MAP).replace(b"/F1 9 Tf", b"/F9 9 Tf"), "a.pdf")
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("pdfminer").level == logging.NOTSET


@settings(max_examples=examples(30), deadline=None)
@given(st.data())
def test_a_file_that_is_cut_or_has_wrong_bytes_never_breaks_the_reader(data: st.DataObject) -> None:
    content = bytearray(pdf(MAP, SHOWN, extra=[PICTURE_OBJECT]))
    for _ in range(data.draw(st.integers(0, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)) | st.just(len(content)))]
    found = understood_board("pdf", bytes(content), "a.pdf")
    assert found.journeys or found.problems
