"""Fetch the pinned Mermaid with npm: the script, its licence and those of what it bundles.

    python tools/refresh_mermaid.py

To move to another version: change VERSION and INTEGRITY (`npm view mermaid@X dist.integrity`), run this, and
copy the sha256 that it prints into tests/site/diagrams/test_vendored_mermaid.py. Needs npm; nothing that it
fetches is run.
"""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path

VERSION = "11.17.2"
INTEGRITY = "sha512-V6K3C8EBdEsPFZXSKMJe6ppQOENxuHARr9GvHX4hh47lAbhMRD9qf4oEK7LoaRQxULMa80/qt5gHO73aCleBBg=="
VENDOR = Path(__file__).parents[1] / "templates" / "assets" / "vendor"

# Bundled before Mermaid's own build, so its source map does not name them.
PREBUNDLED = (
    "@mermaid-js/parser@1.2.1",
    "chevrotain@11.1.2",
    "chevrotain-allstar@0.3.1",
    "hachure-fill@0.5.2",
    "langium@4.2.1",
    "path-data-parser@0.1.0",
    "points-on-curve@0.2.0",
    "robust-predicates@3.0.2",
    "vscode-jsonrpc@8.2.0",
    "vscode-languageserver-protocol@3.17.5",
    "vscode-languageserver-types@3.17.5",
    "vscode-uri@3.1.0",
)
BUNDLED = re.compile(r"\.pnpm/((?:@[^+/]+\+)?[^@/]+@[0-9][0-9.]*)")
LICENCE_FILE = re.compile(r"^(licen[cs]e|notice|copying)(\.(md|txt))?$", re.IGNORECASE)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        tarball = pack(Path(folder))
        found = integrity(tarball.read_bytes())
        if found != INTEGRITY:
            print(f"mermaid {VERSION}: expected {INTEGRITY}, got {found}", file=sys.stderr)
            return 1
        members = read(tarball)
        packages = sorted({*bundled(members["dist/mermaid.min.js.map"]), *PREBUNDLED})
        notices = notices_of(packages, Path(folder))
    VENDOR.mkdir(parents=True, exist_ok=True)
    (VENDOR / "mermaid.min.js").write_bytes(members["dist/mermaid.min.js"])
    (VENDOR / "mermaid.LICENSE").write_bytes(members["LICENSE"])
    (VENDOR / "mermaid.THIRD-PARTY-LICENSES").write_text(notices, encoding="utf-8")
    print(f"mermaid {VERSION} sha256 {hashlib.sha256(members['dist/mermaid.min.js']).hexdigest()}")
    return 0


def pack(folder: Path) -> Path:
    """Download the tarball of the pinned version; its path."""
    listing = npm("pack", f"mermaid@{VERSION}", "--json", "--ignore-scripts", cwd=folder)
    name: str = json.loads(listing)[0]["filename"]
    return folder / name


def integrity(data: bytes) -> str:
    """The sha512 of the bytes, as npm writes it."""
    return "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()


def read(tarball: Path) -> dict[str, bytes]:
    """The three files that are needed, by their path inside the package."""
    wanted = ("dist/mermaid.min.js", "dist/mermaid.min.js.map", "LICENSE")
    with tarfile.open(tarball) as archive:
        streams = {name: archive.extractfile(f"package/{name}") for name in wanted}
        return {name: stream.read() for name, stream in streams.items() if stream is not None}


def bundled(source_map: bytes) -> set[str]:
    """Every `name@version` whose sources went into the bundle."""
    found = (BUNDLED.search(path) for path in json.loads(source_map)["sources"])
    return {match.group(1).replace("+", "/", 1) for match in found if match}


def notices_of(packages: Iterable[str], folder: Path) -> str:
    """The licences of the packages at exactly these versions, one after the other."""
    aliases = {f"bundled-{index}": f"npm:{package}" for index, package in enumerate(packages)}
    (folder / "package.json").write_text(json.dumps({"private": True, "dependencies": aliases}), encoding="utf-8")
    npm("install", "--ignore-scripts", "--no-audit", "--no-fund", "--legacy-peer-deps", cwd=folder)
    parts = [f"mermaid.min.js {VERSION} contains the following packages.\n"]
    for alias, package in aliases.items():
        parts.append(notice(folder / "node_modules" / alias, package.removeprefix("npm:")))
    return f"\n{'-' * 79}\n".join(parts)


def notice(installed: Path, package: str) -> str:
    """Name, version, licence and licence text of one installed package."""
    manifest = json.loads((installed / "package.json").read_text(encoding="utf-8"))
    files = sorted(path for path in installed.iterdir() if LICENCE_FILE.match(path.name))
    texts = [path.read_text(encoding="utf-8").strip() for path in files]
    author = manifest.get("author", "")
    author = author.get("name", "") if isinstance(author, dict) else author
    heading = f"{package} ({manifest.get('license', 'see below')})"
    return "\n\n".join([heading, *(texts or [f"By {author}"])]) + "\n"


def npm(*arguments: str, cwd: Path) -> str:
    """Run npm in a folder; its standard output."""
    return subprocess.run(["npm", *arguments], cwd=cwd, check=True, capture_output=True, text=True).stdout  # noqa: S603, S607


if __name__ == "__main__":
    raise SystemExit(main())
