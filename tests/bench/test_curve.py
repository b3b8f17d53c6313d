"""The drawing is well-formed, and shows every series at its places."""

from xml.etree import ElementTree

from bench.curve import BOTTOM, LEFT, TOP, WIDTH, curve

SVG = "{http://www.w3.org/2000/svg}"
SERIES = {"(a) ours": {100: 1.0, 1000: 10.0}, "(b) <theirs> & more": {100: 2.0, 1000: 99.0}, "(c)": {100: 5.0}}


def lines_of(svg: str) -> list[list[tuple[float, float]]]:
    found = ElementTree.fromstring(svg).iter(f"{SVG}polyline")
    pairs = [[point.split(",") for point in line.get("points", "").split()] for line in found]
    return [[(float(x), float(y)) for x, y in line] for line in pairs]


def test_it_is_well_formed_and_names_each_series() -> None:
    root = ElementTree.fromstring(curve(SERIES, "Seconds & <journeys>"))
    texts = [element.text for element in root.iter(f"{SVG}text")]
    assert set(SERIES) <= set(texts)
    assert root.findtext(f"{SVG}title") == "Seconds & <journeys>"


def test_every_point_lies_inside_and_slower_is_higher() -> None:
    ours, theirs, _ = lines_of(curve(SERIES, ""))
    assert all(LEFT <= x <= WIDTH and TOP <= y <= BOTTOM for x, y in ours + theirs)
    assert all(their_y < our_y for (_, their_y), (_, our_y) in zip(theirs, ours, strict=True))


def test_the_axes_are_logarithmic() -> None:
    ((line),) = lines_of(curve({"x": {100: 1.0, 1000: 10.0, 10_000: 100.0}}, ""))
    (x1, y1), (x2, y2), (x3, y3) = line
    assert abs((x2 - x1) - (x3 - x2)) < 0.2
    assert abs((y2 - y1) - (y3 - y2)) < 0.2


def test_one_size_and_equal_times_can_be_drawn() -> None:
    assert lines_of(curve({"x": {100: 1.0}, "y": {100: 1.0}}, "")) != []
