"""A small project that is served inside the process of a test, and changed while it is."""

from collections.abc import Mapping
from pathlib import Path

from bench.series import Project


class ServedProject(Project):
    """A project of these files; `site` is one of the kinds that `bench.series` knows."""

    def __init__(self, root: Path, files: Mapping[str, str], site: str) -> None:
        self.root = root
        for name, text in files.items():
            self.write(name, text)
        super().__init__(root, site)

    def write(self, name: str, text: str | None) -> None:
        """Put a file there, or take it away."""
        path = self.root / name
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def save(self, name: str, text: str | None) -> None:
        """Change a file, and have the server notice."""
        self.write(name, text)
        self.told()

    def html(self, path: str) -> str:
        """A page as it is served; "" for the path of the home page."""
        return (self.page(f"{path}/index.html".lstrip("/")) or b"").decode()
