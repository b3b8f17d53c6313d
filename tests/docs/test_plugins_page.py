"""The page on other plugins and themes says what the rows of the matrix say; `make test-plugins` tries them."""

import re

from plugins.support_guide import COMMAND, PAGE, page
from plugins.support_rows import HOSTS, LOCK, left_out, requirements, rows, versions

ROWS = rows()


def test_the_page_is_made_from_the_rows() -> None:
    assert PAGE.read_text("utf-8") == page(), f"Run: {COMMAND}"


def test_each_row_has_a_name_of_its_own_in_its_group() -> None:
    names = [(row.group, row.name) for row in ROWS]
    assert len(names) == len(set(names))
    assert len(names) >= 45


def test_a_row_that_is_not_for_all_hosts_or_not_strict_says_why() -> None:
    assert [row.name for row in ROWS if (set(row.hosts) == set(HOSTS)) == bool(row.why_not)] == []
    strict = {row.name for row in ROWS if any("--strict" in command for command in row.builds)}
    assert [row.name for row in ROWS if (row.name in strict) == bool(row.not_strict)] == []


def test_each_effect_and_reason_is_a_sentence() -> None:
    sentences = [row.effect for row in ROWS] + [found.reason for found in left_out()]
    assert [text for text in sentences if not re.fullmatch(r"[A-Z`][^|\n]+\.", text)] == []


def test_the_lock_pins_all_that_the_rows_need_with_hashes_and_names_no_index() -> None:
    names = {re.split(r"[\[<>=]", requirement)[0].lower() for requirement in requirements()}
    assert names <= versions().keys()
    text = LOCK.read_text("utf-8")
    entries = re.split(r"(?m)^(?=[a-z])", text)[1:]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links", text)
