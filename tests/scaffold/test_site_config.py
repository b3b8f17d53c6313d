"""A mkdocs.yml is read as data, and told what it still needs."""

import pytest

from mkdocs_journeys.scaffold.site_config import (
    ALL_PLUGINS,
    NAV,
    ONE_MORE_ITEM,
    ONE_MORE_KEY,
    OWN_THEME,
    THEME,
    inherited,
    lines_to_add,
    site_config,
)

GROUPS = (("Journeys", ("atlas.md", "journeys.md")), ("Work", ("pains.md",)))


def missing(config: str) -> str:
    return site_config(config.encode()).missing


@pytest.mark.parametrize(
    ("config", "lines"),
    [
        ("site_name: X\n", ALL_PLUGINS + THEME),
        ("theme: material\n", ALL_PLUGINS),
        ("theme:\n  name: material\nplugins:\n  - search\n", ONE_MORE_ITEM),
        ("theme: {name: material}\nplugins: [search, journeys]\n", ""),
        ("theme: material\nplugins:\n  - search\n  - journeys:\n      home: a.md\n", ""),
        ("theme: material\nplugins:\n  search: {}\n  journeys: {}\n", ""),
        ("theme: material\nplugins: {search: {}}\n", ONE_MORE_KEY),
        ("theme: {name: material}\nplugins: &all [[a], {[b]: c}, *all]\n", ONE_MORE_ITEM),
        ("theme: readthedocs\nplugins: [journeys]\n", ""),
        ("theme: {name: null, custom_dir: ours}\nplugins: [journeys]\n", ""),
        ("theme: material\nplugins:\nx: !!python/name:os.system\ny: !ENV HOME\n", ALL_PLUGINS),
    ],
)
def test_only_what_is_missing_is_given(config: str, lines: str) -> None:
    assert missing(config) == lines


@pytest.mark.parametrize(
    "config", [b"", b"\xff\xfe\x00", b"[" * 50_000, b"a: [", b"- plugins\n", b"plugins: 3\n", b"? [a]\n: b\n", b"\x00"]
)
def test_of_what_cannot_be_read_everything_is_given(config: bytes) -> None:
    assert site_config(config).missing == ALL_PLUGINS + THEME


def test_a_theme_of_theirs_stays() -> None:
    themes = ("theme: readthedocs\n", "theme: {custom_dir: x}\n", "theme: !ENV THEME\n", "")
    assert [site_config(text.encode()).theme for text in themes] == ["readthedocs", OWN_THEME, OWN_THEME, ""]


def test_what_a_parent_says_holds_where_the_child_says_nothing() -> None:
    child = b"INHERIT: ../base.yml\nplugins: [search]\nnav: [index.md]\n"
    parent = b"theme: material\nplugins: [journeys]\ndocs_dir: pages\nnav: [journeys.md]\n"
    found = site_config(child, parent)
    assert inherited(child) == "../base.yml"
    assert (found.missing, found.docs_dir, found.nav) == (ONE_MORE_ITEM, "pages", ("index.md",))


def test_options_of_the_plugin_are_read_in_both_forms() -> None:
    for text in ("plugins: [{journeys: {journeys_dir: cx, home: a.md}}]", "plugins: {journeys: {journeys_dir: cx}}"):
        assert site_config(text.encode()).journeys_dir == "cx"
    for value, shown in (("false", False), ("true", True), ("{baseline: x}", True)):
        assert site_config(f"plugins: [{{journeys: {{health: {value}}}}}]".encode()).has_health is shown
    assert site_config(b"plugins: [{journeys: {journeys_dir: !ENV X, home: }}]").journeys_dir == "journeys"


@pytest.mark.parametrize("nav", ["[index.md]", "[index.md, {More: [{Deep: [a.md, /b.md]}]}]", "[]"])
def test_with_a_navigation_the_lines_for_it_are_given(nav: str) -> None:
    config = site_config(f"theme: material\nplugins: [journeys]\nnav: {nav}\n".encode())
    assert lines_to_add(config, GROUPS) == "".join(
        [NAV, "  - Journeys:\n      - atlas.md\n      - journeys.md\n", "  - Work:\n      - pains.md\n"]
    )


@pytest.mark.parametrize("nav", ["nav: [index.md, {Ours: [{P: pains.md}]}]\n", "", "nav:\n", "nav: !include x\n"])
def test_without_one_or_with_a_page_of_ours_in_it_none_are(nav: str) -> None:
    config = site_config(f"theme: material\nplugins: [journeys]\n{nav}".encode())
    assert lines_to_add(config, GROUPS) == ""


def test_a_navigation_that_holds_itself_ends() -> None:
    assert site_config(b"nav: &a [index.md, *a, {x: *a}]\n").nav == ("index.md",)


@pytest.mark.parametrize(
    ("docs_dir", "exposed"),
    [(".", "journeys"), ("./", "journeys"), ("docs", ""), ("../docs", ""), ("..", ""), ("j", "")],
)
def test_journeys_inside_of_docs_dir_would_be_published(docs_dir: str, exposed: str) -> None:
    assert site_config(f"docs_dir: {docs_dir}\n".encode()).exposed == exposed


def test_the_line_that_keeps_them_out_is_given_until_it_is_there() -> None:
    text = b"theme: material\nplugins: [{journeys: {journeys_dir: docs/cx}}]\n"
    assert lines_to_add(site_config(text), GROUPS) == "exclude_docs: |\n  /cx/\n"
    assert lines_to_add(site_config(text + b"exclude_docs: |\n  /cx/\n"), GROUPS) == ""
