from mkdocs_journeys.host.additions import body_start, with_banner

BANNER = '<div><p id="journeys-problems-title">wrong</p></div>'


def test_a_template_that_leaves_the_content_out_still_shows_the_banner() -> None:
    assert with_banner("<html><body class='x'>y", BANNER) == f"<html><body class='x'>{BANNER}y"
    assert with_banner(f"<body>{BANNER}y", BANNER) == f"<body>{BANNER}y"
    assert with_banner("<body>y", "") == "<body>y"


def test_a_page_without_a_body_gets_the_banner_first() -> None:
    assert body_start("no body at all") == 0
