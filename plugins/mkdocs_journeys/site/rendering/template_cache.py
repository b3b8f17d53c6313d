"""Templates as compiled by an earlier build, kept where Python keeps what it has compiled of our modules."""

import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2 import Environment
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from mkdocs_journeys.site.rendering import compat

_OPTIONS = (
    *("autoescape", "is_async", "finalize", "keep_trailing_newline", "lstrip_blocks", "newline_sequence"),
    *("optimized", "trim_blocks", "block_start_string", "block_end_string", "variable_start_string"),
    *("variable_end_string", "comment_start_string", "comment_end_string"),
    *("line_statement_prefix", "line_comment_prefix"),
)
"""What an environment says of how its templates are read."""


class TemplateCache(FileSystemBytecodeCache):
    """Compiling takes a third of a second in each process of a build, reading what was compiled next to nothing.

    Code of another source, another Jinja or another way to write code is never taken.
    """

    def __init__(self, directory: Path) -> None:
        super().__init__(str(directory), "%s.template")
        self._writer = f"{jinja2.__version__}\n{Path(compat.__file__).read_text('utf-8')}"

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The place for the code of a template, told apart by all that makes code of it."""
        options = [f"{option}={getattr(environment, option)!r}" for option in _OPTIONS]
        manner = " ".join([type(environment).__qualname__, *sorted(environment.extensions), *options])
        return super().get_bucket(environment, name, filename, f"{self._writer}\n{manner}\n{source}")

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


def template_cache() -> TemplateCache | None:
    """The templates compiled earlier, ours and a theme's; None for a Python that keeps nothing at all."""
    if sys.implementation.cache_tag is None:
        return None
    with suppress(OSError):
        return TemplateCache(Path(cache_from_source(__file__)).with_suffix(""))
    return None
