"""Lines of CODEOWNERS, and their place in a file."""

import pytest

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.codeowners import BEGIN, END, MergeError, codeowners, merge, pattern
from mkdocs_journeys.model import Catalog, Journey


def atlas(**handles: str | None) -> Atlas:
    """A journey for each team, in a group of its name."""
    teams = [{"id": id, "name": id.title(), "codeowner": handle} for id, handle in handles.items()]
    values = {"format": 1, "id": "catalog", "path": "journeys/catalog.yml", "teams": teams}
    journeys = {
        f"j-{id}": Journey.model_validate(
            {
                "id": f"j-{id}",
                "path": f"journeys/maps/{id}/j-{id}.yml",
                "title": "Buy",
                "personas": ["maya"],
                "owner": id,
                "stages": [{"stage": "x", "steps": [{"name": "Pays"}]}],
            }
        )
        for id in handles
    }
    return Atlas(catalog=Catalog.model_validate(values), journeys=journeys)


def test_each_file_with_an_owner_has_a_line_the_longest_path_last() -> None:
    lines, notes = codeowners(atlas(support="@acme/support", growth="@acme/growth ana@example.com", b="@b"))
    assert lines == (
        "/journeys/maps/b/j-b.yml @b",
        "/journeys/maps/growth/j-growth.yml @acme/growth ana@example.com",
        "/journeys/maps/support/j-support.yml @acme/support",
    )
    assert notes == ()


def test_owners_without_a_name_on_the_host_are_left_out_with_a_note() -> None:
    lines, notes = codeowners(atlas(growth=None, sales="ask Ben", support="@acme/support"))
    assert lines == ("/journeys/maps/support/j-support.yml @acme/support",)
    assert notes == (
        "growth owns 1 file, but has no `codeowner` in the catalog: left out.",
        "sales owns 1 file, but its codeowner 'ask Ben' is no @name, @group/name or address: left out.",
    )


@pytest.mark.parametrize("handle", ["@a\n* @evil", "@a # x", "*", "@", "@acme/", "[x]", "@a,@b"])
def test_a_handle_cannot_write_a_line_of_its_own(handle: str) -> None:
    assert codeowners(atlas(growth=handle))[0] == ()


def test_a_project_below_the_top_and_a_section() -> None:
    lines, _ = codeowners(atlas(b="@b"), "docs/our cx", "Customer journeys")
    assert lines == ("[Customer journeys]", r"/docs/our\ cx/journeys/maps/b/j-b.yml @b")
    assert codeowners(atlas(b=None), "", "Customer journeys")[0] == ()


@pytest.mark.parametrize("section", ["a]", "[a", "a\nb", "^a"])
def test_a_section_that_cannot_be_one_is_refused(section: str) -> None:
    with pytest.raises(MergeError):
        codeowners(atlas(b="@b"), "", section)


def test_signs_in_a_path_fit_any_one_character() -> None:
    assert pattern("a b/c*d?[e]\\#\n.yml") == r"/a\ b/c?d??e????.yml"
    assert pattern("Große Kunden/x.yml") == r"/Große\ Kunden/x.yml"


def test_lines_are_put_at_the_end_of_a_file_and_renewed_in_their_place() -> None:
    once = merge("* @acme/all\n", ("/a @a",))
    assert once == f"* @acme/all\n\n{BEGIN}\n/a @a\n{END}\n"
    later = once + "\n/z @z\n"
    assert merge(later, ("/b @b", "/c @c")) == f"* @acme/all\n\n{BEGIN}\n/b @b\n/c @c\n{END}\n\n/z @z\n"
    assert merge(once, ("/a @a",)) == once
    assert merge("", ()) == f"{BEGIN}\n{END}\n"


def test_everything_else_in_a_file_stays_byte_for_byte() -> None:
    windows = "# caf\udce9\r\n* @a\x0b\r\n"
    once = merge(windows, ("/a @a",))
    assert once == f"{windows}\r\n{BEGIN}\r\n/a @a\r\n{END}\r\n"
    assert merge(f"{once}/z @z", ()) == f"{windows}\r\n{BEGIN}\r\n{END}\r\n/z @z"


@pytest.mark.parametrize("text", [BEGIN, END, f"{END}\n{BEGIN}", f"{BEGIN}\n{BEGIN}\n{END}", f"{BEGIN}\n{END}\n{END}"])
def test_markers_that_are_no_pair_are_left_to_a_person(text: str) -> None:
    with pytest.raises(MergeError):
        merge(f"{text}\n", ("/a @a",))
