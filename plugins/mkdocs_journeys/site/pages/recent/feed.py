"""What changed, day by day, as a feed in the format Atom (RFC 4287)."""

from collections.abc import Iterator
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from markupsafe import Markup

from mkdocs_journeys.diff import Judgement
from mkdocs_journeys.diff.describe.lines import lines_in_order
from mkdocs_journeys.diff.labels import JUDGEMENT_WORDS
from mkdocs_journeys.diff.sentences import Sentence
from mkdocs_journeys.history.mainline.recent import DayChanges, RecentChanges
from mkdocs_journeys.history.mainline.told import AtlasChanges, RecordedChange
from mkdocs_journeys.insight.selection import grouped
from mkdocs_journeys.site.addresses import FEED_URI, RECENT_URI, served_at
from mkdocs_journeys.site.context import SiteContext
from mkdocs_journeys.site.links import INDEX_TITLES
from mkdocs_journeys.site.pages.recent.places import address_of_change
from mkdocs_journeys.site.pages.recent.view import journey_title, judgement_counts, worst_first
from mkdocs_journeys.site.rendering.listing import separated
from mkdocs_journeys.site.rendering.numbers import day as in_words
from mkdocs_journeys.translation.messages import gettext as _
from mkdocs_journeys.translation.messages import ngettext, spoken_language
from mkdocs_journeys.wording import xml_legal

ATOM = "http://www.w3.org/2005/Atom"
MOST_LINES = 40
"""Changes that an entry lists."""
MOST_ENTRIES = 60
TITLE = INDEX_TITLES["recent"]


def feed_of(site: SiteContext, recent: RecentChanges) -> bytes:
    """The feed: an entry for each day on which something changed, the newest first; its links are absolute."""
    days = recent.days()[:MOST_ENTRIES]
    newest = recent.mainline.commits[0].commit
    feed = Element("feed", {"xmlns": ATOM, "xml:lang": spoken_language().code})
    _text(feed, "id", _urn("feed", site.settings.url))
    _text(feed, "title", f"{_(TITLE)}: {site.atlas.catalog.name}")
    _text(feed, "updated", days[0].commits[0].commit.time if days else newest.time)
    SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": _absolute(site, FEED_URI)})
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": _absolute(site, RECENT_URI)})
    _text(SubElement(feed, "author"), "name", site.atlas.catalog.name)
    for one in days:
        feed.append(_entry(site, one))
    indent(feed)
    text = tostring(feed, "us-ascii", xml_declaration=False).decode("ascii")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode("ascii")


def _entry(site: SiteContext, one: DayChanges) -> Element:
    newest, first = one.commits[0].commit, one.commits[-1].commit
    entry = Element("entry")
    # The first commit of a day stays it, whatever else the day brings.
    _text(entry, "id", _urn("day", first.hash, site.atlas.catalog.path))
    counts = [f"{count.number} {count.label}" for count in judgement_counts(one.changes.counts.items())]
    _text(entry, "title", f"{in_words(newest.day)}: {separated(counts)}")
    _text(entry, "published", first.time)
    _text(entry, "updated", newest.time)
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _absolute(site, RECENT_URI)})
    SubElement(entry, "content", {"type": "html"}).text = xml_legal(Markup().join(_content(site, one.changes)))
    return entry


def _content(site: SiteContext, changes: AtlasChanges) -> Iterator[Markup]:
    """The changes by journey, the worst first, as HTML."""
    room, listed = MOST_LINES, 0
    for id, own in worst_first(grouped(changes.changes, lambda change: change.journey or "")):
        lines = sorted(lines_in_order(own), key=lambda line: line.judgement.rank)[:room]
        if not lines:
            break
        room, listed = room - len(lines), listed + sum(line.count for line in lines)
        title = journey_title(site.atlas, changes, id) if id else _("Beside the journeys")
        yield Markup("<p><b>{}</b></p><ul>").format(title)
        for line in lines:
            yield _line(site, line.judgement, line.sentence, line.first)
        yield Markup("</ul>")
    if more := changes.total - listed:
        yield Markup("<p>{}</p>").format(ngettext("and %(num)s more change", "and %(num)s more changes", more))


def _line(site: SiteContext, judgement: Judgement, sentence: Sentence, change: RecordedChange) -> Markup:
    words = "".join(part if isinstance(part, str) else f"“{part.text}”" for part in sentence)
    address = address_of_change(site.atlas, change)
    link = Markup('<a href="{}">{}</a>').format(_absolute(site, *address), words) if address else words
    return Markup("<li>{}: {}</li>").format(_(JUDGEMENT_WORDS[judgement]), link)


def _absolute(site: SiteContext, uri: str, anchor: str = "") -> str:
    base = f"{site.settings.url.rstrip('/')}/"
    return urljoin(base, served_at(uri, site.settings.directory_urls)) + (f"#{anchor}" if anchor else "")


def _urn(*parts: str) -> str:
    """An id that is the same wherever the same things are named."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, ' '.join(('mkdocs-journeys', *parts)))}"


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = xml_legal(text)
