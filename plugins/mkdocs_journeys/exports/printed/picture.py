"""What is photographed, each in a document of its own: a map, the page of a persona, and the card of a link."""

import re
import struct
import zlib
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.printed.document import (
    PrintedPage,
    PrintSettings,
    bodies_of,
    document_of,
    printing_site,
)
from mkdocs_journeys.insight.emotion import mean_emotion
from mkdocs_journeys.model import Journey
from mkdocs_journeys.site import items_of
from mkdocs_journeys.site.charts.spark import spark
from mkdocs_journeys.site.page import Page
from mkdocs_journeys.translation.messages import speaking

WINDOW = (1440, 900)
"""The window in which a document is measured, in CSS pixels: wide enough for what only fits a screen."""
_SIZE = re.compile(r'data-size="(\d+) (\d+) (\d+) (\d+)"')
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_DIGEST = b"journeys-source\0"


class MeasuredSize(NamedTuple):
    """The size of a document in CSS pixels, and how much larger than its inside a window is."""

    width: int
    height: int
    frame_width: int
    frame_height: int

    @property
    def window(self) -> tuple[int, int]:
        """The window in which all of the document is seen."""
        return self.width + self.frame_width, self.height + self.frame_height


def picture_of(atlas: Atlas, thing: tuple[str, str], settings: PrintSettings) -> bytes:
    """The document with the map of a journey, or the page of a persona."""
    site = printing_site(atlas, settings)
    page = next(one for one in items_of(site) if isinstance(one, Page) and one.thing == thing)
    if thing[0] == "journey":
        page = _map_alone(page)
    [body], _ = bodies_of([PrintedPage(page, "p0")], settings.site_url)
    return document_of(site, "picture.html.j2", settings, title=page.title, body=body, kind=thing[0])


def document_with(drawing: bytes, atlas: Atlas) -> bytes:
    """The document that shows a drawing of ours, and nothing else."""
    settings = PrintSettings(date.min)
    body = Markup(drawing.decode())  # noqa: S704 - our own SVG
    return document_of(printing_site(atlas, settings), "picture.html.j2", settings, title="", body=body, kind="drawing")


def _map_alone(page: Page) -> Page:
    """A page of a journey with nothing but its title, its line of facts and its map."""
    return replace(page, draw=lambda: [one for one in page.sections if one.anchor in ("journey", "journey-map")])


def card_of(atlas: Atlas, journey: Journey, settings: PrintSettings) -> bytes:
    """The document of the card that stands for a journey where somebody shares a link to it."""
    site = printing_site(atlas, settings)
    with speaking(settings.language):
        curve = spark(journey, journey.personas[0])
        pains = sum(one.pain.is_open for one in atlas.pains_of_journey.get(journey.id, ()))
        people = [atlas.personas[id].name for id in journey.personas]
        return document_of(
            site, "card.html.j2", settings, journey=journey, spark_view=curve, pains=pains, people=people,
            emotion=mean_emotion(journey),
        )  # fmt: skip


def size_in(dom: str) -> MeasuredSize | None:
    """The size that the script of a document has written into it; None where it has not."""
    found = _SIZE.search(dom)
    return MeasuredSize(*map(int, found.groups())) if found else None


def size_of(png: bytes) -> tuple[int, int]:
    """The width and height of a PNG in pixels; (0, 0) for what is none."""
    return struct.unpack(">II", png[16:24]) if png.startswith(_SIGNATURE) and len(png) > 24 else (0, 0)


def digest_of(document: bytes) -> bytes:
    """What stands for the content of a document."""
    return blake2b(document, digest_size=16).hexdigest().encode()


def with_digest(png: bytes, digest: bytes) -> bytes:
    """A PNG that says what document it shows, so that it need not be made again."""
    data = _DIGEST + digest
    chunk = struct.pack(">I", len(data)) + b"tEXt" + data + struct.pack(">I", zlib.crc32(b"tEXt" + data))
    return png[:33] + chunk + png[33:]


def has_digest(png: bytes, digest: bytes) -> bool:
    """Whether a PNG shows the document of this digest."""
    return png[41 : 41 + len(_DIGEST) + len(digest)] == _DIGEST + digest
