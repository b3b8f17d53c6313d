"""Fields of mappings in a text: written anew, added or taken out, with the comments around them kept."""

from mkdocs_journeys.yamlfile.editing.blocks import Lines, Path, appended, insertion, piece_at, removal, shifted
from mkdocs_journeys.yamlfile.editing.edit import Edit
from mkdocs_journeys.yamlfile.editing.layout import Layout
from mkdocs_journeys.yamlfile.writing import YamlValue, scalar, yaml_of


def assignment(layout: Layout, path: Path, name: str, value: YamlValue) -> Edit | None:
    """The edit that gives a field of the mapping at a path another value, or adds the field at its end.

    A comment behind the old value stays where both are one word or text. None where the text is written in a way that
    cannot be changed by itself.
    """
    above, now = layout.find(path), layout.find((*path, name))
    if above is None or above.meant.kind != "map":
        return None
    lines = Lines(yaml_of({name: value}), 0)
    if now is None:
        return _added(layout, path, lines)
    if now.target:
        return None
    is_simple = now.kind == "text" and isinstance(value, str | int | float | bool)
    if is_simple and layout.source.text[now.start : now.start + 1] not in ("|", ">"):
        return Edit(now.start, now.end, scalar(value))  # type: ignore[arg-type]
    piece = piece_at(layout, (*path, name))
    if piece is None:
        return None
    text = shifted(lines, piece.column, layout.source.line_end).text
    if layout.source.text[piece.end - 1 : piece.end] not in ("\r", "\n"):
        text = text.removesuffix(layout.source.line_end)
    return Edit(piece.head, piece.end, text.lstrip(" "))


def _added(layout: Layout, path: Path, lines: Lines) -> Edit | None:
    above = layout.find(path)
    if above is None or above.meant.is_block:
        return insertion(layout, path, len(above.meant.pairs) if above else 0, lines)
    text = lines.text.removesuffix("\n")
    return None if "\n" in text else appended(layout, path, text)


def without(layout: Layout, path: Path, name: str) -> Edit | None:
    """The edit that takes a field out of the mapping at a path, which has others."""
    return removal(layout, (*path, name))
