"""PDF files that a test makes: pages of notes with words on them, and objects of any kind beside those."""

import zlib
from collections.abc import Sequence

Note = tuple[str, float, float, str]
"""A text, the top left corner, and a colour as `r g b` from 0 to 1."""
WIDTH, HEIGHT, PAGE = 100, 60, 600
"""How large a note and a page are, in points."""
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
)


def drawn(*notes: Note, before: str = "") -> bytes:
    """What a page draws: filled rectangles with words on them."""
    parts = [before]
    for text, x, y, colour in notes:
        bottom = PAGE - y - HEIGHT
        parts.append(f"{colour} rg {x} {bottom} {WIDTH} {HEIGHT} re f")
        words = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        parts.append(f"0 0 0 rg BT /F1 9 Tf {x + 5} {bottom + 30} Td ({words}) Tj ET")
    return "\n".join(parts).encode("cp1252")


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def packed(content: bytes, times: int = 1) -> bytes:
    """A stream that is deflated, once or again."""
    for _ in range(times):
        content = zlib.compress(content)
    return stream(content, b"/Filter [%s] " % (b"/FlateDecode " * times))


def pdf(*pages: bytes, extra: Sequence[bytes] = (), trailer: bytes = b"", streams: bool = False) -> bytes:
    """A PDF with a page for each content; they are whole stream objects with `streams`.

    Objects of `extra` have numbers from 10 on; the first is the picture /P of each page.
    """
    first = 10 + len(extra)
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        **{10 + number: one for number, one in enumerate(extra)},
    }
    for number, content in enumerate(pages):
        at = first + 2 * number
        pictures = b"/XObject << /P 10 0 R >>" if extra else b""
        objects[at] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> %s >> >>" % (PAGE, PAGE, at + 1, pictures)
        )
        objects[at + 1] = content if streams else stream(content)
    found = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, one in objects.items():
        places[number] = len(found)
        found += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(found)
    found += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        found += b"%d 1\n%010d 00000 n \n" % (number, place)
    found += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (max(places) + 1, trailer, start)
    return bytes(found)
