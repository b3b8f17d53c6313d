"""Ids of a block's own."""

from markupsafe import Markup

from mkdocs_journeys.site.blocks.anchors import with_own_ids


def test_ids_and_what_refers_to_them_get_the_prefix() -> None:
    html = '<svg aria-labelledby="curve"><title id="curve">x</title><use xlink:href="#curve"/></svg>'
    html += '<p fill="url(#curve)"/>'
    assert with_own_ids(Markup(html), "block-1", "") == html.replace("curve", "block-1-curve")


def test_a_link_to_what_is_not_shown_leads_to_the_full_page() -> None:
    html = Markup('<a href="#step-9">9</a><i id="step-1"></i><a href="#step-1">1</a><a href="x/#step-1">x</a>')
    assert with_own_ids(html, "b", "../buy/") == (
        '<a href="../buy/#step-9">9</a><i id="b-step-1"></i><a href="#b-step-1">1</a><a href="x/#step-1">x</a>'
    )


def test_words_of_authors_stay_as_they_are() -> None:
    text = Markup("<p>{}</p>").format(' id="a" href="#a" <b id="a">')
    assert with_own_ids(text, "b", "../buy/") == text
