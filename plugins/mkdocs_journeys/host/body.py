"""The two bodies of a page: the whole one for readers, and a lean one for the search index."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from mkdocs_journeys.host.text import theme_text
from mkdocs_journeys.site.page import Section


@dataclass(frozen=True, slots=True)
class Permalink:
    """The link beside a heading, as Python-Markdown's toc extension is told to draw it."""

    text: Markup
    title: str
    css_class: str
    leading: bool


def permalink_of(options: Mapping[str, Any]) -> Permalink | None:
    """Reads the options of the toc extension (`config.mdx_configs["toc"]`); None where it draws no link."""
    wanted = options.get("permalink", False)
    text = str(wanted).strip()
    if text.lower() in ("", "0", "false", "no", "off", "none"):
        return None
    pilcrow = wanted is True or text.lower() in ("1", "true", "yes", "on")
    return Permalink(
        text=Markup("&para;") if pilcrow else escape(text),
        title=str(options.get("permalink_title", "Permanent link")),
        css_class=str(options.get("permalink_class", "headerlink")),
        leading=bool(options.get("permalink_leading", False)),
    )


def full_body(sections: Iterable[Section], permalink: Permalink | None) -> str:
    """What a reader sees: each heading with its id and link, then the section's html."""
    return "".join(parts_of_body(sections, permalink))


def parts_of_body(sections: Iterable[Section], permalink: Permalink | None) -> Iterator[str]:
    """The body in pieces."""
    for section in sections:
        if section.headed:
            yield _heading(section, permalink)
        if section.html:
            yield section.html
        yield "\n"


def lean_body(sections: Iterable[Section]) -> str:
    """What a search plugin indexes: every section's heading with its id, and its words."""
    return "".join(f"{_heading(section, None)}<p>{escape(section.words)}</p>\n" for section in sections)


def _heading(section: Section, permalink: Permalink | None) -> str:
    level, title = section.level, theme_text(section.title)
    if permalink is None:
        inner: str = title
    else:
        link = _link(section.anchor, permalink)
        inner = f"{link}{title}" if permalink.leading else f"{title}{link}"
    return f'<h{level} id="{escape(section.anchor)}">{inner}</h{level}>\n'


def _link(anchor: str, permalink: Permalink) -> str:
    title = f' title="{escape(permalink.title)}"' if permalink.title else ""
    css_class = escape(permalink.css_class)
    return f'<a class="{css_class}" href="#{escape(anchor)}"{title}>{permalink.text}</a>'
