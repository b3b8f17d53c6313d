"""The comment on a pull request."""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from mkdocs_journeys.reports.comment.chart import MOST_CHARACTERS
from mkdocs_journeys.reports.comment.links import CommentLinks
from mkdocs_journeys.reports.document import DiffDocument, FilePosition, JourneyPart, TeamPart
from mkdocs_journeys.reports.document import read as read_json
from mkdocs_journeys.reports.json import format_diff as as_json
from mkdocs_journeys.reports.markdown import CUT, LONGEST_COMMENT, MARKER, format_diff
from reports.support_comments import LINKS, of_many_files
from reports.support_documents import ACCEPTED, document, drafted, figures, item, mistake
from reports.support_hostile import atlas
from reports.test_escape import NAUGHTY

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable("table")
OURS = {"a", "h2", "h3", "p", "strong", "em", "ul", "li", "code", "pre", "details", "summary"}
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
HOSTILE = [text for text in NAUGHTY if text.strip() and text != "\ud800" and "\x00" not in text]


class Reader(HTMLParser):
    """The tags of a page, its attributes, and its text outside of code."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.comments: list[str] = []
        self.prose = ""
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs if name != "href"}
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        if "code" not in self.open:
            self.prose += data


def read(comment: str) -> Reader:
    reader = Reader()
    reader.feed(MARKDOWN.render(comment))
    assert reader.open == []
    return reader


def is_harmless(comment: str) -> bool:
    page = read(comment)
    assert page.tags <= OURS | TABLE
    assert page.attributes <= {"class", "style"}
    assert all(one.startswith((LINKS.repository, LINKS.preview)) for one in page.addresses)
    assert page.comments == [MARKER.removeprefix("<!--").removesuffix("-->")]
    assert not re.search(r"[@<>\[\]`|\\]|https?:|www\.|GH-", page.prose)
    return not any(line.lstrip().startswith("/") for line in comment.splitlines())


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_hostile_text_comes_through(text: str) -> None:
    found = document(atlas(text, later=False), atlas(text, later=True))
    assert len(found.changes) > 20
    assert is_harmless(format_diff(found, links=LINKS))


@pytest.mark.parametrize(
    "text", [*HOSTILE, "/merge", "*", "**/close**", "x\n/approve", "GHSA-1", "ABC-12", "deadbeef1"]
)
def test_nothing_of_a_forged_report_comes_through(text: str) -> None:
    place = FilePosition(file=text, line=1, column=1)
    forged = DiffDocument(
        format=1,
        changes=(
            item(1, sentence=text, id=text, field=text, old=text, new=text, head=place),
            item(4, sentence=text, acknowledged={"by": text, "until": "2027-01-01", "reason": text}, base=place),
            item(2, sentence=f"{text} *{text}* {text}", entity="pain", id=text, field=text, old=text, new=text),
            item(3, sentence=text, entity="pain", kind="renamed", id=text, field="title", old=[text], new=text),
            *(item(9 + at, entity="figure", kind="added", id=f"{text}/{text}", sentence=text) for at in range(5)),
        ),
        journeys=(JourneyPart(id=text, title=text, changes=(f"{1:016x}", f"{1:016x}", "f" * 16), steps=()),),
        teams=(TeamPart(id=text, name=text, handle=text, changes=(f"{1:016x}",)),),
        problems=tuple(mistake(side, file=text, message=text, hint=text) for side in ("base", "head")),
    )
    assert is_harmless(format_diff(forged, links=LINKS))
    assert is_harmless(format_diff(forged.model_copy(update={"problems": (), "absent": "base"}), links=LINKS))


def test_a_comment_made_from_the_json_is_the_same() -> None:
    for seed in range(10):
        found = drafted(seed)
        assert format_diff(read_json(as_json(found).encode())) == format_diff(found)


def test_the_summary_counts_and_each_journey_has_its_fold() -> None:
    found = drafted(3)
    comment = format_diff(found)
    assert f"\n{len(found.changes)} changes in" in comment
    folds = re.findall(r"<summary><code>(.*?)</code>", comment)
    assert sorted(folds) == sorted(journey.title for journey in found.journeys)
    assert comment.count("<details>") == comment.count("</details>") == comment.count("<summary>")


def test_the_journey_that_suffers_most_comes_first() -> None:
    found = DiffDocument(
        format=1,
        changes=(item(1, judgement="editorial"), item(2)),
        journeys=(
            JourneyPart(id="a", title="Reworded", changes=(f"{1:016x}",), steps=()),
            JourneyPart(id="b", title="Worse", changes=(f"{2:016x}",), steps=()),
        ),
    )
    assert re.findall(r"<code>(.*?)</code>", format_diff(found)) == ["Worse", "Reworded"]


def test_what_is_worse_stands_above_all_folds() -> None:
    found = document(atlas("x", later=False), atlas("x", later=True))
    head = format_diff(found).partition("<details>")[0]
    top = head.partition("### 🔴 Worse for the customer\n\n")[2].partition("\n\n###")[0].splitlines()
    assert top
    assert all(line.startswith("- ") and line.endswith(", in `x later`") for line in top)
    many = DiffDocument(format=1, changes=tuple(item(number) for number in range(9)))
    assert "- and 3 more\n" in format_diff(many)


def test_many_figures_are_one_line() -> None:
    comment = format_diff(DiffDocument(format=1, changes=tuple(figures(24))))
    assert comment.count("Promoters") == 1
    assert "\n24 changes: " in comment


def test_the_commit_that_it_speaks_of_may_be_named() -> None:
    assert "As of commit `0123456789`." in format_diff(drafted(1), links=CommentLinks(commit="0123456789abcdef"))


def test_without_a_change_it_says_so() -> None:
    assert format_diff(DiffDocument(format=1, changes=())) == (
        f"{MARKER}\n## What changes for the customer\n\nNothing: no journey means anything else than before.\n\n"
    )


def test_a_comment_that_grows_too_long_is_cut_between_lines_and_closes_its_folds() -> None:
    found = document(atlas("word " * 30, later=False), atlas("word " * 30, later=True))
    whole = len(format_diff(found))
    for limit in range(400, whole, 97):
        comment = format_diff(found, limit)
        assert len(comment) <= limit
        assert CUT in comment or "more" in comment
        assert comment.count("<details>") == comment.count("</details>")
        read(comment)
    assert CUT not in format_diff(found, LONGEST_COMMENT)
    many = DiffDocument(format=1, changes=tuple(item(number, sentence="*x*" * 60) for number in range(2_000)))
    assert len(format_diff(many)) <= LONGEST_COMMENT


def test_the_curve_is_drawn_before_and_after_with_no_word_of_an_author() -> None:
    comment = format_diff(document(atlas("evil", later=False), atlas("evil", later=True)))
    chart = re.findall(r"```mermaid\n(.*?)```", comment, re.DOTALL)
    assert len(chart) == 1
    assert "evil" not in chart[0]
    assert "    bar [0, 1]\n    line [-1, 0]\n" in chart[0]
    assert "\nSteps 3, 4 and 5 changed, too, and are not in the chart.\n" in comment
    assert len(chart[0]) < MOST_CHARACTERS


def test_teams_are_asked_to_review_with_their_handles_in_code() -> None:
    found = document(atlas("@acme/growth", later=False), atlas("@acme/growth", later=True))
    assert "| `@acme/growth` | `@acme/growth` | 🔴 5 worse · " in format_diff(found)


def test_pains_have_a_table_of_their_own() -> None:
    comment = format_diff(document(atlas("x", later=False), atlas("x", later=True)))
    assert re.search(r"<summary>Pains: \d+</summary>", comment)
    assert "| 🟡 look | `x later` | new id; was called `x` |" in comment


def test_what_was_accepted_stands_apart_with_who_until_when_and_why() -> None:
    taken = item(1, acknowledged=ACCEPTED)
    comment = format_diff(DiffDocument(format=1, changes=(taken, item(2, sentence="*Waits* for longer"))))
    assert "2 changes: 🔴 1 worse · 🔵 1 accepted." in comment
    assert (
        "### 🔵 Accepted\n\n- `Pays` fell from positive to negative\n"
        "  - accepted by `Noémie` until 2027-03-31: `The new supplier is slower`\n"
    ) in comment
    assert "- 🔵 accepted, worse: `Pays`" in comment
    assert "Pays" not in comment.partition("### 🔴")[2].partition("###")[0]


def test_mistakes_of_either_side_are_named_with_their_lines() -> None:
    found = DiffDocument(format=1, changes=(item(1),), problems=(mistake(), mistake("base", line=7, hint="")))
    comment = format_diff(found, links=LINKS)
    assert (
        "### Mistakes, to be mended here\n\n"
        "- `journeys/maps/buy.yml:4:9`: `There is no team 'nobody'.` `Did you mean 'sales'?` ·\xa0[line\xa04]("
        f"{LINKS.repository}/blob/{LINKS.commit}/journeys/maps/buy.yml#L4)\n"
    ) in comment
    assert "### Mistakes that were there before\n\n- `journeys/maps/buy.yml:7:9`: `There is no" in comment
    assert "### 🔴 Worse for the customer" in comment
    many = DiffDocument(format=1, changes=(), problems=tuple(mistake(line=at) for at in range(1, 10)))
    assert "- and 3 more\n" in format_diff(many)


def test_the_first_journeys_are_not_told_as_worse_or_better() -> None:
    found = DiffDocument(format=1, changes=(item(1), item(2, judgement="look")), absent="base")
    comment = format_diff(found)
    assert not re.search("[🔴🟡🟢⚪]|worse|look", comment)
    assert "### All changes\n\n<details>\n<summary>Beside the journeys 2 changes</summary>" in comment


def test_three_hundred_files_make_a_comment_that_is_short_when_it_is_closed() -> None:
    comment = format_diff(of_many_files(300), links=LINKS)
    assert len(comment) < LONGEST_COMMENT
    assert CUT not in comment
    assert "<summary>and 288 more journeys 🔴" in comment
    assert "- and 228 more journeys\n" in comment
    assert "\nand 14 more teams\n" in comment
    closed = re.sub(r"(?s)<details>.*?</details>", "A fold", comment)
    assert len([line for line in closed.splitlines() if line.strip()]) < 50
    assert comment.count("<details>") == comment.count("</details>")
    read(comment)
