"""A draft is finished only where its edits do what its values say."""

from mkdocs_journeys.refactor.draft import Draft
from mkdocs_journeys.refactor.files import AtlasFiles, read_files
from mkdocs_journeys.yamlfile.editing.edit import Edit
from refactor.support_trees import USE_IT, base, done, refused, swapped, text

OWNER = "owner: support\n"


def draft(extra: str = "") -> Draft:
    files = read_files(swapped(base(), USE_IT, (OWNER, f"{OWNER}{extra}")) if extra else base())
    assert isinstance(files, AtlasFiles)
    return Draft(files)


def test_an_edit_that_does_what_the_values_say_is_done() -> None:
    one = draft()
    start = text(base(), USE_IT).index("support")
    one.edit(USE_IT, ("owner",), Edit(start, start + 7, "growth"))
    one.values_of(USE_IT)["owner"] = "growth"
    one.notes.append("A note.")
    found = done(one.finished())
    assert found.applied(base()).files[USE_IT] == base().files[USE_IT].replace(b"support", b"growth", 1)
    assert found.notes == ("A note.",)


def test_an_edit_that_does_anything_else_is_refused() -> None:
    one = draft()
    one.edit(USE_IT, ("owner",), Edit(0, 0, "state: current\n"))
    assert (
        refused(one.finished()) == f"{USE_IT} is written in a way that cannot be changed by itself. Change it by hand."
    )


def test_values_that_no_edit_brings_about_are_refused() -> None:
    one = draft()
    one.values_of(USE_IT)["owner"] = "growth"
    assert USE_IT in refused(one.finished())


def test_an_edit_that_could_not_be_had_is_refused_with_its_place() -> None:
    one = draft()
    one.edit(USE_IT, ("owner",), None)
    assert refused(one.finished()).startswith(f"{USE_IT}:3:8 is written")


def test_edits_that_overlap_are_refused() -> None:
    one = draft("# a comment\n")
    start = text(one.files.tree, USE_IT).index("# a comment")
    one.edit(USE_IT, (), Edit(start, start + 5, "#"), Edit(start + 3, start + 9, "#"))
    assert USE_IT in refused(one.finished())


def test_a_created_file_has_to_hold_its_values() -> None:
    one = draft()
    one.create("journeys/maps/new.yml", "title: x\n", like=USE_IT, values={"title": "x"})
    assert done(one.finished()).created == {"journeys/maps/new.yml": b"title: x\n"}
    one.create("journeys/maps/new.yml", "title: y\n", like=USE_IT, values={"title": "x"})
    assert "journeys/maps/new.yml" in refused(one.finished())
