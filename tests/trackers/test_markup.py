"""Whatever authors write, tickets show it as it is, and nothing of it does anything."""

import html
import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from exports.support_drawn import HOSTILE, atlases
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.trackers.issue import TrackerIssue
from mkdocs_journeys.trackers.markers import topics_marked, with_block
from mkdocs_journeys.trackers.markup import html_text, markdown, markdown_with_visible_marks, wiki
from support.atlases import atlas, journey, pain, step
from support.budgets import examples
from trackers.support_atlas import atlas_in, issues_in, tree_of

EVERY = (markdown, markdown_with_visible_marks, wiki, html_text)
MORE = (
    *HOSTILE,
    "<!-- journeys:pain:x -->",
    "journeys:pain:x",
    "/journeys:pain:p 12345678",
    "--> x",
    "{code}",
    "h1. x",
)


def shown(rendered: str) -> list[str]:
    """What a reader sees of HTML, line by line, without what has no width."""
    bare = html.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "\n", rendered)).replace("\u200b", "")
    return [line.strip() for line in bare.splitlines() if line.strip()]


def lines_of(issue: TrackerIssue) -> list[str]:
    return [line.text.replace("\u200b", "").strip() for line in issue.lines]


@settings(max_examples=examples(20))
@given(atlases())
def test_markdown_shows_just_the_words(of: Atlas) -> None:
    for issue in issues_in(of):
        rendered = MarkdownIt("commonmark").render(markdown(issue))
        assert shown(rendered) == lines_of(issue)
        assert set(re.findall(r"<(\w+)", rendered)) <= {"h3", "ul", "li", "p", "a", "blockquote"}


@settings(max_examples=examples(20))
@given(atlases())
def test_html_shows_just_the_words(of: Atlas) -> None:
    for issue in issues_in(of):
        assert shown(html_text(issue))[1:-1] == lines_of(issue)


@pytest.mark.parametrize("text", MORE)
@pytest.mark.parametrize("markup", EVERY)
def test_a_ticket_has_one_marker_whatever_its_words(markup: type, text: str) -> None:
    of = atlas(
        journey("j", step(text, says=[text], pains=[pain("p", title=text, cause=text, description=text)]), title=text)
    )
    [issue] = issues_in(of)
    written = markup(issue)
    assert topics_marked(written) == {issue.topic}
    if markup is not html_text:
        assert with_block(f"above\n{written}\nbelow", "NEW", issue.topic) == "above\nNEW\nbelow"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@channel", "@&#8203;channel"),
        ("me@example.com", "me@example.com"),
        ("fixes #12", "fixes #&#8203;12"),
        ("a/b#3", "a/b#&#8203;3"),
        ("GH-4", "GH&#8203;-4"),
        ("/close", "\\/close"),
        ("# 1", "\\# 1"),
    ],
)
def test_hosts_of_git_call_nobody_and_run_nothing(text: str, expected: str) -> None:
    [issue] = issues_in(atlas(journey("j", step(pains=[pain(cause=text)]))))
    assert f"\n### Why it happens\n\n{expected}\n" in markdown(issue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*b* and _u_", "\\*b* and \\_u_"),
        ("snake_case, 2026-01-01, a*b", "snake_case, 2026-01-01, a*b"),
        ("{code}x{code}", "\\{code\\}x\\{code\\}"),
        ("[a|b]", "\\[a\\|b\\]"),
        ("!x.png!", "\\!x.png!"),
        ("a\\b", "a&#92;b"),
        ("h1. Title", "h1\\. Title"),
        ("** x", "\\** x"),
        (":) (!)", "\\:) \\(\\!)"),
    ],
)
def test_words_for_jira_are_no_markup(text: str, expected: str) -> None:
    [issue] = issues_in(atlas(journey("j", step(pains=[pain(cause=text)]))))
    assert f"\nh4. Why it happens\n\n{expected}\n" in wiki(issue)


def test_a_ticket_says_what_somebody_needs_who_never_saw_the_map() -> None:
    pain_issue = next(one for one in issues_in(atlas_in(tree_of("plain"))) if one.topic.id == "hidden-fees")
    said = "\n".join(lines_of(pain_issue))
    for part in (
        "Buy what the office needs › Decision › Pays",
        "Maya",
        "3 × 3 × 2 ÷ 64",
        "Just tell me",
        "How might we",
    ):
        assert part in said
    assert pain_issue.lines[-1].url == "https://maps.example.com/cx/pains/hidden-fees/"
    assert all(not line.url for one in issues_in(atlas_in(tree_of("plain")), site="") for line in one.lines)


def test_long_texts_are_cut_and_said_to_be() -> None:
    pains = [pain("p", title="x" * 300, description="\n\n".join(["y" * 3_000] * 30))]
    many = [step(f"Step {number}", pains=pains if not number else ["p"]) for number in range(40)]
    [issue] = issues_in(atlas(journey("j", *many)))
    assert (len(issue.title), issue.title[-1]) == (255, "…")
    assert sum(len(line.text) for line in issue.lines) < 13_000
    assert issue.lines[-1].text.endswith("more lines have no room here.")
    pains = [pain("p")]
    many = [step(f"Step {number}", pains=pains if not number else ["p"]) for number in range(40)]
    [issue] = issues_in(atlas(journey("j", *many)))
    assert "and 20 more" in lines_of(issue)
