"""What `serve` remembers from one build to the next: read files, templates, printed pages."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from importlib.resources import files

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from mkdocs_journeys.host.serving.keeping import Keeper
from mkdocs_journeys.host.serving.stamps import Stamps, stamps
from mkdocs_journeys.load import Loader as Read
from mkdocs_journeys.site.render import environment
from mkdocs_journeys.site.settings import Settings

_SOME_FILE = "journeys/maps/some.yml"


class Compiled(BytecodeCache):
    """Templates of the theme as compiled in an earlier build; Jinja itself looks whether their source has changed."""

    def __init__(self) -> None:
        self._codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Puts the code into a bucket, if there is any."""
        if bucket.key in self._codes:
            bucket.bytecode_from_string(self._codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a bucket."""
        self._codes[bucket.key] = bucket.bytecode_to_string()


@dataclass(slots=True)
class Memory:
    """One `serve` from its first build to its last."""

    theme: Compiled = field(default_factory=Compiled)
    files: Read = field(default_factory=Read)
    keeper: Keeper = field(default_factory=Keeper)
    templates: tuple[Stamps, Environment] | None = None

    def environment(self, settings: Settings) -> Environment:
        """The templates, read again only when one of them has changed."""
        stamp = _stamps_of_templates(settings)
        if self.templates is None or self.templates[0] != stamp:
            self.templates = (stamp, environment(settings.templates_dir))
        return self.templates[1]


def circumstances(settings: Settings) -> Hashable:
    """All that every page depends on besides the atlas and the theme."""
    places = (settings.edit(_SOME_FILE), settings.line(_SOME_FILE, 1))
    return (settings.today, settings.directory_urls, settings.home_uri, places, _stamps_of_templates(settings))


def _stamps_of_templates(settings: Settings) -> Stamps:
    return stamps(str(files("mkdocs_journeys.templates")), settings.templates_dir)
