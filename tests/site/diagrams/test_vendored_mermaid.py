import hashlib
from importlib.resources import files

SHA256 = "581ed7d74bd9048d0e3a91363927d72ef22942d7722546b27f7cc29e35390eb8"
VENDOR = files("mkdocs_journeys.templates") / "assets" / "vendor"


def test_mermaid_is_the_pinned_build() -> None:
    assert hashlib.sha256((VENDOR / "mermaid.min.js").read_bytes()).hexdigest() == SHA256


def test_its_licence_and_those_of_what_it_bundles_stand_beside_it() -> None:
    assert "The MIT License" in (VENDOR / "mermaid.LICENSE").read_text(encoding="utf-8")
    notices = (VENDOR / "mermaid.THIRD-PARTY-LICENSES").read_text(encoding="utf-8")
    assert all(f"\n{package}@" in notices for package in ("d3", "dompurify", "katex", "langium", "roughjs"))
