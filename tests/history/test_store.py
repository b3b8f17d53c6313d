"""The cache on disk believes nothing and loses nothing but time."""

import json
from pathlib import Path

import pytest

from mkdocs_journeys.history.store import Store, key_of

KEY = key_of("state", "a")


def test_what_was_saved_is_found_again(tmp_path: Path) -> None:
    one = Store(tmp_path / "cache")
    one.put(KEY, {"emotion": 1})
    one.save()
    assert Store(tmp_path / "cache").get(KEY) == {"emotion": 1}


def test_without_a_folder_it_remembers_in_memory_only() -> None:
    one = Store()
    one.put(KEY, 1)
    one.save()
    assert one.get(KEY) == 1


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"entries": []}', "\x00", '{"format":1,"made_by":"x","entries":[]}', "[" * 5000]
)
def test_a_damaged_file_is_ignored_and_named(tmp_path: Path, text: str) -> None:
    (tmp_path / f"{KEY[0]}.json").write_text(text, encoding="utf-8")
    store = Store(tmp_path)
    assert store.get(KEY) is None
    assert store.ignored == [f"{KEY[0]}.json"]


def test_a_file_of_another_version_is_quietly_left_alone(tmp_path: Path) -> None:
    one = Store(tmp_path)
    one.put(KEY, 1)
    one.save()
    file = tmp_path / f"{KEY[0]}.json"
    file.write_text(json.dumps(json.loads(file.read_text("ascii")) | {"format": 0}), encoding="ascii")
    again = Store(tmp_path)
    assert again.get(KEY) is None
    assert again.ignored == []


def test_a_file_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("{}", encoding="ascii")
    (tmp_path / f"{KEY[0]}.json").symlink_to(tmp_path / "secret")
    store = Store(tmp_path)
    assert store.get(KEY) is None
    assert store.ignored == [f"{KEY[0]}.json"]


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="ascii")
    store = Store(tmp_path / "cache")
    store.put(KEY, 1)
    store.save()
    assert store.get(KEY) == 1


def test_what_nobody_asks_for_any_more_is_dropped_when_its_file_is_written(tmp_path: Path) -> None:
    same = [key for key in (key_of("x", str(n)) for n in range(200)) if key[0] == KEY[0]][:2]
    one = Store(tmp_path)
    one.put(KEY, 1)
    one.put(same[0], 2)
    one.save()
    two = Store(tmp_path)
    two.put(same[1], 3)
    two.get(KEY)
    two.save()
    three = Store(tmp_path)
    assert [three.get(key) for key in (KEY, *same)] == [1, None, 3]
