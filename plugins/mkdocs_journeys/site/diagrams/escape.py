"""Escaping for Mermaid flowcharts: authors' text and links enter a diagram only through these functions."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

LABEL_LENGTH = 80
SENTENCE_LENGTH = 300
LINK_LENGTH = 2_000
EMPTY = "–"

# Mermaid hides entities as ﬂ°…¶ß while it parses and turns them back wherever it finds them.
_PLACEHOLDERS = {"ﬂ°": "fl°", "¶ß": "¶\u200bß"}
# It reads $$…$$ as a formula, \n as a line break and fa:fa-… as an icon even when written as entities.
_READ_TWICE = re.compile(r"\$(?=\$)|\\(?=n)|fa[a-z]?(?=:fa-)")
_HIDDEN_CATEGORIES = {"Cc", "Cs", "Cn", "Co"}
_HIDDEN = frozenset(
    "\u200e\u200f\u061c"  # direction marks
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # direction embeddings, overrides and isolates
    "\ufeff\u00ad\ufff9\ufffa\ufffb\ufffc"  # byte order mark, soft hyphen, annotations, object replacement
)
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")
_JOINERS_BEFORE_ELLIPSIS = re.compile("[\u200d\ufe0f]+(?=…$)")

_LABEL_ENTITIES = {code: f"#{code};" for code in range(0x21, 0x7F) if not chr(code).isalnum()}
_SENTENCE_SYNTAX = frozenset('#;{}<>&"\\%')
_SENTENCE_ENTITIES = {ord(char): f"#{ord(char)};" for char in _SENTENCE_SYNTAX}
# Where the lexer would take a word for a keyword, its first letter is written as an entity.
_KEYWORD, _HIDDEN_KEYWORD = re.compile(r"direction(?=\s+(?:TB|BT|RL|LR|TD))"), "#100;irection"

_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.\-]*):")
_SCHEMES = {"http", "https", "mailto"}
_LINK_SAFE = "-._~/?#=&+@!$*,:%()[]"


def clean(text: str, limit: int = LABEL_LENGTH) -> str:
    """The text as readers see it: one line, no invisible characters, at most `limit` characters, never empty."""
    composed = unicodedata.normalize("NFC", text)
    # What Python calls printable has no control, format, private or unassigned character, and no space but " ".
    printable = composed.isprintable() and "\ufffc" not in composed
    line = " ".join((composed if printable else "".join(map(_shown, composed))).split())
    for pair, replacement in _PLACEHOLDERS.items():
        line = line.replace(pair, replacement)
    if "$$" in line or "\\n" in line or ":fa-" in line:
        line = _READ_TWICE.sub("\\g<0>\u200b", line)
    if len(line) > limit:
        line = _JOINERS_BEFORE_ELLIPSIS.sub("", line[: limit - 1].rstrip() + "…")
    has_ink = any(unicodedata.category(char)[0] in "LNPS" and char not in _BLANK_LETTERS for char in line)
    return line if has_ink else EMPTY


@lru_cache(maxsize=4_096)
def label(text: str, limit: int = LABEL_LENGTH) -> str:
    """`clean(text, limit)`, escaped for the lexer."""
    return _KEYWORD.sub(_HIDDEN_KEYWORD, clean(text, limit).translate(_LABEL_ENTITIES))


def sentence(text: str) -> str:
    """One line for `accTitle:` or `accDescr:`; at most 300 characters."""
    line = clean(text, SENTENCE_LENGTH)
    return line if _SENTENCE_SYNTAX.isdisjoint(line) else line.translate(_SENTENCE_ENTITIES)


@lru_cache(maxsize=1_024)
def link(url: str) -> str | None:
    """The address, percent-encoded; None unless it is relative, http, https or mailto."""
    scheme = _SCHEME.match(url)
    refused = scheme is not None and scheme.group(1).lower() not in _SCHEMES
    if refused or not url or url.startswith("//") or len(url) > LINK_LENGTH:
        return None
    return quote(url, safe=_LINK_SAFE, errors="ignore") or None


def _shown(char: str) -> str:
    if char.isspace():
        return " "
    return "" if char in _HIDDEN or unicodedata.category(char) in _HIDDEN_CATEGORIES else char
