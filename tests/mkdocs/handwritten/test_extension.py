"""Handwritten pages in real builds: blocks, links, and mistakes in them."""

import re
import sys
from pathlib import Path

import pytest
import yaml

from support.builds import MATERIAL, build_here, mkdocs, search_entries
from support.processes import run

FILES = {
    "journeys/catalog.yml": "format: 1\nname: Ours\nlanguage: en\nstages:\n  - {id: finding, name: Finding}\n",
    "journeys/personas/ana.yml": "name: Ana\nrole: Buyer\n",
    "journeys/maps/buy.yml": (
        "title: Buy it\npersonas: ana\nstages:\n  - stage: finding\n    steps:\n      - name: Looks around\n"
        "        emotion: -1\n        pains: [{id: slow, title: It is slow}]\n"
    ),
}
NOTES = """---
title: Notes
---
# Notes

See [the map](journey:buy), [a pain](pain:slow "Slow") and [where it starts](journey:buy#step-1).

```journey
id: buy
```
"""
EXTENSIONS = ["admonition", "pymdownx.superfences", {"pymdownx.tabbed": {"alternate_style": True}}]


def project(folder: Path, *, pages: dict[str, str], **settings: object) -> Path:
    """A project of one journey with these handwritten pages."""
    values = {"site_name": "Ours", "theme": MATERIAL, "plugins": ["search", "journeys"], **settings}
    for name, text in {**FILES, **pages, "mkdocs.yml": yaml.safe_dump(values)}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def article(root: Path, page: str) -> str:
    html = (root / "site" / page / "index.html").read_text("utf-8")
    return html.partition("<article")[2].rpartition("</article>")[0]


@pytest.mark.parametrize("theme", [MATERIAL, "mkdocs"], ids=["material", "mkdocs"])
def test_a_page_shows_the_map_and_links_to_our_pages_with_what_they_need(tmp_path: Path, theme: object) -> None:
    root = project(tmp_path, pages={"docs/team/notes.md": NOTES, "docs/plain.md": "# Plain\n"}, theme=theme)
    build_here(root)
    html = (root / "site" / "team" / "notes" / "index.html").read_text("utf-8")
    assert "Looks around" in html
    assert 'href="../../journeys/buy/">the map' in html
    assert re.search(r'href="../../pains/slow/" title="Slow">a pain', html)
    assert 'href="../../journeys/buy/#step-1">where' in html
    assert '"../../assets/journeys/journeys-blocks.css"' in html
    assert '"../../assets/journeys/journeys-blocks.js"' in html
    assert "journeys-blocks" not in (root / "site" / "plain" / "index.html").read_text("utf-8")


def test_the_page_of_what_is_shown_lists_the_page_and_search_finds_each_once(tmp_path: Path) -> None:
    root = project(tmp_path, pages={"docs/team/notes.md": NOTES})
    build_here(root)
    for page in ("journeys/buy", "pains/slow"):
        assert '<a href="../../team/notes/">Notes</a>' in article(root, page)
    assert "Mentioned in" not in article(root, "personas/ana")
    assert "Looks around" not in search_entries(root / "site")["team/notes/"]["text"]


def test_a_block_stands_in_notes_lists_tabs_quotations_and_included_text(tmp_path: Path) -> None:
    block = "```metric\nid: nps\n```"
    inner = "\n".join(f"    {line}" for line in block.split("\n"))
    quoted = "\n".join(f"> {line}" for line in block.split("\n"))
    text = f'# A\n\n!!! note\n\n{inner}\n\n- item\n\n{inner}\n\n=== "Tab"\n\n{inner}\n\n{quoted}\n\n--8<-- "part.md"\n'
    extensions = [*EXTENSIONS, {"pymdownx.snippets": {"base_path": [str(tmp_path)]}}]
    pages = {"docs/a.md": text, "part.md": f"{block}\n"}
    root = project(tmp_path, pages=pages, markdown_extensions=extensions)
    catalog = root / "journeys" / "catalog.yml"
    catalog.write_text(f"{catalog.read_text()}metrics:\n  - {{id: nps, name: NPS, kind: nps}}\n")
    build_here(root)
    html = article(root, "a")
    assert html.count('class="journeys-block ') == 5
    assert "<p><div" not in html
    assert "```" not in html


def test_fences_of_others_are_left_to_others(tmp_path: Path) -> None:
    text = "# A\n\n````markdown\n```journey\nid: nobody\n```\n````\n\n```python\n[x](journey:nobody)\n```\n"
    pages = {"docs/a.md": text}
    root = project(tmp_path, pages=pages, markdown_extensions=EXTENSIONS)
    build_here(root)
    with_ours = article(root, "a")
    root = project(tmp_path, pages=pages, markdown_extensions=EXTENSIONS, plugins=["search"])
    build_here(root)
    assert article(root, "a") == with_ours


MISTAKES = "---\ntitle: Bad\n---\n# Bad\n\n[x](journey:bye)\n\n```journey\nid: buy\nlane: feels\n```\n"


def test_a_mistake_is_told_at_its_line_and_ends_a_strict_build(tmp_path: Path) -> None:
    root = project(tmp_path, pages={"docs/bad.md": MISTAKES})
    done = mkdocs(root, "build", "--strict")
    assert done.exit_code == 1
    assert "docs/bad.md:6:5: warning[link] There is no journey 'bye'." in done.output
    assert "docs/bad.md:10:1: warning[block] A block `journey` has no option 'lane'." in done.output
    assert "hint: Did you mean 'lanes'?" in done.output
    assert "Aborted with 2 warnings" in done.output
    assert "Traceback" not in done.output


def test_otherwise_a_box_on_the_page_says_what_is_wrong(tmp_path: Path) -> None:
    root = project(tmp_path, pages={"docs/bad.md": MISTAKES})
    assert mkdocs(root, "build").exit_code == 0
    html = article(root, "bad")
    assert "A block `journey` has no option &#39;lane&#39;." in html
    assert "docs/bad.md:10" in html
    assert '<a href="#">x</a>' in html
    assert "journeys-blocks.css" in (root / "site" / "bad" / "index.html").read_text("utf-8")


def test_a_mistake_in_included_text_is_told_of_the_page_that_includes_it(tmp_path: Path) -> None:
    extensions = [{"pymdownx.snippets": {"base_path": [str(tmp_path)]}}]
    pages = {"docs/a.md": '# A\n\n--8<-- "part.md"\n', "part.md": "```journey\nid: bye\n```\n"}
    done = mkdocs(project(tmp_path, pages=pages, markdown_extensions=extensions), "build", "--strict")
    assert "docs/a.md:1:1: warning[block] There is no journey 'bye'." in done.output
    assert "is included in it" in done.output


def test_hostile_text_in_a_block_is_text(tmp_path: Path) -> None:
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    text = (
        f'# A\n\n```journey\nid: buy\ncaption: "{hostile}"\n```\n\n```journey\nid: "{hostile}"\n"{hostile}": 1\n```\n'
    )
    root = project(tmp_path, pages={"docs/a.md": text})
    assert mkdocs(root, "build").exit_code == 0
    html = article(root, "a")
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert html.count("&lt;script&gt;alert(1)") == 3


def test_words_of_ours_are_in_the_language_of_the_site(tmp_path: Path) -> None:
    theme = {**MATERIAL, "language": "de"}
    root = project(tmp_path, pages={"docs/team/notes.md": NOTES}, theme=theme)
    build_here(root)
    assert "Vollbild" in article(root, "team/notes")
    assert 'lang="en"' in article(root, "team/notes")
    assert "Erwähnt in" in article(root, "journeys/buy")


@pytest.mark.slow
def test_properdocs_does_the_same(tmp_path: Path) -> None:
    root = project(tmp_path, pages={"docs/team/notes.md": NOTES})
    run([sys.executable, "-m", "properdocs", "build", "--strict"], cwd=root)
    assert 'href="../../journeys/buy/">the map' in article(root, "team/notes")
