"""`make messages`: reads the messages out of code and templates, and brings every catalogue up to date.

A new message stands in each catalogue without a translation, which a test complains of; one that is gone is dropped.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGS = ROOT / "plugins" / "mkdocs_journeys" / "translation" / "catalogs"
SOURCES = {
    ROOT / "plugins" / "mkdocs_journeys": [("**.py", "python")],
    ROOT / "templates": [("**.j2", "jinja2.ext:babel_extract")],
}
OPTIONS = {"**.j2": {"trimmed": "yes", "silent": "no"}}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "message": None,
}


def extracted() -> Catalog:
    """Every message of code and templates, without translations."""
    catalog = Catalog(project="mkdocs-journeys", charset="utf-8")
    for name, text, comments, context in sorted(_found(), key=lambda one: one[0]):
        catalog.add(text, locations=[(name, 0)], auto_comments=comments, context=context)
    return catalog


def _found() -> Iterator[tuple[str, str | tuple[str, ...], list[str], str | None]]:
    for folder, methods in SOURCES.items():
        found = extract_from_dir(folder, methods, OPTIONS, KEYWORDS, comment_tags=("Translators:",))
        for name, _, text, comments, context in found:
            yield name, text, comments, context


def updated(catalog: Catalog, messages: Catalog) -> Catalog:
    """A catalogue with just these messages, and the translations that it has for them."""
    made = Catalog(locale=catalog.locale, project="mkdocs-journeys", charset="utf-8")
    for message in messages:
        if message.id:
            known = catalog.get(message.id, message.context)
            made.add(
                message.id,
                known.string if known else None,
                message.locations,
                auto_comments=message.auto_comments,
                context=message.context,
            )
    return made


def main() -> None:
    """Bring every catalogue up to date, and say how many of its messages have no translation."""
    messages = extracted()
    for path in sorted(CATALOGS.glob("*.po")):
        with path.open("rb") as opened:
            catalog = updated(read_po(opened, locale=path.stem), messages)
        with path.open("wb") as opened:
            write_po(opened, catalog, width=0, include_lineno=False, omit_header=False)
        missing = sum(
            not (all(one.string) if isinstance(one.string, tuple) else one.string) for one in catalog if one.id
        )
        print(f"{path.stem}: {len(catalog)} messages, {missing} without a translation")


if __name__ == "__main__":
    main()
