"""The page of hand-offs between teams, and a team between those before and behind it."""

import re

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.site.pages.handoffs import MOST_OF_A_PAIR, handoffs_pages
from support.atlases import atlas, journey, pain, step
from support.contexts import html_of, site

TWO = atlas(
    journey(
        "buy",
        step("Asks", team="sales"),
        step("Starts <now>", team="support", emotion=-1, pains=[pain("slow", title="It <is> slow")]),
        step("Signs", team="sales"),
        title="Buy <it>",
    ),
    teams=[{"id": "sales", "name": "Sales & co"}, {"id": "support", "name": "Support"}, "idle"],
)


def shown(found: Atlas) -> str:
    (page,) = handoffs_pages(site(found))
    return html_of(page)


def test_each_team_that_hands_over_has_a_row_and_each_that_takes_over_a_column() -> None:
    matrix = shown(TWO).split("</table>")[0]
    assert re.findall(r'<th scope="(\w+)"><a href="[^"]+">([^<]+)<', matrix) == [
        ("col", "Sales &amp; co"),
        ("col", "Support"),
        ("row", "Sales &amp; co"),
        ("row", "Support"),
    ]


def test_a_cell_counts_says_how_it_feels_and_leads_to_the_steps() -> None:
    html = shown(TWO)
    assert 'href="#sales--support" aria-label="Sales &amp; co to Support: 1 hand-off, mean emotion of 1: −1.0' in html
    assert '<tbody role="rowgroup" id="sales--support">' in html
    assert "1 open pain" in html


def test_the_worst_pair_stands_first_and_what_nobody_knows_last() -> None:
    assert re.findall(r'<tbody role="rowgroup" id="([^"]+)"', shown(TWO)) == ["sales--support", "support--sales"]


def test_texts_are_escaped() -> None:
    html = shown(TWO)
    assert "Starts &lt;now&gt;" in html
    assert "<now>" not in html


def test_of_many_the_rest_is_counted() -> None:
    many = [journey(f"buy-{number}", step(team="sales"), step(team="support")) for number in range(MOST_OF_A_PAIR + 3)]
    html = shown(atlas(*many))
    assert html.count(" <i>⇢</i> ") == MOST_OF_A_PAIR + 1
    assert "and 3 more" in html


def test_without_hand_offs_there_is_no_page() -> None:
    assert list(handoffs_pages(site(atlas(journey("buy", step(team="sales")))))) == []
