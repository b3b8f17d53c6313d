"""Every catalogue has every message, with the places and tags of the English one."""

import re
from collections import Counter
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from mkdocs_journeys.translation.languages import NAMES

CODES = [code for code in NAMES if code != "en"]
PLACES = re.compile(r"%\(\w+\)s|%%|</?\w+[^>]*>|\{\w*\}")
every_language = pytest.mark.parametrize("code", CODES)


@cache
def catalog_of(root: Path, code: str) -> Catalog:
    path = root / "plugins" / "mkdocs_journeys" / "translation" / "catalogs" / f"{code}.po"
    with path.open("rb") as opened:
        return read_po(opened, locale=code)


@cache
def extracted(root: Path) -> Catalog:
    """What `make messages` finds in code and templates."""
    spec = spec_from_file_location("messages_tool", root / "tools" / "messages.py")
    assert spec and spec.loader
    tool: Any = module_from_spec(spec)
    spec.loader.exec_module(tool)
    found: Catalog = tool.extracted()
    return found


def forms(text: Any) -> tuple[str, ...]:
    return text if isinstance(text, tuple) else (text,)


def faults(message: Message, plurals: int) -> list[str]:
    """What is wrong with a translation."""
    ids, texts = forms(message.id), forms(message.string)
    if len(texts) != (plurals if isinstance(message.id, tuple) else 1) or not all(texts):
        return [f"{ids[0]!r} has no translation"]
    wanted = Counter(PLACES.findall(ids[-1]))
    found = []
    for text in texts:
        places = Counter(PLACES.findall(text))
        # A form for one alone may go without its number.
        if places != wanted and not (len(ids) > 1 and places + Counter(["%(num)s"]) == wanted):
            found.append(f"{ids[-1]!r} has other places or tags: {text!r}")
        if re.search(r'["<>]|&(?!\w+;)', PLACES.sub("", text)):
            found.append(f"{ids[-1]!r} has characters that HTML takes for its own: {text!r}")
    return found


@every_language
def test_a_catalogue_has_just_the_messages_of_the_code(repository_root: Path, code: str) -> None:
    ids = {(forms(one.id), one.context) for one in catalog_of(repository_root, code) if one.id}
    wanted = {(forms(one.id), one.context) for one in extracted(repository_root) if one.id}
    assert (wanted - ids, ids - wanted) == (set(), set()), "run `make messages`"


@every_language
def test_every_message_is_translated_with_its_places_and_tags(repository_root: Path, code: str) -> None:
    catalog = catalog_of(repository_root, code)
    assert [fault for one in catalog if one.id for fault in faults(one, catalog.num_plurals)] == []
    assert [one.id for one in catalog if one.id and one.fuzzy] == []


@every_language
def test_places_that_scripts_fill_in_order_keep_it(repository_root: Path, code: str) -> None:
    for message in catalog_of(repository_root, code):
        for text in forms(message.string) if message.id else ():
            assert re.findall(r"\{\}", text) == re.findall(r"\{\}", forms(message.id)[-1])


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("Owner", ""), "has no translation"),
        (Message(("%(num)s pain", "%(num)s pains"), ("1 Schmerz", "")), "has no translation"),
        (Message("by %(name)s", "von %(nom)s"), "has other places"),
        (Message('<a href="%(href)s">all</a>', "alle"), "has other places"),
        (Message("Why", 'Warum "nicht"'), "has characters"),
        (Message("Why", "<b>Warum</b>"), "has other places"),
    ],
)
def test_a_faulty_translation_is_found(message: Message, fault: str) -> None:
    (said, *_) = faults(message, 2)
    assert fault in said


def test_a_form_for_one_may_go_without_its_number() -> None:
    assert faults(Message(("%(num)s pain", "%(num)s pains"), ("ein Schmerz", "%(num)s Schmerzen")), 2) == []
