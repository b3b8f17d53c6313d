"""Three-way merges of lines."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher


def merged_lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], *, both: bool) -> list[str] | None:
    """The lines of a text after the edits of two sides.

    Where both changed the same lines, those of ours stand above those of theirs if `both` may stay; else there is
    no such text, None.
    """
    found: list[str] = []
    for old, one, other in _regions(base, ours, theirs):
        if one in (old, other):
            found += other
        elif other == old:
            found += one
        elif both:
            found += [*one, *(line for line in other if line not in one and line not in old)]
        else:
            return None
    return found


def _regions(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """The texts side by side, cut where a line of the base is kept by both."""
    one, other = _kept(base, ours), _kept(base, theirs)
    at = mine = their = 0
    for number in range(len(base)):
        if number in one and number in other:
            yield base[at:number], ours[mine : one[number]], theirs[their : other[number]]
            yield base[number : number + 1], base[number : number + 1], base[number : number + 1]
            at, mine, their = number + 1, one[number] + 1, other[number] + 1
    yield base[at:], ours[mine:], theirs[their:]


def _kept(base: Sequence[str], side: Sequence[str]) -> dict[int, int]:
    """The number of each line of the base that a side has kept, and its number there."""
    blocks = SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def merged_trivia(base: str, ours: str, theirs: str) -> str:
    """Comments and blank lines after the edits of two sides: of two edits of one comment, both stay."""
    if ours in (theirs, base):
        return theirs
    if theirs == base:
        return ours
    sides = [text.splitlines(keepends=True) for text in (base, ours, theirs)]
    return "".join(merged_lines(*sides, both=True) or ())


def merged_tail(base: str, ours: str, theirs: str) -> str:
    """What stands behind a value: the rest of its line, and the lines below that stand further right."""
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    (first, _, rest), (old, _, before), (other, _, below) = (text.partition("\n") for text in (ours, base, theirs))
    line = other if first == old else first if other in (old, first) else f"{first} {other.strip()}".rstrip()
    return f"{line}\n{merged_trivia(before, rest, below)}" if "\n" in ours + theirs else line
