"""The files of a source: found by their patterns, and decoded where they are not UTF-8."""

import codecs
import gzip
import io
from pathlib import Path
from typing import IO, NamedTuple, cast

from mkdocs_journeys.measure.sources.errors import SourceError, file_problem, source_problem
from mkdocs_journeys.model.measuring.sources import DataSource, FileForm
from mkdocs_journeys.problem import Problem, suggest

_FORMS: dict[str, FileForm] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "csv",
    ".jsonl": "json-lines",
    ".ndjson": "json-lines",
    ".json": "json",
    ".parquet": "parquet",
    ".pq": "parquet",
}
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 20
_SNIFFED = 4_096
_WILD = frozenset("*?[]")


class SourceFile(NamedTuple):
    """A file to read: where it is, or where its text is as UTF-8, and what messages call it."""

    path: Path
    name: str
    form: FileForm


def files_of(source: DataSource, form: FileForm | None, root: Path) -> list[SourceFile]:
    """The files that a source's patterns find below the root, in order of their paths; links that lead out are not
    followed. Raises SourceError where a pattern finds none.
    """
    found: dict[str, SourceFile] = {}
    problems: list[Problem] = []
    inside = root.resolve()
    for pattern in source.files:
        if Path(pattern).is_absolute() or ".." in Path(pattern).parts:
            message = f"the pattern '{pattern}' leads out of the folder that holds the journeys folder."
            problems.append(source_problem(source.id, message, "Name files below it.", "files"))
            continue
        paths = [path for path in _matches(root, pattern) if path.resolve().is_relative_to(inside)]
        if not paths:
            problems.append(source_problem(source.id, f"no file fits '{pattern}'.", _nearest(root, pattern), "files"))
        for path in paths:
            name = path.relative_to(root).as_posix()
            found[name] = SourceFile(path, name, source.form or form or _form_of(path))
    problems += [
        file_problem(source.id, file.name, f"the file {file.name} is empty.", "Export it again.")
        for file in found.values()
        if file.path.stat().st_size == 0
    ]
    if problems:
        raise SourceError(problems)
    return [found[name] for name in sorted(found)]


def _matches(root: Path, pattern: str) -> list[Path]:
    try:
        return [path for path in root.glob(pattern) if path.is_file()]
    except (ValueError, NotImplementedError):
        return []


def _nearest(root: Path, pattern: str) -> str:
    folder = root / Path(pattern).parent
    if _WILD & set(str(Path(pattern).parent)) or not folder.is_dir():
        return "Patterns begin in the folder that holds the journeys folder."
    near = suggest(Path(pattern).name, (path.name for path in folder.iterdir() if path.is_file()))
    return f"Did you mean '{near}'?" if near else "Patterns begin in the folder that holds the journeys folder."


def _form_of(path: Path) -> FileForm:
    suffixes = [suffix.casefold() for suffix in path.suffixes if suffix.casefold() != ".gz"]
    return _FORMS.get(suffixes[-1] if suffixes else "", "csv")


def readable(source: DataSource, file: SourceFile, encoding: str | None, scratch: Path) -> SourceFile:
    """The file, or its copy in the scratch folder as UTF-8 where it is written in another encoding.

    Copied are also files whose names DuckDB would take for patterns. Raises SourceError for bytes that the encoding
    cannot have, and for a compressed file that ends in the middle.
    """
    if file.form == "parquet":
        return _without_wildcards(file, scratch)
    try:
        with open_bytes(file.path) as stream:
            encoding = _encoding_of(stream.read(_SNIFFED), encoding)
        if encoding in ("utf-8", "utf-8-sig"):
            return _without_wildcards(file, scratch)
        copy = new_path(scratch, "".join(file.path.suffixes[:1]))
        with open_text(file.path, encoding) as text, copy.open("w", encoding="utf-8", newline="") as out:
            while block := text.read(_CHUNK):
                out.write(block)
    except (UnicodeError, LookupError):
        message = f"the file {file.name} is not written in the encoding {encoding}."
        raise SourceError([file_problem(source.id, file.name, message, "Say `encoding:`.")]) from None
    except (OSError, EOFError) as error:
        raise SourceError([unreadable(source, file, error)]) from None
    return file._replace(path=copy)


def unreadable(source: DataSource, file: SourceFile, error: Exception) -> Problem:
    """The problem of a file that is damaged or cannot be opened."""
    damaged = isinstance(error, EOFError | gzip.BadGzipFile)
    reason = "is cut off or damaged" if damaged else f"cannot be read: {getattr(error, 'strerror', None) or error}"
    return file_problem(source.id, file.name, f"the file {file.name} {reason}.", "Export it again." if damaged else "")


def open_bytes(path: Path) -> IO[bytes]:
    """The bytes of a file, unpacked if it is compressed."""
    with path.open("rb") as stream:
        packed = stream.read(2) == _GZIP
    return cast(IO[bytes], gzip.open(path)) if packed else path.open("rb")


def open_text(path: Path, encoding: str, errors: str = "strict") -> IO[str]:
    """The text of a file, unpacked if it is compressed; line ends stay as they are."""
    return io.TextIOWrapper(open_bytes(path), encoding, errors, newline="")


def _encoding_of(start: bytes, said: str | None) -> str:
    for mark, name in _BOMS:
        if start.startswith(mark):
            return name
    if said:
        return codecs.lookup(said).name
    # Latin letters in UTF-16 are every other byte zero; a comment in UTF-8 may hold one or two.
    if start.count(b"\0") * 8 > len(start):
        return "utf-16-be" if start[:1] == b"\0" else "utf-16-le"
    return "utf-8"


def _without_wildcards(file: SourceFile, scratch: Path) -> SourceFile:
    with file.path.open("rb") as stream:
        packed = stream.read(2) == _GZIP
    if not _WILD & set(str(file.path)) and packed == (file.path.suffix == ".gz"):
        return file
    link = new_path(scratch, ".gz" if packed else ".txt")
    link.symlink_to(file.path.resolve())
    return file._replace(path=link)


def new_path(scratch: Path, ending: str) -> Path:
    """A path in the scratch folder that is not taken."""
    return scratch / f"{sum(1 for _ in scratch.iterdir())}{ending}"
