"""What a PDF of Chromium says of its own pages, and the same PDF without the time of its making."""

import re
from collections.abc import Iterator, Mapping

_OBJECT = re.compile(rb"\n(\d+) 0 obj\n(<<.*?>>)(?=\nendobj| stream\r?\n)", re.DOTALL)
_PLACE = re.compile(rb"/([\w.-]+) \[(\d+) 0 R")
_DATE = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}\+00'00'")
MADE = b"19800101000000+00'00'"
"""When a file says that it was made: nothing in an atlas says when, and the clock would change the bytes."""


def numbers_of(pdf: bytes) -> Mapping[str, int]:
    """The number of the page, from 1, on which each id stands that a link of the document leads to.

    It reads what Chromium writes, not any PDF: in another, nothing is found.
    """
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(b"\n" + pdf)}
    root = next((body for body in objects.values() if b"/Type /Catalog" in body), b"")
    tree = re.search(rb"/Pages (\d+) 0 R", root)
    names = re.search(rb"/Dests (\d+) 0 R", root)
    if not tree or not names:
        return {}
    numbers = {page: number for number, page in enumerate(_pages(objects, int(tree[1])), 1)}
    places = _PLACE.findall(objects.get(int(names[1]), b""))
    return {name.decode(): numbers[int(page)] for name, page in places if int(page) in numbers}


def _pages(objects: Mapping[int, bytes], tree: int) -> Iterator[int]:
    """The objects of pages below one of a tree, in their order."""
    body = objects.get(tree, b"")
    kids = re.search(rb"/Kids \[([^\]]*)\]", body)
    if kids is None:
        yield tree
        return
    for kid in re.findall(rb"(\d+) 0 R", kids[1]):
        yield from _pages(objects, int(kid))


def without_time(pdf: bytes) -> bytes:
    """The same file, of the same length, made at a time that is always the same."""
    return _DATE.sub(rb"\g<1>" + MADE, pdf)
