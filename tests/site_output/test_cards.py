"""Tables whose rows become cards where there is no room: they need no script to say what stands in them."""

import re
from pathlib import Path

_TABLE = re.compile(r"<table[^>]*journeys-as-cards.*?</table>", re.DOTALL)
_WITHOUT_WORDS = re.compile(r"<td(?![^>]*(?:data-label|journeys-rules-found))[^>]*>(?!</td>).{0,60}")


def test_each_cell_has_the_words_of_its_column(site: Path) -> None:
    tables = {path: _TABLE.findall(path.read_text("utf-8")) for path in site.rglob("*.html")}
    assert any(tables.values())
    found = {path.as_posix(): _WITHOUT_WORDS.findall("".join(parts)) for path, parts in tables.items()}
    assert {path: cells for path, cells in found.items() if cells} == {}
