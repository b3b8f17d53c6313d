"""Merging: everything names one of the two, the other is gone, and it is said what is lost with it."""

import pytest

from mkdocs_journeys.refactor import MERGED_KINDS, merge
from mkdocs_journeys.sources.tree import Tree
from refactor.support_trees import CATALOG, TRY_IT, USE_IT, base, changed_lines, done, refused, sound, swapped, text

PRICE = "journeys/opportunities/one-price.yml"
TOM = "journeys/personas/tom.yml"


def test_a_pain_goes_where_the_other_is_felt_already_and_leaves_its_evidence() -> None:
    tree = base()
    found = done(merge(tree, "pain", "no-trial", "hidden-fees"))
    after = found.applied(tree)
    assert changed_lines(tree, after, TRY_IT) == [
        "-             evidence: [interviews/fees-surprise]",
        "+             evidence: [interviews/fees-surprise, interviews]",
        "- ",
        "-           - id: no-trial",
        "-             title: One cannot try it",
        "-             evidence: [interviews]",
        "-         pains: [no-trial, hidden-fees]",
        "+         pains: [hidden-fees]",
    ]
    assert changed_lines(tree, after, PRICE) == ["- pains: [hidden-fees, no-trial]", "+ pains: [hidden-fees]"]
    assert found.notes == ("Lost: title: One cannot try it (stays: The full price shows only at checkout)",)
    assert list(sound(after).pains) == ["slow-board", "hidden-fees"]


def test_where_the_other_is_not_felt_its_id_takes_the_place_of_the_definition() -> None:
    tree = base()
    found = done(merge(tree, "pain", "slow-board", "no-trial"))
    after = found.applied(tree)
    assert changed_lines(tree, after, USE_IT) == [
        "-     pains: [slow-board]",
        "+     pains: [no-trial]",
        "-     - {id: slow-board, title: The board is slow, owner: support, evidence: [interviews]}",
        "+     - no-trial",
    ]
    assert [place.number for place in sound(after).pains["no-trial"].places] == [1, 1, 2, 3]


def test_links_lead_to_the_other() -> None:
    tree = base()
    after = done(merge(tree, "pain", "hidden-fees", "no-trial")).applied(tree)
    assert "the worst is [the price](pain:no-trial)." in text(after, CATALOG)
    assert "[the price](pain:no-trial)" in text(after, TRY_IT)


def test_what_the_other_lacks_is_kept_where_one_asks_for_it() -> None:
    tree = base()
    found = done(merge(tree, "pain", "hidden-fees", "no-trial", keep_missing=True))
    assert (
        "          - id: no-trial\n"
        "            title: One cannot try it\n"
        "            evidence: [interviews, interviews/fees-surprise]\n"
        "            severity: critical   # since the redesign\n"
        "            owner: growth\n"
        "            description: Told in [the study](evidence:interviews).\n"
    ) in text(found.applied(tree), TRY_IT)
    assert found.notes == ("Lost: title: The full price shows only at checkout (stays: One cannot try it)",)


def test_a_field_written_in_lines_does_not_fit_into_braces() -> None:
    tree = swapped(
        base(),
        TRY_IT,
        ("            severity: critical", "            cause: |\n              Why?\n            severity: critical"),
    )
    found = merge(tree, "pain", "hidden-fees", "slow-board", keep_missing=True)
    assert refused(found).startswith(f"{USE_IT}:19:7 is written in a way")


def test_a_touchpoint_goes_with_its_comments() -> None:
    tree = base()
    found = done(merge(tree, "touchpoint", "sign-up", "pricing-page"))
    after = found.applied(tree)
    assert changed_lines(tree, after, CATALOG) == [
        "-   # Asked for in March.",
        '-   - id: "sign-up"  # in quotes',
        "-     name: Sign-up form",
        "-     channel: web",
        "-     team: growth",
        "-     status: live",
    ]
    assert found.notes == ("Lost: name: Sign-up form (stays: Pricing page)", "Lost: status: live")
    assert "touchpoint: pricing-page" in text(after, USE_IT)


def test_a_field_between_braces_is_kept_there() -> None:
    tree = base()
    after = done(merge(tree, "touchpoint", "sign-up", "help-line", keep_missing=True)).applied(tree)
    assert "  - {id: help-line, name: Help line, channel: call, team: 'support', status: live}\n" in text(
        after, CATALOG
    )


def test_two_places_of_one_step_become_one() -> None:
    tree = base()
    after = done(merge(tree, "touchpoint", "help-line", "pricing-page")).applied(tree)
    assert "touchpoint: [pricing-page]\n" in text(after, TRY_IT)


def test_a_persona_goes_with_its_file() -> None:
    tree = base()
    found = done(merge(tree, "persona", "maya", "tom", keep_missing=True))
    after = found.applied(tree)
    assert "journeys/personas/maya.yml" not in after.files
    assert changed_lines(tree, after, TRY_IT) == [
        "- personas: [maya, tom]",
        "+ personas: [tom]",
        "-         emotion: {maya: -1, tom: 0}",
        "+         emotion: {tom: 0}",
        '-         thinks: {maya: Is that all?, tom: "Who pays?"}',
        '+         thinks: {tom: "Who pays?"}',
    ]
    assert changed_lines(tree, after, TOM) == [
        "+ evidence: [interviews/fees-surprise]",
        "+ role: Leads operations",
        "+ segment: small-firms",
        "+ summary: Takes [the trial](journey:try-it).",
    ]
    assert found.notes == (
        "Lost: name: Maya (stays: Tom)",
        "Lost: owner: growth (stays: support)",
        f"Lost: {TRY_IT}:29:25: emotion -1 (stays: 0)",
        f"Lost: {TRY_IT}:30:24: thinks Is that all? (stays: Who pays?)",
    )


def test_the_main_persona_stays_the_main_one() -> None:
    tree = swapped(base(), TRY_IT, ("personas: [maya, tom]", "personas: [maya, ines, tom]  # three"))
    tree = Tree({**tree.files, "journeys/personas/ines.yml": b"name: Ines\n"})
    after = done(merge(tree, "persona", "maya", "tom")).applied(tree)
    assert "personas: [tom, ines]  # three\n" in text(after, TRY_IT)
    after = done(merge(tree, "persona", "tom", "maya")).applied(tree)
    assert "personas: [maya, ines]  # three\n" in text(after, TRY_IT)


def test_a_key_of_one_persona_alone_is_renamed() -> None:
    tree = swapped(base(), TRY_IT, ("emotion: {maya: -1, tom: 0}", "emotion:\n          maya: -1  # sure"))
    after = done(merge(tree, "persona", "maya", "tom")).applied(tree)
    assert "        emotion:\n          tom: -1  # sure\n" in text(after, TRY_IT)


def test_a_list_that_says_it_twice_says_it_once() -> None:
    tree = swapped(base(), USE_IT, ("pains: [slow-board]", "pains: [slow-board, no-trial, slow-board]"))
    assert "pains: [no-trial]\n" in text(done(merge(tree, "pain", "slow-board", "no-trial")).applied(tree), USE_IT)


def test_a_list_of_which_the_other_says_all_is_not_lost() -> None:
    tree = base()
    assert not [note for note in done(merge(tree, "persona", "maya", "tom")).notes if "channels" in note]
    assert [note for note in done(merge(tree, "persona", "tom", "maya")).notes if "channels" in note]


def test_evidence_that_the_other_has_none_of_makes_a_field() -> None:
    tree = swapped(base(), TRY_IT, ("            evidence: [interviews]\n", ""))
    after = done(merge(tree, "pain", "hidden-fees", "no-trial")).applied(tree)
    line = "            title: One cannot try it\n            evidence: [interviews/fees-surprise]\n"
    assert line in text(after, TRY_IT)


def test_evidence_in_lines_stays_in_lines() -> None:
    tree = swapped(base(), TRY_IT, ("evidence: [interviews]\n", "evidence:\n            - interviews  # all of them\n"))
    after = done(merge(tree, "pain", "hidden-fees", "no-trial")).applied(tree)
    assert "            - interviews  # all of them\n            - interviews/fees-surprise\n" in text(after, TRY_IT)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize(("kind", "old", "new"), [("pain", "hidden-fees", "no-trial"), ("persona", "tom", "maya")])
def test_line_ends_and_a_byte_order_mark_stay(kind: str, old: str, new: str, end: str) -> None:
    def odd(tree: Tree) -> Tree:
        mark = b"\xef\xbb\xbf"
        return Tree({path: mark + data.replace(b"\n", end.encode()) for path, data in tree.files.items()})

    tree = base()
    plain = done(merge(tree, kind, old, new, keep_missing=True)).applied(tree)
    assert done(merge(odd(tree), kind, old, new, keep_missing=True)).applied(odd(tree)) == odd(plain)


@pytest.mark.parametrize(
    ("kind", "old", "new", "said"),
    [
        ("pain", "hiden-fees", "no-trial", "There is no pain 'hiden-fees'. Did you mean 'hidden-fees'?"),
        ("pain", "no-trial", "hiden-fees", "There is no pain 'hiden-fees'. Did you mean 'hidden-fees'?"),
        ("persona", "maya", "maya", "That is one and the same persona. Name two."),
        ("touchpoint", "maya", "sign-up", "There is no touchpoint 'maya'."),
    ],
)
def test_what_cannot_be_merged_is_refused_in_a_sentence(kind: str, old: str, new: str, said: str) -> None:
    assert refused(merge(base(), kind, old, new)) == said


def test_an_atlas_that_cannot_be_read_is_left_alone() -> None:
    assert "cannot be read" in refused(merge(base(use_it="a: ["), "pain", "no-trial", "hidden-fees"))


def test_a_list_that_an_alias_repeats_is_changed_once() -> None:
    tree = swapped(base(), TRY_IT, ("pains: [no-trial, hidden-fees]", "pains: &both [no-trial, hidden-fees]"))
    tree = swapped(tree, TRY_IT, ("        path: refused\n", "        path: refused\n        pains: *both\n"))
    after = done(merge(tree, "pain", "no-trial", "hidden-fees")).applied(tree)
    assert "pains: &both [hidden-fees]" in text(after, TRY_IT)
    assert "pains: *both" in text(after, TRY_IT)


def test_the_kinds_are_those_that_are_tried_here() -> None:
    assert MERGED_KINDS == ("pain", "touchpoint", "persona")
