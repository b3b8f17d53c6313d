"""Fields that come back are written into files in which all else stays."""

from dataclasses import replace

import pytest

from mkdocs_journeys.sources.tree import Tree
from mkdocs_journeys.trackers.issue import Topic
from mkdocs_journeys.trackers.writing import write_back
from mkdocs_journeys.unified_diff import unified_diff
from trackers.support_atlas import atlas_in, tree_of

MAP, OPPORTUNITY = "journeys/maps/buy.yml", "journeys/opportunities/whole-price.yml"
ISSUE = {"issue": "https://acme.atlassian.net/browse/SHOP-1"}
FEES, INVOICE, PRICE = (
    Topic("pain", "hidden-fees"),
    Topic("pain", "no-invoice"),
    Topic("opportunity", "whole-price"),
)


def changed(before: Tree, after: Tree) -> list[str]:
    """The lines that differ."""
    lines = unified_diff(before.files, after.files)
    return [line.rstrip("\n") for line in lines if line[0] in "+-" and not line.startswith(("+++", "---"))]


def test_lines_are_added_and_comments_stay() -> None:
    tree = tree_of("plain")
    done = write_back(tree, {FEES: {"status": "in-progress", **ISSUE}, PRICE: ISSUE})
    assert not done.refused
    assert changed(tree, done.tree) == [
        "-            status: accepted  # since June",
        "+            status: in-progress  # since June",
        "+            issue: https://acme.atlassian.net/browse/SHOP-1",
        "+issue: https://acme.atlassian.net/browse/SHOP-1",
    ]
    atlas = atlas_in(done.tree)
    assert atlas.pains["hidden-fees"].pain.issue == atlas.opportunities["whole-price"].issue == ISSUE["issue"]


def test_within_brackets_it_stands_at_the_end() -> None:
    tree = tree_of("plain")
    done = write_back(
        tree, {INVOICE: {"status": "resolved", "resolved": "2026-10-02", "issue": "https://a.example/b?c=1"}}
    )
    assert changed(tree, done.tree)[1] == (
        "+          - {id: no-invoice, title: Nobody can find the invoice, "
        "issue: https://a.example/b?c=1, status: resolved, resolved: 2026-10-02}"
    )
    assert atlas_in(done.tree).pains["no-invoice"].pain.status == "resolved"


def test_the_same_again_changes_no_byte() -> None:
    first = write_back(tree_of("plain"), {FEES: {"status": "resolved", **ISSUE}, PRICE: ISSUE})
    assert write_back(first.tree, {FEES: {"status": "resolved", **ISSUE}, PRICE: ISSUE}).tree.files == first.tree.files
    assert write_back(first.tree, {}).tree is first.tree


@pytest.mark.parametrize(
    "address", ["https://a.example/x, y]#z", 'https://a.example/"x"', "https://a.example/: #", "http://a/%zz{}"]
)
def test_hostile_addresses_are_texts(address: str) -> None:
    tree = tree_of("plain")
    for topic in (FEES, INVOICE, PRICE):
        done = write_back(tree, {topic: {"issue": address}})
        assert not done.refused
        content = done.tree.files[OPPORTUNITY if topic == PRICE else MAP].decode()
        assert address in content.replace("''", "'")


def test_what_cannot_be_edited_is_told_and_the_rest_is_written() -> None:
    tree = tree_of("plain")
    text = tree.files[MAP].decode().replace("status: accepted", "status: &now accepted")
    text = text.replace("- name: Waits\n", "- name: Waits\n        notes: *now\n")
    broken = replace(tree, files={**tree.files, MAP: text.encode()})
    done = write_back(broken, {FEES: {"status": "resolved"}, PRICE: ISSUE})
    assert done.tree.files[MAP] == broken.files[MAP]
    assert ISSUE["issue"] in done.tree.files[OPPORTUNITY].decode()
    [sentence] = done.refused
    assert sentence.endswith("For the pain hidden-fees write there: status: resolved")
