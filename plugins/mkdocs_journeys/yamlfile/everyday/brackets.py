"""Where a value stands inside the brackets of an everyday file."""

from collections.abc import Iterator

from mkdocs_journeys.yamlfile.everyday.flow import TOKEN, key_of


def child_in(text: str, start: int, part: str | int) -> tuple[int, int] | None:
    """The offsets of a field's key and value, or twice that of an item, in the brackets that open at `start`."""
    if text[start] == "{":
        return next(((key, value) for name, key, value in _fields(text, start) if name == part), None)
    if text[start] == "[" and isinstance(part, int):
        return next(((at, at) for number, at in enumerate(_items(text, start)) if number == part), None)
    return None


def _items(text: str, start: int) -> Iterator[int]:
    """The offsets of what begins at `start`, behind a comma or behind a colon of these very brackets."""
    depth, begins = 0, True
    for token in TOKEN.finditer(text, start + 1):
        sign = token[1] or ""
        if sign in ("]", "}"):
            depth -= 1
            if depth < 0:
                return
        elif begins:
            yield token.start(token.lastindex or 0)
        depth += sign in ("[", "{")
        begins = sign in (",", ":") and not depth


def _fields(text: str, start: int) -> Iterator[tuple[str, int, int]]:
    """The name of each field, and the offsets of its key and its value."""
    offsets = _items(text, start)
    for key in offsets:
        token = next(TOKEN.finditer(text, key))
        yield key_of(("", token[2] or "", token[3] or "", "")), key, next(offsets)
