"""Three-way merges of trees: what both sides did, and nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from mkdocs_journeys.merging.layouts import ClashError, in_brackets, in_lines
from mkdocs_journeys.merging.lines import merged_lines, merged_tail, merged_trivia
from mkdocs_journeys.merging.order import merged_order
from mkdocs_journeys.merging.pairing import Pairing, entries_of, same_items
from mkdocs_journeys.merging.parsing import value_of_block
from mkdocs_journeys.merging.tree import (
    Brackets,
    Conflict,
    Entry,
    MergeDocument,
    Node,
    UnmergeableError,
    moved,
    rendered_node,
    shifted,
    shifted_below,
)
from mkdocs_journeys.yamlfile.values import differences

EMPTY_MAP = Node("map", "{}", brackets=Brackets("{", ", ", "}"))
EMPTY_LIST = Node("list", "[]", brackets=Brackets("[", ", ", "]"))


class MergedValue(NamedTuple):
    """A value, and whether its lines are laid out as those of ours; else they are as those of theirs."""

    node: Node
    is_ours: bool = True


def merged_documents(base: MergeDocument, ours: MergeDocument, theirs: MergeDocument) -> MergeDocument:
    """A file after the changes of two sides; conflicts are entries of its tree. Raises UnmergeableError."""
    merge = _Merge(base.root, ours.root, theirs.root)
    try:
        root = merge.value(base.root, ours.root, theirs.root)
    except ClashError:
        raise UnmergeableError("Its outermost level cannot be merged.") from None
    if merge.unplaced:
        raise UnmergeableError("What was moved has no place.")
    header = merged_trivia(base.header, ours.header, theirs.header)
    return MergeDocument(header, root.node, merged_trivia(base.footer, ours.footer, theirs.footer))


class _Merge:
    """One merge. `hot` are the values, by their ids, around what a side moved from one list to another."""

    def __init__(self, base: Node, ours: Node, theirs: Node) -> None:
        self.ours, self.theirs = Pairing(base, ours), Pairing(base, theirs)
        self.moved_by_ours, self.moved_by_theirs = self.ours.moved, self.theirs.moved
        self.unplaced: dict[int, Entry] = {**self.moved_by_ours, **self.moved_by_theirs}
        travellers = {*self.unplaced}
        travellers |= {id(self.ours.there(entry)) for entry in self.unplaced.values()}
        travellers |= {id(self.theirs.there(entry)) for entry in self.unplaced.values()}
        self.hot = {id(node) for root in (base, ours, theirs) for node in _around(root, travellers)}

    def value(self, base: Node | None, ours: Node, theirs: Node) -> MergedValue:
        """The value of both sides. Raises ClashError."""
        if not {id(node) for node in (base, ours, theirs)} & self.hot:
            if base and (base.column, base.text) == (ours.column, ours.text):
                return MergedValue(theirs, is_ours=False)
            if base and theirs.is_block and _are_same(base, ours) and not _are_same(base, theirs):
                return MergedValue(moved(theirs, ours.column - theirs.column))
            if _are_same(ours, theirs) or (base and _are_same(base, theirs)):
                return MergedValue(ours)
        if ours.kind == theirs.kind != "text":
            return self._container(base, ours, theirs)
        if _are_equal(ours, theirs) or (base and _are_equal(base, theirs)):
            return MergedValue(ours)
        if base and _are_equal(base, ours):
            return MergedValue(theirs, is_ours=False)
        return MergedValue(_merged_block(base, ours, theirs))

    def entry(self, base: Entry | None, ours: Entry, theirs: Entry) -> Entry | Conflict:
        """A field or an item that both sides have."""
        try:
            node, is_ours = self.value(base.value if base else None, ours.value, theirs.value)
        except ClashError as clash:
            if {id(one.value) for one in (base, ours, theirs) if one} & self.hot:
                raise UnmergeableError("What was moved cannot be merged.") from None
            if clash.ours and clash.theirs:
                ours, theirs = replace(ours, value=clash.ours), replace(theirs, value=clash.theirs)
            return Conflict(ours, base, theirs)
        frame, other = (ours, theirs) if is_ours else (theirs, ours)
        if frame.in_brackets and not other.in_brackets:
            return replace(other, value=node)
        before = base or other
        lead = merged_trivia(*(shifted(one.lead, frame.column - one.column) for one in (before, ours, theirs)))
        tail = merged_tail(*(shifted_below(one.tail, frame.column - one.column) for one in (before, ours, theirs)))
        head = frame.head
        if _is_laid_out_alike(frame, other, before) and frame.head == before.head:
            head = other.head
        if node is frame.value and (lead, head, tail) == (frame.lead, frame.head, frame.tail):
            return frame
        return replace(frame, lead=lead, head=head, value=node, tail=tail)

    def _container(self, base: Node | None, ours: Node, theirs: Node) -> MergedValue:
        """The list or mapping of both sides: laid out as in ours, but in lines if one of them is."""
        if not all(node.is_block or node.brackets for node in (ours, theirs)):
            raise ClashError
        if base is None or base.kind != ours.kind:
            base = _as_list(base) if ours.kind == "list" else EMPTY_MAP
        is_ours = ours.is_block or not theirs.is_block
        frame, other = (ours, theirs) if is_ours else (theirs, ours)
        entries = [*self._entries(base, ours, theirs)]
        if not entries and frame.is_block:
            raise ClashError
        if not frame.is_block:
            return MergedValue(in_brackets(frame, other, entries), is_ours)
        entries = [in_lines(one, frame) for one in entries]
        first = entries[0]
        if frame.starts_inline and isinstance(first, Conflict) and not (first.ours and first.theirs):
            raise ClashError
        node = Node(
            frame.kind, entries=tuple(entries), column=frame.column, is_block=True, starts_inline=frame.starts_inline
        )
        return MergedValue(node, is_ours)

    def _entries(self, base: Node, ours: Node, theirs: Node) -> Iterator[Entry | Conflict]:
        """The merged entries of three lists or mappings in their order."""
        before, one, other = entries_of(base), entries_of(ours), entries_of(theirs)
        names: dict[int, int] = {}
        triples: dict[int, tuple[Entry | None, Entry | None, Entry | None]] = {}
        new: tuple[list[Entry], list[Entry]] = ([], [])
        for entry in before:
            names[id(entry)] = id(entry)
            triples[id(entry)] = entry, self.ours.there(entry), self.theirs.there(entry)
        for side, added, pairing in ((one, new[0], self.ours), (other, new[1], self.theirs)):
            for entry in side:
                origin = self._origin(pairing, entry, before)
                names[id(entry)] = id(origin or entry)
                if origin:
                    triples[id(origin)] = origin, self.ours.there(origin), self.theirs.there(origin)
                else:
                    added.append(entry)
        partners = {id(right): left for left, right in self._same_new(ours.kind, *new)}
        for entry in new[0]:
            triples[id(entry)] = None, entry, None
        for entry in new[1]:
            partner = partners.get(id(entry))
            names[id(entry)] = id(partner or entry)
            triples[names[id(entry)]] = None, partner, entry
        orders = [[names[id(entry)] for entry in side] for side in (before, one, other)]
        made = {name: self._made(triples[name], *(name in order for order in orders)) for name in triples}
        kept = {name for name, entry in made.items() if entry}
        for name in merged_order(orders[0], orders[1], orders[2], kept, matters=ours.kind == "list"):
            if found := made[name]:
                yield found

    def _origin(self, pairing: Pairing, entry: Entry, before: Sequence[Entry]) -> Entry | None:
        """The entry of the base that one of a side was, in this list or moved from another."""
        origin = pairing.back(entry)
        if origin is None or id(origin) in pairing.moved or any(one is origin for one in before):
            return origin
        return None

    def _same_new(self, kind: str, ours: Sequence[Entry], theirs: Sequence[Entry]) -> list[tuple[Entry, Entry]]:
        if kind == "list":
            return same_items(ours, theirs)
        there = {entry.key: entry for entry in theirs}
        return [(entry, there[entry.key]) for entry in ours if entry.key in there]

    def _made(
        self, triple: tuple[Entry | None, Entry | None, Entry | None], was: bool, in_ours: bool, in_theirs: bool
    ) -> Entry | Conflict | None:
        """What becomes of an entry in one list, in which it was and is on each side, or not; None if it goes."""
        base, ours, theirs = triple
        if base is not None and id(base) in self.moved_by_ours | self.moved_by_theirs:
            return self._made_elsewhere(base, ours, theirs, was, in_ours, in_theirs)
        if ours and theirs:
            return self.entry(base, ours, theirs)
        left = ours or theirs
        if base is None:
            return self._filled(left, is_ours=ours is not None) if left and id(left.value) in self.hot else left
        if left is None or self._is_unchanged(base, left, self.theirs if ours is None else self.ours):
            return None
        return Conflict(ours, base, theirs)

    def _made_elsewhere(
        self, base: Entry, ours: Entry | None, theirs: Entry | None, was: bool, in_ours: bool, in_theirs: bool
    ) -> Entry | Conflict | None:
        by_ours, by_theirs = id(base) in self.moved_by_ours, id(base) in self.moved_by_theirs
        if ours is None or theirs is None:
            raise UnmergeableError("One side moved what the other removed.")
        if (by_ours and by_theirs and in_ours != in_theirs) or (was and (in_ours and by_ours)):
            raise UnmergeableError("Both sides moved the same item to different places.")
        if not (in_ours if by_ours else in_theirs):
            return None
        if self.unplaced.pop(id(base), None) is None:
            raise UnmergeableError("An item would stand in two places.")
        return self.entry(base, ours, theirs)

    def _filled(self, new: Entry, *, is_ours: bool) -> Entry:
        """An entry that one side added, around something that it moved there."""
        nothing = EMPTY_LIST if new.value.kind == "list" else EMPTY_MAP
        sides = (new.value, nothing) if is_ours else (nothing, new.value)
        try:
            return replace(new, value=self.value(None, *sides).node)
        except ClashError:
            raise UnmergeableError("What was moved cannot be merged.") from None

    def _is_unchanged(self, base: Entry, left: Entry, pairing: Pairing) -> bool:
        """Whether a side left an entry as it was, what the other side moved out of it left aside."""
        gone = self.moved_by_ours if pairing is self.theirs else self.moved_by_theirs
        skipped = {*gone, *(id(pairing.there(entry)) for entry in gone.values())}
        return not any(differences(_without(base.value, skipped), _without(left.value, skipped)))


def _around(node: Node, travellers: set[int]) -> Iterator[Node]:
    """The values on the way down to some entries."""
    for entry in entries_of(node):
        inside = [*_around(entry.value, travellers)]
        if inside or id(entry) in travellers:
            yield from (node, *inside)


def _without(node: Node, skipped: set[int]) -> object:
    entries = [entry for entry in entries_of(node) if id(entry) not in skipped]
    if node.kind == "map":
        return {entry.key: _without(entry.value, skipped) for entry in sorted(entries, key=lambda one: one.key)}
    return [_without(entry.value, skipped) for entry in entries] if node.kind == "list" else node.scalar


def _are_same(one: Node, other: Node) -> bool:
    """Whether two values are written alike, wherever their lines begin."""
    if one.kind != other.kind or one.is_block != other.is_block:
        return False
    by = other.column - one.column if one.is_block else 0
    return rendered_node(one, by, "ours", "") == other.text


def _are_equal(one: Node, other: Node) -> bool:
    """Whether two values mean the same."""
    return not any(differences(one.value, other.value))


def _as_list(base: Node | None) -> Node:
    """A text that stood for a list of one, as that."""
    if base is None or base.kind != "text" or base.scalar is None:
        return EMPTY_LIST
    return Node("list", entries=(Entry("", "", "", base, "", 0, in_brackets=True),))


def _is_laid_out_alike(*entries: Entry) -> bool:
    return len({(one.value.is_block, one.value.starts_inline, "\n" in one.head) for one in entries}) == 1


def _merged_block(base: Node | None, ours: Node, theirs: Node) -> Node:
    """A text in lines, `|` or `>`, of which each side changed others. Raises ClashError."""
    nodes = [node for node in (base, ours, theirs) if node and node.kind == "text" and node.raw[:1] in ("|", ">")]
    if len(nodes) < 3 or len({node.raw.split("\n", 1)[0] for node in nodes}) > 1:
        raise ClashError
    bodies = [node.raw.split("\n")[1:] for node in nodes]
    margins = [min((len(line) - len(line.lstrip(" ")) for line in body if line.strip()), default=0) for body in bodies]
    bare = [[line[margin:] for line in body] for body, margin in zip(bodies, margins, strict=True)]
    lines = merged_lines(*bare, both=False)
    if lines is None:
        raise ClashError
    start = ours.raw.split("\n", 1)[0]
    raw = "\n".join([start, *(f"{' ' * margins[1]}{line}" if line else "" for line in lines)])
    return Node("text", raw, value_of_block(raw))
