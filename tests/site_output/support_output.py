"""A built site as its documents: what they link to, what they load, which ids they have."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
ADDRESSES = ("href", "src", "xlink:href", "action", "poster", "data")
STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
HERE = "http://site.invalid/"


@dataclass(frozen=True, slots=True)
class Address:
    """One address in a document: the element and attribute it stands in, the value as written."""

    tag: str
    attribute: str
    value: str

    def __str__(self) -> str:
        return f'<{self.tag} {self.attribute}="{self.value}">'


@dataclass(slots=True)
class Document:
    """What one HTML file holds. `styled` are elements of ours with a style attribute."""

    path: str
    addresses: list[Address] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    styled: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._open: list[tuple[str, bool]] = []
        self._style = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        ours = self._inside or "journeys" in values.get("class", "").split()
        self._note(tag, values, ours)
        self._style = tag == "style"
        if tag not in VOID:
            self._open.append((tag, ours))

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._note(tag, {name: value or "" for name, value in attributes}, self._inside)

    def handle_endtag(self, tag: str) -> None:
        self._style = False
        while self._open:
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        if self._style:
            self._document.addresses += _in_style("style", data)

    @property
    def _inside(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _note(self, tag: str, values: dict[str, str], ours: bool) -> None:
        document = self._document
        if "id" in values:
            document.ids.append(values["id"])
        if ours and "style" in values:
            document.styled.append(f"{tag} style={values['style']!r}")
        document.addresses += [Address(tag, name, values[name]) for name in ADDRESSES if name in values]
        document.addresses += [
            Address(tag, "srcset", part.split()[0]) for part in values.get("srcset", "").split(",") if part
        ]
        document.addresses += _in_style(tag, values.get("style", ""))


def documents(site: Path) -> list[Document]:
    """Every HTML file of a site, by path."""
    return [read_html(_relative(site, path), path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))]


def read_html(path: str, html: str) -> Document:
    """What an HTML file at a path holds."""
    document = Document(path)
    _Reader(document).feed(html)
    return document


def addresses_in_css(site: Path) -> dict[str, list[Address]]:
    """What the stylesheets load, by the path of the stylesheet."""
    sheets = sorted(site.rglob("*.css"))
    return {_relative(site, path): _in_style("css", path.read_text(encoding="utf-8")) for path in sheets}


def is_elsewhere(value: str) -> bool:
    """Whether an address names a host, with or without its protocol."""
    parts = urlsplit(value)
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ws", "wss")


def is_page_address(value: str) -> bool:
    """Whether an address leads to something of the site itself."""
    return not is_elsewhere(value) and not urlsplit(value).scheme


def target(site: Path, path: str, value: str) -> tuple[str, str] | None:
    """The file and the anchor that an address in the document at `path` leads to; None for no such file."""
    parts = urlsplit(urljoin(HERE + path, value))
    found = unquote(parts.path).lstrip("/")
    name = f"{found}index.html" if found == "" or found.endswith("/") else found
    return (name, unquote(parts.fragment)) if (site / name).is_file() else None


def _in_style(tag: str, text: str) -> list[Address]:
    return [Address(tag, "url", first or second) for first, second in STYLE_URL.findall(text)]


def _relative(site: Path, path: Path) -> str:
    return path.relative_to(site).as_posix()
