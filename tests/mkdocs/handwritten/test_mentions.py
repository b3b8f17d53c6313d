"""The titles under which handwritten pages are listed."""

from pathlib import Path

from mkdocs.structure.files import get_files

from mkdocs_journeys.mkdocs.handwritten.mentions import mentions_of
from support.atlases import atlas, journey
from support.builds import configured

LINK = "[x](journey:buy)\n"


def listed(folder: Path, docs: dict[str, str], **settings: object) -> list[tuple[str, str]]:
    config = configured(folder, docs, **settings)
    found = mentions_of(get_files(config), config)(atlas(journey("buy")))
    return [tuple(page) for page in found.get(("journey", "buy"), ())]


def test_a_page_is_called_as_in_the_navigation_else_as_it_calls_itself(tmp_path: Path) -> None:
    docs = {
        "a.md": f"---\ntitle: Of its own\n---\n# Heading\n{LINK}",
        "b.md": f"# A *heading*\n{LINK}",
        "c.md": f"# Heading\n{LINK}",
        "index.md": LINK,
        "not-at-all.md": "# None\n",
        "our-plans.md": LINK,
    }
    nav = [{"Named in nav": "c.md"}, "a.md", "b.md", "index.md", "our-plans.md"]
    assert listed(tmp_path, docs, nav=nav) == [
        ("Index", ""),
        ("Of its own", "a/"),
        ("A heading", "b/"),
        ("Named in nav", "c/"),
        ("Our plans", "our-plans/"),
    ]


def test_a_page_that_cannot_be_read_is_left_to_mkdocs(tmp_path: Path) -> None:
    config = configured(tmp_path, {"a.md": LINK})
    (tmp_path / "docs" / "a.md").write_bytes(b"\xff\xfe" + LINK.encode())
    assert mentions_of(get_files(config), config)(atlas(journey("buy"))) == {}
