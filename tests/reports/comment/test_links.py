"""Links of a comment: where they lead, and that no report can lead them anywhere else."""

from hashlib import sha1, sha256
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mkdocs_journeys.reports.comment.links import CommentLinks, is_address
from mkdocs_journeys.reports.comment.paper import markdown_links
from mkdocs_journeys.reports.document import FilePosition, JourneyPart
from reports.support_documents import item, journey, step
from reports.test_escape import NAUGHTY

REPOSITORY, PREVIEW = "https://git.example.com/acme/atlas", "https://preview.example.com/7/"
HEAD, BASE, FILE = "a" * 40, "b" * 40, "journeys/maps/buy it.yml"
GITHUB = CommentLinks(REPOSITORY, 7, on_gitlab=False, commit=HEAD, base=BASE, preview=PREVIEW)
GITLAB = CommentLinks(REPOSITORY, 7, on_gitlab=True, commit=HEAD, base=BASE)
MARKDOWN = MarkdownIt("commonmark")


def at(line: int, file: str = FILE) -> FilePosition:
    return FilePosition(file=file, line=line, column=1)


def test_on_github_a_change_leads_to_its_line_to_the_changed_files_and_to_the_preview() -> None:
    name = sha256(FILE.encode()).hexdigest()
    assert list(GITHUB.of_change(item(1, base=at(3), head=at(5)))) == [
        ("line\N{NO-BREAK SPACE}5", f"{REPOSITORY}/blob/{HEAD}/journeys/maps/buy%20it.yml#L5"),
        ("diff", f"{REPOSITORY}/pull/7/files#diff-{name}R5"),
        ("preview", f"{PREVIEW}changes/#change-{1:016x}"),
    ]
    gone = dict(GITHUB.of_change(item(1, base=at(3))))
    assert gone["line\N{NO-BREAK SPACE}3"] == f"{REPOSITORY}/blob/{BASE}/journeys/maps/buy%20it.yml#L3"
    assert gone["diff"].endswith(f"{name}L3")


def test_on_gitlab_it_leads_to_the_same_places_there() -> None:
    name = sha1(FILE.encode(), usedforsecurity=False).hexdigest()
    assert list(GITLAB.of_change(item(1, base=at(3), head=at(5)))) == [
        ("line\N{NO-BREAK SPACE}5", f"{REPOSITORY}/-/blob/{HEAD}/journeys/maps/buy%20it.yml#L5"),
        ("diff", f"{REPOSITORY}/-/merge_requests/7/diffs#{name}_3_5"),
    ]


def test_a_project_in_a_folder_of_its_repository_is_linked_from_the_top() -> None:
    links = dict(GITHUB.below("docs/cx/").of_change(item(1, head=at(5))))
    assert "/docs/cx/journeys/maps/" in links["line\N{NO-BREAK SPACE}5"]
    assert sha256(f"docs/cx/{FILE}".encode()).hexdigest() in links["diff"]


def test_what_is_not_known_gives_no_link() -> None:
    change = item(1, base=at(3), head=at(5))
    assert list(CommentLinks().of_change(change)) == []
    assert [text for text, _ in CommentLinks(REPOSITORY, commit=HEAD).of_change(change)] == ["line\N{NO-BREAK SPACE}5"]
    assert [text for text, _ in CommentLinks(REPOSITORY, 7).of_change(change)] == ["diff"]
    assert list(GITLAB.of_change(item(1))) == []


def test_a_journey_leads_to_its_page_in_the_preview_unless_it_is_gone() -> None:
    assert GITHUB.of_journey(journey(step(1, 0, 0))) == f"{PREVIEW}journeys/buy/"
    assert GITHUB.of_journey(journey(step(1, 0, None, number=None))) == ""
    assert GITLAB.of_journey(journey(step(1, 0, 0))) == ""


@pytest.mark.parametrize("id", ["..", "a/b", "x)", "a b", "A", "buy\n"])
def test_an_id_that_no_journey_can_have_is_not_linked(id: str) -> None:
    assert GITHUB.of_journey(JourneyPart(id=id, title="x", changes=(), steps=(step(1, 0, 0),))) == ""


@pytest.mark.parametrize("file", ["../../../else/x", "/etc", "a//b", "a/./b", "..", "", "a\\..\\b", "a\nb", "\u202ea"])
def test_a_path_that_could_lead_elsewhere_is_not_linked(file: str) -> None:
    assert [text for text, _ in GITHUB.of_change(item(1, head=at(5, file)))] == ["preview"]


@settings(max_examples=30)
@given(
    file=st.text(max_size=20) | st.sampled_from([text for text in NAUGHTY if text != "\ud800"]),
    line=st.integers(1, 9_999),
)
def test_every_link_stays_where_it_was_told_to_lead(file: str, line: int) -> None:
    for links in (GITHUB, GITLAB):
        found = list(links.of_change(item(1, base=at(line, file), head=at(line, file))))
        for _, address in found:
            parts = urlsplit(address)
            assert f"https://{parts.netloc}" in (REPOSITORY[:23], PREVIEW[:27])
            assert not {".", ".."} & set(unquote(parts.path).split("/"))
            assert parts.query == ""
        tokens = MARKDOWN.parse(f"x{markdown_links(found)}")[1].children or []
        assert [one.attrs["href"] for one in tokens if one.type == "link_open"] == [address for _, address in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "http://git.example.com/acme/atlas",
        "https://git.example.com/acme/atlas?x=1",
        "https://git.example.com/acme/atlas#x",
        "https://git.example.com/a)b",
        "https://git.example.com/a b",
        "https://user:secret@git.example.com/acme",
        "https://git.example.com/../x",
        "https://git.example.com/acme//x",
        "https://git.example.com/acme\n",
        "javascript:alert(1)",
        "//git.example.com",
    ],
)
def test_other_addresses_are_refused(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize("text", [REPOSITORY, PREVIEW, "https://localhost:8443/a/b-c_d.e/~f", "https://example.com"])
def test_ordinary_addresses_are_taken(text: str) -> None:
    assert is_address(text)
