"""Office documents that are the same bytes for the same content."""

import io
import re
import zipfile
from datetime import datetime

MADE = datetime(1980, 1, 1)
"""When a document says that it was made: nothing in an atlas says when, and the clock would change the bytes."""
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class MissingLibraryError(Exception):
    """A format needs a library that is not installed; the message says which, and how to get it."""

    def __init__(self, what: str, library: str, extra: str) -> None:
        super().__init__(f"{what} need {library}: pip install 'mkdocs-journeys[{extra}]'")


def writable(text: str) -> str:
    """A text without characters that XML cannot carry."""
    return _UNWRITABLE.sub("\ufffd", text)


def without_times(document: bytes) -> bytes:
    """An office document in which every time is `MADE`, also in the documents inside of it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "docProps/core.xml":
                data = _TIMES.sub(rb"\g<1>" + f"{MADE:%Y-%m-%dT%H:%M:%SZ}".encode(), data)
            elif name.endswith((".xlsx", ".pptx")):
                data = without_times(data)
            info = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            after.writestr(info, data)
    return packed.getvalue()
