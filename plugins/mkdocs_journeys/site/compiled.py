"""Our templates as compiled by an earlier build, kept where Python keeps what it has compiled of our modules."""

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from mkdocs_journeys.site import escape


class Compiled(FileSystemBytecodeCache):
    """Compiling takes a third of a second in each process of a build, reading what was compiled next to nothing.

    Code of another source, another Jinja or another way to write code is never taken.
    """

    def __init__(self, directory: Path) -> None:
        super().__init__(str(directory), "%s.template")
        self._writer = f"{jinja2.__version__}\n{Path(escape.__file__).read_text('utf-8')}"

    def get_source_checksum(self, source: str) -> str:
        """A checksum of a template and of all that makes code of it."""
        return super().get_source_checksum(f"{self._writer}\n{source}")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes the code of a template, if there is any that can be read."""
        with suppress(OSError, EOFError, UnpicklingError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template; does without where nothing can be written, or Python is told not to."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


def compiled() -> Compiled | None:
    """The templates compiled earlier; None for a Python that keeps nothing at all."""
    if sys.implementation.cache_tag is None:
        return None
    with suppress(OSError):
        return Compiled(Path(cache_from_source(__file__)).with_suffix(""))
    return None
