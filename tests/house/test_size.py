"""No file is longer than a person reads in one go."""

from pathlib import Path

LONGEST = 300
FOLDERS = ("plugins", "templates", "tests", "tools")
SUFFIXES = (".py", ".j2", ".css", ".js", ".sh")


def is_ours(path: Path, root: Path) -> bool:
    """Whether the file is source text that we write by hand."""
    parts = path.relative_to(root).parts
    return parts[0] in FOLDERS and "vendor" not in parts and path.suffix in SUFFIXES


def test_no_file_is_longer_than_300_lines(repository_root: Path, repository_files: list[Path]) -> None:
    ours = [path for path in repository_files if is_ours(path, repository_root)]
    lengths = {path.relative_to(repository_root).as_posix(): len(path.read_text("utf-8").splitlines()) for path in ours}
    assert lengths
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_the_vendor_folder_and_other_kinds_of_file_are_left_alone() -> None:
    root = Path("repository")
    assert is_ours(root / "templates" / "assets" / "journeys.css", root)
    assert not is_ours(root / "templates" / "assets" / "vendor" / "mermaid.min.js", root)
    assert not is_ours(root / "journeys" / "maps" / "buy.yml", root)
    assert not is_ours(root / "pyproject.toml", root)
