"""Pages of the site in one document: ids of their own, and links that lead somewhere in it."""

import re
from datetime import date

from mkdocs_journeys.exports.printed.book import PrintedBook, book_of, in_css, leaves_of
from mkdocs_journeys.exports.printed.document import PrintSettings
from mkdocs_journeys.exports.printed.picture import (
    card_of,
    digest_of,
    has_digest,
    picture_of,
    size_in,
    size_of,
    with_digest,
)
from support.atlases import atlas, catalog, journey, opportunity, pain, persona, step

SETTINGS = PrintSettings(date(2026, 11, 22))
TWO = atlas(
    journey("buy", step("Compares", pains=[pain("slow")]), title="Buy <it>"),
    journey("leave", step("Says farewell"), personas=["ben"]),
    persona("maya"),
    persona("ben"),
    opportunity("faster", pains=["slow"]),
)


def html_of(book: PrintedBook) -> str:
    return book.html(dict.fromkeys(book.anchors, 7)).decode()


def test_a_book_has_contents_and_every_page_once() -> None:
    book = book_of(TWO, tuple(TWO.journeys.values()), SETTINGS)
    assert [chapter.title for chapter in book.chapters] == ["Journeys", "Personas", "Pains", "Opportunities"]
    html = html_of(book)
    assert html.count('class="md-content book-page"') == len(book.anchors) == len(set(book.anchors))
    for anchor in book.anchors:
        assert html.count(f'id="{anchor}"') == 1
        assert f'<a href="#{anchor}">' in html
    assert "Buy &lt;it&gt;" in html and "Buy <it>" not in html


def test_ids_stand_once_and_links_inside_lead_to_one() -> None:
    html = html_of(book_of(TWO, tuple(TWO.journeys.values()), SETTINGS))
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    targets = set(re.findall(r' (?:xlink:)?href="#([^"]*)"', html))
    assert targets <= set(ids)
    assert any(target.endswith("-pain-slow") or "-step-" in target for target in targets)


def test_a_link_to_what_is_not_printed_leads_to_the_site_where_that_is_known() -> None:
    def links(settings: PrintSettings) -> set[str]:
        return set(re.findall(r'<a [^>]*href="([^"#]*)', html_of(leaves_of(TWO, [("journey", "buy")], settings))))

    assert links(SETTINGS) <= {""}
    assert "https://wiki.example.com/cx/pains/" in links(SETTINGS._replace(site_url="https://wiki.example.com/cx/"))


def test_some_journeys_come_with_their_personas_and_opportunities_alone() -> None:
    book = book_of(TWO, [TWO.journeys["leave"]], SETTINGS)
    things = [page.page.thing for chapter in book.chapters for page in chapter.pages]
    assert things == [("journey", "leave"), ("persona", "ben")]
    whose = [
        page.page.thing for chapter in book_of(TWO, [TWO.journeys["buy"]], SETTINGS).chapters for page in chapter.pages
    ]
    assert whose == [("journey", "buy"), ("persona", "maya"), ("opportunity", "faster")]


def test_a_book_speaks_the_language_that_was_asked_for() -> None:
    html = html_of(book_of(TWO, tuple(TWO.journeys.values()), SETTINGS._replace(language="de")))
    assert '<html lang="de" dir="ltr">' in html and ">Inhalt<" in html
    assert 'dir="rtl"' in html_of(book_of(TWO, tuple(TWO.journeys.values()), SETTINGS._replace(language="ar")))


def test_a_name_is_one_string_of_css_whatever_is_in_it() -> None:
    assert in_css('a"; } </style>') == '"a\\22 \\3b  \\7d  \\3c \\2f style\\3e "'
    named = atlas(journey(), catalog(name='</style><script>alert("x")</script>'))
    html = html_of(book_of(named, tuple(named.journeys.values()), SETTINGS))
    assert "<script>alert" not in html and html.count("</style>") == 1


def test_documents_load_nothing_from_another_host() -> None:
    made = TWO.journeys["buy"]
    for html in (html_of(book_of(TWO, [made], SETTINGS)), card_of(TWO, made, SETTINGS).decode()):
        assert "default-src 'none'" in html
        assert re.findall(r'(?:src|<link[^>]* href)="(?:https?:)?//', html) == []


def test_a_picture_of_a_journey_is_its_title_and_its_map_alone() -> None:
    html = picture_of(TWO, ("journey", "buy"), SETTINGS).decode()
    assert 'class="journeys-grid"' in html and "Buy &lt;it&gt;" in html
    assert "journeys-pain-cards" not in html and "journeys-journey.js" not in html


def test_a_card_says_what_the_journey_is() -> None:
    html = card_of(TWO, TWO.journeys["buy"], SETTINGS).decode()
    for text in ("Buy &lt;it&gt;", "Maya", "1 open pain", "1 step", TWO.catalog.name):
        assert text in html, text


def test_a_png_remembers_what_it_shows() -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"\x00\x00\x04\xb0\x00\x00\x02v" + bytes(9) + b"rest"
    digest = digest_of(b"document")
    marked = with_digest(png, digest)
    assert has_digest(marked, digest) and not has_digest(marked, digest_of(b"other")) and not has_digest(png, digest)
    assert size_of(png) == size_of(marked) == (1200, 630)
    assert size_of(b"GIF89a") == (0, 0)


def test_the_size_of_a_document_is_read_from_what_its_script_wrote() -> None:
    size = size_in('<html data-size="2843 1964 0 87">')
    assert size and size.window == (2843, 2051)
    assert size_in("<html>") is None
