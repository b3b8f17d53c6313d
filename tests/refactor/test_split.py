"""Splitting a journey: two whole journeys, of which the first leads to the second."""

import pytest

from mkdocs_journeys.refactor import split
from mkdocs_journeys.sources.tree import Tree
from refactor.support_trees import TRY_IT, USE_IT, base, changed_lines, done, refused, sound, swapped, text

SECOND = "journeys/maps/try-it-2.yml"


def test_the_steps_from_one_on_are_a_journey_of_their_own() -> None:
    tree = base()
    found = done(split(tree, "try-it", "start", id="buy-it", title="Pay for it: at once"))
    after = found.applied(tree)
    new = text(after, "journeys/maps/buy-it.yml")
    whole = text(tree, TRY_IT)
    start, end = whole.index("  - stage: onboarding"), whole.index("# the end of the file")
    moved = whole[start:end].replace("leads_to: [compare,", "leads_to: [journey:try-it,")
    assert new == (
        "# yaml-language-server: $schema=../../schema/journey.json\n"
        'title: "Pay for it: at once"\n'
        "personas: [maya, tom]\n"
        "status: live\n"
        "owner: growth\n"
        "reviewed: 2026-10-01\n"
        'segments: [small-firms, "big-firms"]\n'
        "evidence:\n"
        "  # the newest first\n"
        "  - interviews\n"
        "  - interviews/fees-surprise\n"
        "paths:\n"
        "  refused: The card is refused\n"
        f"stages:\n{moved}"
    )
    first = whole[:start] + "        leads_to: [journey:buy-it]\n" + whole[end:]
    assert text(after, TRY_IT) == first.replace("paths:\n  refused: The card is refused\n", "")
    assert found.notes == ("Stays with try-it alone: metrics and notes.",)
    assert sorted(sound(after).journeys) == ["buy-it", "try-it", "use-it"]


def test_a_stage_is_cut_in_two() -> None:
    tree = base()
    after = done(split(tree, "try-it", "2")).applied(tree)
    assert "title: Find out whether it is worth paying for (part 2)\n" in text(after, SECOND)
    assert "stages:\n  - stage: consideration\n    steps:\n      - name: Asks a friend\n" in text(after, SECOND)
    assert "volume: visits" not in text(after, SECOND)
    assert "        opportunities: [one-price]\n        leads_to: [journey:try-it-2]\n# the end" in text(after, TRY_IT)


@pytest.mark.parametrize(
    ("written", "first", "second"),
    [
        (
            "paths:\n  other: x  # of nobody\n  # why\n  refused: y\n  both: z\n",
            "paths:\n  other: x  # of nobody\n  both: z\n",
            "paths:\n  # why\n  refused: y\n  both: z\n",
        ),
        ("paths: {refused: y, both: z}\n", "paths: {both: z}\n", "paths: {refused: y, both: z}\n"),
        (
            "paths: {refused: y, other: x, both: z}\n",
            "paths: {other: x, both: z}\n",
            "paths:\n  refused: y\n  both: z\n",
        ),
    ],
)
def test_each_part_names_the_ways_that_its_steps_take(written: str, first: str, second: str) -> None:
    tree = swapped(base(), TRY_IT, ("paths:\n  refused: The card is refused\n", written))
    tree = swapped(tree, TRY_IT, ("        actors: [tom]\n", "        actors: [tom]\n        path: both\n"))
    tree = swapped(tree, TRY_IT, ("        id: start\n", "        id: start\n        path: both\n"))
    after = done(split(tree, "try-it", "start")).applied(tree)
    assert first + "stages:\n" in text(after, TRY_IT)
    assert second + "stages:\n" in text(after, SECOND)


def test_ways_that_the_second_part_does_not_take_stay_with_the_first() -> None:
    tree = swapped(base(), TRY_IT, ("        path: refused\n", ""))
    after = done(split(tree, "try-it", "start")).applied(tree)
    assert "paths" not in text(after, SECOND)
    assert "paths:\n  refused: The card is refused\n" in text(after, TRY_IT)


def test_a_name_of_the_stage_is_the_name_of_both_parts() -> None:
    tree = swapped(base(), USE_IT, ("  name: At work\n", "  goal: Done\n  # why so\n  name: At work\n  id: later\n"))
    after = done(split(tree, "use-it", "2")).applied(tree)
    new = text(after, "journeys/maps/small/use-it-2.yml")
    head = "stages:\n- stage: adoption\n  # why so\n  name: At work\n  id: later\n  steps:\n  - name: Waits\n"
    assert head in new
    assert "part_of: try-it\n" in new


def test_a_stage_may_begin_with_another_field() -> None:
    tree = swapped(
        base(), USE_IT, ("- stage: adoption\n  name: At work\n", "- # odd\n  name: At work\n  stage: adoption\n")
    )
    after = done(split(tree, "use-it", "2")).applied(tree)
    assert "- name: At work\n  stage: adoption\n  steps:\n" in text(after, "journeys/maps/small/use-it-2.yml")


def test_fields_below_the_stages_stay_and_are_copied_all_the_same() -> None:
    tree = base()
    content = text(tree, USE_IT).replace("owner: support\nevidence", "evidence", 1) + "owner: support\nnotes: x\n"
    tree = Tree({**tree.files, USE_IT: content.encode()})
    after = done(split(tree, "use-it", "2")).applied(tree)
    assert text(after, USE_IT).endswith("    leads_to: [journey:use-it-2]\nowner: support\nnotes: x\n")
    assert "part_of: try-it\nowner: support\nstages:\n" in text(after, "journeys/maps/small/use-it-2.yml")


def test_a_step_that_leads_on_already_leads_there_too() -> None:
    tree = swapped(base(), USE_IT, ("    pains: [slow-board]\n", "    leads_to: [journey:try-it]\n"))
    after = done(split(tree, "use-it", "2")).applied(tree)
    assert "leads_to: [journey:try-it, journey:use-it-2]\n" in text(after, USE_IT)


def test_a_step_that_led_to_the_cut_leads_to_the_journey() -> None:
    tree = swapped(base(), TRY_IT, ("        actors: [tom]\n", "        actors: [tom]\n        leads_to: [start]\n"))
    after = done(split(tree, "try-it", "start")).applied(tree)
    assert "leads_to: [journey:try-it-2]\n" in text(after, TRY_IT)
    assert text(after, TRY_IT).count("try-it-2") == 1


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_are_those_of_the_first(end: str) -> None:
    def odd(data: bytes) -> bytes:
        return b"\xef\xbb\xbf" + data.replace(b"\n", end.encode())

    tree = base()
    other = Tree({path: odd(data) for path, data in tree.files.items()})
    plain = done(split(tree, "try-it", "2")).applied(tree)
    found = done(split(other, "try-it", "2")).applied(other)
    assert found.files == {path: odd(data) for path, data in plain.files.items()}


def test_a_file_without_a_last_line_end_is_split_all_the_same() -> None:
    tree = base()
    tree = Tree({**tree.files, USE_IT: tree.files[USE_IT].rstrip()})
    after = done(split(tree, "use-it", "2")).applied(tree)
    assert text(after, "journeys/maps/small/use-it-2.yml").endswith("evidence: [interviews]}\n")
    assert text(after, USE_IT).endswith("    leads_to: [journey:use-it-2]\n")


def test_an_id_that_is_taken_is_not_made_up() -> None:
    tree = base()
    tree = Tree(
        {**tree.files, SECOND: tree.files[USE_IT].replace(b"slow-board", b"no-trial").replace(b"id: no", b"x: no")}
    )
    assert list(done(split(tree, "try-it", "start")).created) == ["journeys/maps/try-it-3.yml"]


@pytest.mark.parametrize(
    ("at", "options", "said"),
    [
        ("use-it/2", {}, "'Waits' is no step of try-it. Name one of its own steps."),
        ("pays", {}, "try-it has no step 'pays'. Did you mean 'pay'?"),
        ("start", {"id": "use-it"}, "There is a journey 'use-it' already. Choose another id."),
        ("start", {"id": "readme"}, "The site needs the name 'readme' for itself. Choose another id."),
        ("start", {"title": "a\x1bb"}, "A title is made of what can be seen. Write another one after --title."),
    ],
)
def test_what_cannot_be_split_is_refused_in_a_sentence(at: str, options: dict[str, str], said: str) -> None:
    assert refused(split(base(), "try-it", at, **options)) == said


@pytest.mark.parametrize(
    ("at", "message", "hint"),
    [
        (
            "compare",
            "'compare' is the first step of try-it: nothing would be left of it.",
            "Name the step with which the second journey begins.",
        ),
        (
            "pay",
            f"{TRY_IT}:67:13: 'pay' leads to 'start', which would be in the middle of another journey.",
            "Take that out first, or cut elsewhere.",
        ),
    ],
)
def test_a_cut_in_the_wrong_place_is_refused_in_a_sentence(at: str, message: str, hint: str) -> None:
    assert refused(split(base(), "try-it", at)) == f"{message} {hint}"


def test_what_happens_at_the_same_time_is_not_parted() -> None:
    tree = swapped(base(), TRY_IT, ("        id: start\n", "        id: start\n        parallel: true\n"))
    assert refused(split(tree, "try-it", "start")) == (
        "'start' happens at the same time as the step before it, which would be in another journey. "
        "Cut before or after the two."
    )


def test_steps_in_brackets_are_refused() -> None:
    start = text(base(), USE_IT).index("  steps:")
    content = text(base(), USE_IT)[:start] + "  steps: [{name: Opens}, {name: Waits, pains: [no-trial]}]\n"
    tree = base(use_it=content)
    assert refused(split(tree, "use-it", "2")).startswith(f"{USE_IT}:9:26 is written in a way")


def test_an_alias_is_not_torn_from_its_anchor() -> None:
    tree = swapped(base(), USE_IT, ("pains: [slow-board]", "pains: &p [slow-board]"))
    tree = swapped(tree, USE_IT, ("  - name: Waits\n", "  - name: Hopes\n    pains: *p\n  - name: Waits\n"))
    assert "use-it-2.yml is written in a way" in refused(split(tree, "use-it", "2"))


def test_an_atlas_that_cannot_be_read_is_left_alone() -> None:
    assert "cannot be read" in refused(split(base(use_it="a: ["), "try-it", "2"))
    assert refused(split(base(), "tri-it", "2")) == "There is no journey 'tri-it'. Did you mean 'try-it'?"


def test_the_first_part_is_changed_nowhere_else() -> None:
    tree = base()
    after = done(split(tree, "use-it", "2")).applied(tree)
    assert changed_lines(tree, after, USE_IT) == [
        "+     leads_to: [journey:use-it-2]",
        "-   - name: Waits",
        "-     touchpoint: help-line",
        "-     emotion: -2",
        "-     pains:",
        "-     - {id: slow-board, title: The board is slow, owner: support, evidence: [interviews]}",
    ]
