"""Where handwritten pages speak of things, and how the pages of these say it."""

from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.finishing.mentions import PageMention, mentions_in, title_in
from mkdocs_journeys.site.page import Page
from support.atlases import atlas, evidence, journey, pain, stage, step
from support.contexts import html_of, site

ATLAS = atlas(journey("buy", stage("finding", step(pains=[pain("slow")]))), evidence("talks"), metrics=["nps"])
NOTES = PageMention("Our <notes>", "team/notes/")


def things(text: str) -> list[tuple[str, str]]:
    return list(mentions_in([(lambda: NOTES, text)], ATLAS))


def test_links_and_blocks_mention_what_they_name_once() -> None:
    text = "[a](journey:buy#step-1) [b](journey:buy)\n\n```metric\nid: nps\n```\n\n[c](evidence:talks/price)"
    assert things(text) == [("journey", "buy"), ("metric", "nps"), ("evidence", "talks")]


def test_a_block_with_a_mistake_mentions_nothing() -> None:
    assert things("```journey\nid: bye\n```") == []


def test_the_title_of_a_page_is_its_first_heading_in_plain_words() -> None:
    assert title_in("Text\n\n# Our *new* `plan` {#plan}\n\n# Other") == "Our new plan"
    assert title_in("## Below") == ""


def test_the_page_of_a_thing_lists_who_mentions_it_above_the_links_to_others() -> None:
    found = mentions_in([(lambda: NOTES, "[x](pain:slow) [y](journey:buy)")], ATLAS)
    pages = {one.thing: one for one in items_of(site(ATLAS, mentions=lambda atlas: found)) if isinstance(one, Page)}
    for thing in (("pain", "slow"), ("journey", "buy")):
        sections = pages[thing].sections
        assert [section.anchor for section in sections[-2:-1]] == ["mentioned-in"]
        assert '<a href="../../team/notes/">Our &lt;notes&gt;</a>' in html_of(pages[thing])
    assert "mentioned-in" not in [section.anchor for section in pages["stage", "finding"].sections]


def test_of_many_pages_the_first_are_listed() -> None:
    many = [(lambda n=n: PageMention(f"Page {n}", f"{n}/"), "[x](pain:slow)") for n in range(40)]
    found = mentions_in(many, ATLAS)
    pages = [one for one in items_of(site(ATLAS, mentions=lambda atlas: found)) if isinstance(one, Page)]
    html = next(html_of(one) for one in pages if one.thing == ("pain", "slow"))
    assert html.count(">Page ") == 30
    assert "and 10 more" in html
