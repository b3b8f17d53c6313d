"""Plain values as YAML that a person would have written, with remarks beside them."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias, Union

import yaml

from mkdocs_journeys.yamlfile.fast_values import UnsupportedError, plain_value

WIDTH = 100
"""At how many characters a long text is broken, and a short list no longer stands on one line."""

Scalar: TypeAlias = str | int | float | bool | date | None
YamlValue: TypeAlias = Union[Scalar, "Remarked", Sequence["YamlValue"], Mapping[str, "YamlValue"]]
"""A value to be written. Lists inside lists hold words and numbers alone."""

_UNWRITABLE = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_NEEDS_ESCAPES = re.compile(f"[{_UNWRITABLE}]")
_FITS_A_BLOCK = re.compile(r"(?!\s)[^\r]*\n[^\r]*\Z")
LONGEST_WORD = 5
"""How many letters the longest word has that is more than text to some reader of YAML: false."""
_SIMPLE = re.compile(r"[A-Za-z][\w ()/.,;?!'’–-]*(?<![ ])\Z")
_IN_A_LIST = re.compile(r"[\w][\w ./:-]*(?<! )\Z")


_IS_FIELD = re.compile(r"[a-z][a-z_]*").fullmatch
_READ_AS_OTHER = frozenset(("y", "yes", "no", "on", "off", "true", "false", "null"))
"""What some reader of YAML takes for no text; `n` is a field of the format, which everybody writes without quotes."""


class Remarked(NamedTuple):
    """A value with a comment for whoever reads the file: behind a value on one line, above a longer one."""

    value: YamlValue
    remark: str


def yaml_of(values: Mapping[str, YamlValue], head: str = "") -> str:
    """A mapping as the text of a file, below a comment."""
    return "".join(f"{line}\n" for line in [*_comment(head, ""), *_map(values, "")])


def scalar(value: Scalar) -> str:
    """A value on one line, quoted where it has to be."""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return json.dumps(value)
    if len(value) > LONGEST_WORD and _SIMPLE.match(value):
        return value
    style = '"' if _NEEDS_ESCAPES.search(value) or "\n" in value else None
    written = yaml.safe_dump(value, allow_unicode=True, width=2**20, default_style=style)
    written = written.removesuffix("...\n").strip("\n")
    return f"'{written}'" if written == value and not isinstance(_read_as(written), str) else written


def _read_as(written: str) -> object:
    """What our reader sees in a plain text: YAML 1.2 has other numbers than PyYAML knows."""
    try:
        return plain_value(written)
    except UnsupportedError:
        return None


def _key(name: str) -> str:
    return name if _IS_FIELD(name) and name not in _READ_AS_OTHER else scalar(name)


def _map(values: Mapping[str, YamlValue], indent: str) -> list[str]:
    lines: list[str] = []
    for key, value in values.items():
        lines += _entry(f"{indent}{_key(key)}:", value, indent)
    return lines


def _entry(start: str, written: YamlValue, indent: str) -> list[str]:
    """The lines of a value behind `start`: a key with its colon, or the dash of a list."""
    value, remark = written if isinstance(written, Remarked) else (written, "")
    inner = f"{indent}  "
    if isinstance(value, Mapping) and value:
        if not start.endswith(":"):
            return [*_comment(remark, indent), *_item(_map(value, inner), indent)]
        return [*_comment(remark, indent), start, *_map(value, inner)]
    if isinstance(value, str):
        lines = _text(value, start, inner)
    elif isinstance(value, Sequence):
        short = _short_list(value, start)
        lines = [short] if short else [start, *(line for one in value for line in _entry(f"{inner}-", one, inner))]
    else:
        lines = [f"{start} {{}}" if isinstance(value, Mapping) else f"{start} {scalar(value)}"]
    if remark and len(lines) == 1 and len(lines[0]) + len(remark) < WIDTH:
        return [f"{lines[0]}  # {_one_line(remark)}"]
    return [*_comment(remark, indent), *lines]


def _item(lines: list[str], indent: str) -> list[str]:
    """The lines of a mapping as an item of a list: comments at its head stand above the dash."""
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    above = [line[2:] for line in lines[:first]]
    return [*above, f"{indent}- {lines[first].lstrip()}", *lines[first + 1 :]]


def _text(text: str, start: str, indent: str) -> list[str]:
    if _FITS_A_BLOCK.match(text) and not _NEEDS_ESCAPES.search(text):
        body = text.rstrip("\n")
        ends = len(text) - len(body)
        sign = "-" if not ends else "" if ends == 1 else "+"
        kept = body.split("\n") + [""] * max(0, ends - 1)
        return [f"{start} |{sign}", *(f"{indent}{line}" if line else "" for line in kept)]
    line = scalar(text)
    if len(start) + len(line) < WIDTH or line.startswith('"') or "  " in line:
        return [f"{start} {line}"]
    folded = yaml.safe_dump(text, allow_unicode=True, width=WIDTH - len(start) - 1).removesuffix("...\n").splitlines()
    first, *others = folded
    return [f"{start} {first}", *(f"{indent}{other.strip()}" for other in others)]


def _short_list(values: Sequence[YamlValue], start: str) -> str | None:
    """A list of words and numbers on one line, None if it needs more."""
    words = [value if isinstance(value, str) else scalar(value) for value in values if isinstance(value, Scalar)]
    whole = f"{start} [{', '.join(words)}]"
    fits = len(words) == len(values) and all(map(_IN_A_LIST.match, words)) and len(whole) <= WIDTH
    are_plain = all(not isinstance(value, str) or scalar(value) == value for value in values)
    return whole if not values or (fits and are_plain) else None


def _comment(text: str, indent: str) -> list[str]:
    return [f"{indent}# {line}".rstrip() for line in _printable(text).split("\n")] if text else []


def _one_line(text: str) -> str:
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    return _NEEDS_ESCAPES.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
