"""Where handwritten pages speak of things of the atlas."""

from collections.abc import Callable, Iterable, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.utils import meta

from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.mkdocs.files import configured_titles
from mkdocs_journeys.site.finishing.mentions import Mentions, PageMention, mentions_in, title_in


def mentions_of(files: Iterable[File], config: MkDocsConfig) -> Callable[[Atlas], Mentions]:
    """What finds the mentions of an atlas in those of these files that are pages; it reads them when it is asked."""
    pages = [file for file in files if file.is_documentation_page() and file.inclusion.is_included()]
    titles: Mapping[str, str] = dict(configured_titles(config.nav))

    def found(atlas: Atlas) -> Mentions:
        return mentions_in(((_mention(file, text, titles), text) for file in pages if (text := _text(file))), atlas)

    return found


def _text(file: File) -> str:
    try:
        return file.content_string
    except (OSError, UnicodeDecodeError):
        return ""  # MkDocs tells of it when it comes to the page.


def _mention(file: File, text: str, titles: Mapping[str, str]) -> Callable[[], PageMention]:
    def made() -> PageMention:
        body, facts = meta.get_data(text)
        title = titles.get(file.src_uri) or str(facts.get("title") or "") or title_in(body)
        return PageMention(
            title or file.name.replace("-", " ").replace("_", " ").capitalize(), file.url.removeprefix("./")
        )

    return made
