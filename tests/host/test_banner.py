from host.support_build import problem
from mkdocs_journeys.host.banner import error_pages, internal_banner, problem_banner, with_code
from mkdocs_journeys.problem import Position, Problem

HOSTILE = "</pre><script>alert(1)</script>"


def test_the_banner_shows_where_what_and_how_to_mend_it() -> None:
    banner = problem_banner([problem(line=2)], {"journeys/a.yml": b"a: 1\nb: 2\n"}, kept=True)
    for words in (
        "1 mistake in the journeys",
        "journeys/a.yml:2:3",
        "This is wrong.",
        "Mend it.",
        "2 | b: 2",
    ):
        assert words in banner
    assert "the last version that was right" in banner


def test_the_banner_brings_its_own_style() -> None:
    assert ".journeys-problems {" in problem_banner([problem()], {}, kept=True)


def test_everything_an_author_typed_is_text() -> None:
    where = Position(f"journeys/{HOSTILE}.yml", 1, 1)
    hostile = Problem("rule", where, HOSTILE, HOSTILE, related=((where, HOSTILE),))
    banner = problem_banner([hostile], {where.file: HOSTILE.encode()}, kept=False)
    assert "<script" not in banner
    assert banner.count("&lt;script&gt;alert(1)") == 6


def test_many_problems_are_counted_and_the_first_ones_shown() -> None:
    banner = problem_banner([problem()] * 25, {}, kept=False)
    assert "25 mistakes" in banner
    assert "And 5 more" in banner
    assert "Nothing can be shown yet" in banner


def test_a_mistake_of_ours_asks_to_be_reported() -> None:
    try:
        raise RuntimeError(HOSTILE)
    except RuntimeError as error:
        banner = internal_banner(error, kept=True)
    assert "<script" not in banner
    assert "RuntimeError: &lt;/pre&gt;" in banner
    assert "please report it" in banner
    assert "test_banner.py, line" in banner


def test_without_a_good_atlas_every_index_page_is_there() -> None:
    pages = list(error_pages("atlas.md"))
    assert [page.uri for page in pages][:3] == ["atlas.md", "journeys.md", "personas.md"]
    assert all(page.in_nav for page in pages)


def test_quoted_names_in_a_sentence_are_code() -> None:
    assert with_code("`a<b` is 9, not `c`.") == "<code>a&lt;b</code> is 9, not <code>c</code>."
    assert with_code("one ` alone") == "one ` alone"
