"""Three versions of a file to one."""

from contextlib import suppress
from inspect import cleandoc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journeys.merging import Labels, UnmergeableError, merged_file
from support.budgets import examples
from support.yamls import broken

BASE = """\
# yaml-language-server: $schema=../../schema/journey.json
title: Buy   # in the customer's words
personas: zoe
tags: [a, b]

stages:
  - stage: trial
    goal: 'Know the price'
    steps:
      # The first time that they see a price.
      - name: Compares the plans
        emotion: -1
        thinks: Which one?

      - name: Starts the trial
        id: start
        notes: |
          One line.
          Another line.
          A third line.
  - stage: use
    steps:
      - name: Comes back
        emotion: 1
# the end
"""
NAMES = Labels("main", "new-prices")


def merged(ours: str, theirs: str, base: str = BASE, labels: Labels = NAMES, path: str = "maps/buy.yml") -> str:
    return merged_file(path, base.encode(), ours.encode(), theirs.encode(), labels).content.decode()


def changed(*pairs: tuple[str, str], text: str = BASE) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_neighbouring_fields_of_a_step_do_not_conflict() -> None:
    one, other = ("emotion: -1", "emotion: -2"), ("Which one?", "Which one is mine?")
    assert merged(changed(one), changed(other)) == changed(one, other)


def test_an_added_field_and_a_changed_neighbour() -> None:
    one = "        emotion: -1\n", "        emotion: -1\n        confidence: inferred\n"
    other = "emotion: -1", "emotion: 0  # asked again"
    assert merged(changed(one), changed(other)) == changed(one, other)


def test_a_conflict_is_marked_around_the_field_alone() -> None:
    one, other = ("emotion: -1", "emotion: 0"), ("emotion: -1", "emotion: -2")
    marked = (
        "        emotion: -1\n",
        "<<<<<<< main\n        emotion: 0\n=======\n        emotion: -2\n>>>>>>> new-prices\n",
    )
    assert merged(changed(one), changed(other)) == changed(marked)


def test_the_base_is_shown_where_it_has_a_name() -> None:
    one, other = ("emotion: -1", "emotion: 0"), ("emotion: -1", "emotion: -2")
    shown = merged(changed(one), changed(other), labels=Labels("x", "y", "old", 9))
    assert "||||||||| old\n        emotion: -1\n=========\n" in shown


def test_a_conflict_in_the_first_field_of_an_item_shows_its_dash_on_both_sides() -> None:
    one, other = ("Comes back", "Comes again"), ("Comes back", "Returns")
    marked = (
        "      - name: Comes back\n",
        "<<<<<<< main\n      - name: Comes again\n=======\n      - name: Returns\n>>>>>>> new-prices\n",
    )
    assert merged(changed(one), changed(other)) == changed(marked)


def test_what_one_removed_and_the_other_changed_is_a_conflict() -> None:
    one, other = ("        thinks: Which one?\n", ""), ("Which one?", "Mine!")
    marked = "<<<<<<< main\n=======\n        thinks: Mine!\n>>>>>>> new-prices\n"
    assert merged(changed(one), changed(other)) == changed(("        thinks: Which one?\n", marked))


def test_what_one_removed_and_the_other_wrote_in_another_way_goes() -> None:
    one, other = ("    goal: 'Know the price'\n", ""), ("'Know the price'", "Know the price")
    assert merged(changed(one), changed(other)) == changed(one)


def test_a_value_wins_over_other_quotes() -> None:
    one, other = ("'Know the price'", '"Know the price"'), ("'Know the price'", "Know all prices")
    assert merged(changed(one), changed(other)) == changed(other)


def test_a_step_that_one_moved_to_another_stage_has_the_edits_of_the_other() -> None:
    start = BASE.index("\n      - name: Starts the trial")
    end = BASE.index("  - stage: use")
    step = BASE[start + 1 : end]
    moved = BASE[: start + 1] + changed(("# the end", step + "# the end"), text=BASE[end:])
    edit = "Starts the trial", "Signs up"
    found = merged(moved, changed(edit))
    assert found == changed(edit, text=moved)
    assert merged(changed(edit), moved).replace("\n\n", "\n") == found.replace("\n\n", "\n")


def test_steps_that_both_added_at_one_place_stand_there_one_after_the_other() -> None:
    place = "  - stage: use\n"
    one, other = (f"      - name: {name}\n        emotion: 0\n" for name in ("Asks", "Waits"))
    found = merged(changed((place, one + place)), changed((place, other + place)))
    assert found == changed((place, one + other + place))


def test_what_both_added_alike_is_there_once() -> None:
    place = "  - stage: use\n"
    one = changed((place, f"      - name: Asks\n        emotion: 0\n{place}"), ("emotion: 1", "emotion: 2"))
    other = changed((place, f"      - name: Asks\n        emotion: 0\n{place}"), ("title: Buy", "title: Buy it"))
    assert merged(one, other).count("name: Asks") == 1


def test_words_of_a_list_are_added_and_taken_out_by_both() -> None:
    assert "tags: [b, c, d]\n" in merged(changed(("[a, b]", "[b, c]")), changed(("[a, b]", "[a, b, d]")))


def test_a_list_in_brackets_and_one_in_lines_become_one_in_lines() -> None:
    found = merged(changed(("[a, b]", "[a, b, c]")), changed(("[a, b]", "\n  - a\n  - d")))
    assert "tags:\n  - a\n  - c\n  - d\n" in found.replace("tags: \n", "tags:\n")


def test_lines_of_a_long_text_are_merged() -> None:
    one, other = ("One line.", "A line."), ("A third line.", "A third line, and more.")
    assert merged(changed(one), changed(other)) == changed(one, other)


def test_comments_of_both_stay() -> None:
    one, other = ("that they see a price", "that they see prices"), ("that they see a price", "of a price")
    found = merged(changed(one), changed(other))
    assert "# The first time that they see prices." in found
    assert "# The first time of a price." in found


def test_a_file_that_both_added() -> None:
    one, other = "title: Buy\nowner: growth\n", "title: Buy\nstatus: live\n"
    assert merged(one, other, base="") == "title: Buy\nowner: growth\nstatus: live\n"


def test_line_ends_marks_of_an_encoding_and_an_open_last_line_stay() -> None:
    one, other = ("emotion: -1", "emotion: -2"), ("Which one?", "Mine!")
    windows = changed(one).replace("\n", "\r\n")
    assert merged(windows, changed(other)) == changed(one, other).replace("\n", "\r\n")
    assert merged("\ufeff" + changed(one), changed(other)) == "\ufeff" + changed(one, other)
    assert merged(changed(one).rstrip(), changed(other)) == changed(one, other).rstrip()


def test_another_indentation_on_one_side_does_not_conflict() -> None:
    flat = "title: Buy\ntags:\n  - a\nscope:\n    starts: x\n    ends: y\n"
    deep = "title: Buy\ntags:\n    - a\nscope:\n      starts: x\n      ends: y\n"
    assert merged(deep, changed(("ends: y", "ends: z"), text=flat), base=flat) == deep.replace("ends: y", "ends: z")


@pytest.mark.parametrize(
    ("ours", "theirs", "why"),
    [
        ("a: &x 1\nb: *x\n", "a: 2\n", "anchor"),
        ("a: 1\na: 2\n", "a: 3\n", "twice"),
        ("a: [1\n", "a: 3\n", "mistake"),
        ("a:\n\t- x\n", "a: 3\n", "mistake"),
        ("a: 1\r\nb: 2\n", "a: 3\n", "different ways"),
        ("{a: 1}\n", "a: 3\n", "no mapping"),
    ],
)
def test_what_is_out_of_the_ordinary_is_refused(ours: str, theirs: str, why: str) -> None:
    with pytest.raises(UnmergeableError, match=why):
        merged(ours, theirs, base="a: 0\n")


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UnmergeableError):
        merged_file("journeys/maps/x.yml", b"a: 1\n", b"a: \xff\n", b"a: 2\n", NAMES)


def test_figures_of_new_days_stand_in_order() -> None:
    base = "date,value,segment\n2026-01-01,1,\n2026-02-01,2,\n"
    one, other = f"{base}2026-03-01,3,new\n", f"{base}2026-03-01,4,\n2026-04-01,5,\n".replace("01,1", "01,9")
    found = merged(one, other, base=base, path="journeys/metrics/nps.csv")
    assert (
        found
        == cleandoc("""
        date,value,segment
        2026-01-01,9,
        2026-02-01,2,
        2026-03-01,4,
        2026-03-01,3,new
        2026-04-01,5,
    """)
        + "\n"
    )


def test_two_values_for_one_day_are_a_conflict() -> None:
    base = "date,value\n2026-01-01,1\n"
    found = merged(base.replace("1\n", "2\n"), base.replace("1\n", "3\n"), base=base, path="journeys/metrics/nps.csv")
    marked = "<<<<<<< main\n2026-01-01,2\n=======\n2026-01-01,3\n>>>>>>> new-prices\n"
    assert found == f"date,value\n{marked}"


@settings(max_examples=examples(20))
@given(st.tuples(broken(), broken(), broken()))
def test_whatever_three_versions_hold_they_are_merged_or_refused(versions: tuple[bytes, bytes, bytes]) -> None:
    with suppress(UnmergeableError):
        merged_file("x.yml", *versions, NAMES)


@settings(max_examples=examples(20))
@given(st.data())
def test_whatever_breaks_a_version_it_is_merged_or_refused(data: st.DataObject) -> None:
    at, cut = data.draw(st.integers(0, len(BASE))), data.draw(st.integers(0, 5))
    piece = data.draw(st.sampled_from(["", "\n", " ", "#", ": ", "- ", "[", "'", "|\n", "\t", "&a ", "---\n", "<<: x"]))
    theirs = BASE[:at] + piece + BASE[at + cut :]
    ours = changed(("emotion: -1", "emotion: -2"), ("[a, b]", "[a, b, c]"))
    try:
        found = merged_file("x.yml", BASE.encode(), ours.encode(), theirs.encode(), NAMES)
    except UnmergeableError:
        return
    assert found.conflicts or "emotion: -2" in found.content.decode()
