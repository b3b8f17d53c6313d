"""The difference that the page on trackers shows is the one that its reader sees."""

from pathlib import Path

from docs.support_documents import TUTORIAL, blocks_of, files_of, write_files
from docs.support_terminal import Terminal


def test_the_difference_of_the_page_is_that_of_the_command(guide: Path, tmp_path: Path) -> None:
    blocks = blocks_of(guide / "trackers.md")
    write_files(files_of(TUTORIAL), tmp_path)
    [part] = [block for block in blocks if block.title == "journeys/catalog.yml (part)"]
    [export] = [block for block in blocks if block.title == "exports/jira.csv"]
    [shown] = [block for block in blocks if block.language == "diff"]
    catalog, file = tmp_path / "journeys/catalog.yml", tmp_path / "exports/jira.csv"
    catalog.write_text(catalog.read_text("utf-8") + part.text)
    file.parent.mkdir()
    file.write_text(export.text)
    assert shown.text in Terminal(tmp_path).run("journeys sync --from exports/jira.csv --dry-run")
