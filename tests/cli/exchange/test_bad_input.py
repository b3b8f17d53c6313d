"""Whatever is imported as whatever: one sentence with a place, exit code 1, and nothing is written."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from imports.boards.support_pdf import drawn, pdf
from mkdocs_journeys.cli import main
from mkdocs_journeys.imports.formats import FORMATS
from mkdocs_journeys.imports.text import LARGEST

EVERY = [*FORMATS, "json", "json --draft"]
every_format = pytest.mark.parametrize("format_", EVERY)
SENTENCE = re.compile(r"(?:sources/)?a\.bin:\d+:\d+: error\[[\w-]+\] [^\n]+[.`]")
FILES = {
    "nothing": b"",
    "spaces": b" \n\n ",
    "a picture": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "a program": b"\x7fELF\2\1\1\0\0\0",
    "an archive": b"PK\3\4\24\0\0\0\10\0 cut",
    "half of JSON": b'{"a": [{"b": 1}, ',
    "other JSON": b'{"hello": ["world"], "n": 1e400}',
    "deep JSON": b"[" * 200_000,
    "half of XML": b"<mxfile><diagram>",
    "XML with a bomb": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "a document of PDF": b"%PDF-1.7\n1 0 obj\n<<>>",
    "letters of two encodings": "Pr\u00fcfung ".encode() + "Pr\u00fcfung".encode("cp1252") + b" \xff\xfe\x00",
    "two bytes a letter": "hello".encode("utf-16"),
    "one long line": b"a" * 300_000,
    "many columns": b",".join([b"x"] * 10_000) + b"\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(format_: str, file: str) -> Result:
    format_, *options = format_.split()
    result = CliRunner().invoke(main, ["import", format_, file, *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@every_format
@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
def test_a_file_that_is_not_what_it_says_is_told_in_sentences_with_a_place(
    folder: Path, format_: str, content: bytes
) -> None:
    (folder / "a.bin").write_bytes(content)
    result = imported(format_, "a.bin")
    assert (result.exit_code, result.stdout) == (1, "")
    *sentences, last = result.stderr.splitlines()
    assert last == "Nothing was written."
    assert sentences and [line for line in sentences if not SENTENCE.match(line)] == []
    assert format_ == "json --draft" or len(sentences) == 1
    assert [path.name for path in folder.rglob("*")] == ["a.bin"]


@every_format
def test_a_file_of_a_hundred_megabytes_is_refused_unread(folder: Path, format_: str) -> None:
    with (folder / "a.bin").open("wb") as file:
        file.truncate(100_000_000)
    result = imported(format_, "a.bin")
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"a.bin:1:1: error[import] The file has more than {LARGEST // 1_000_000} MB." in result.stderr


@pytest.mark.parametrize("links", ["abca", "aa", "abab"])
def test_connectors_in_a_circle_lead_back_and_the_import_ends(folder: Path, links: str) -> None:
    nodes = [
        {"id": id, "type": "text", "text": f"Does {id}", "x": 300 * number, "y": 0, "width": 200, "height": 100}
        for number, id in enumerate("abc")
    ]
    edges = [
        {"id": str(number), "fromNode": start, "toNode": end} for number, (start, end) in enumerate(pairwise(links))
    ]
    (folder / "a.canvas").write_text(json.dumps({"nodes": nodes, "edges": edges}), "utf-8")
    assert imported("jsoncanvas", "a.canvas").exit_code == 0
    assert "Does a" in (folder / "journeys/maps/a.yml").read_text("utf-8")


def test_a_page_that_is_only_a_picture_is_told_and_the_others_are_written(folder: Path) -> None:
    map_ = drawn(("Sees it", 50, 50, "1 1 0.5"), ("Buys it", 200, 60, "1 1 0.5"))
    (folder / "a.pdf").write_bytes(pdf(map_, b"0 0 1 rg 10 10 90 90 re f"))
    result = imported("pdf", "a.pdf")
    assert result.exit_code == 0
    assert result.stderr.startswith("a.pdf:1:1: warning[import] Page 2 has shapes, and no text")
    assert "a.pdf, page 1: Page 1 (1 stage, 2 steps, 0 people)\n" in result.stdout
