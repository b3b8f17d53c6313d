"""A layout as a drawing: each note at its place on the board, with what it was taken for."""

from mkdocs_journeys.imports.boards.board import BoardNote, Box
from mkdocs_journeys.imports.boards.layout import BoardLayout
from mkdocs_journeys.imports.drawing import Drawing, DrawnBand, DrawnNote


def drawing_of(layout: BoardLayout, title: str) -> Drawing:
    """The drawing of a layout, as the board lies."""
    names = {one.note.id: one.lane or str(one.field) for one in layout.placed}
    names |= {spot.note.id: "step" for spot in layout.columns.steps}
    names |= {span.note: "stage" for span in layout.columns.stages if span.note}
    labels = {label.text for label in layout.signs.labels}
    for note in layout.area.notes:
        if note.id in layout.signs.ids:
            names[note.id] = (
                "row"
                if note.text.partition("\n")[0] in labels
                else "title"
                if note.text == layout.signs.title
                else "sign"
            )
    notes = [_drawn(note, names.get(note.id, ""), turned=layout.turned) for note in layout.area.notes]
    ids = {note.id for note in layout.area.notes}
    notes += [_drawn(note, "", turned=False) for _, note in layout.unplaced if note.id not in ids]
    upright = not layout.turned
    bands = [DrawnBand("stage", span.x0, span.x1, span.title, upright) for span in layout.columns.stages]
    bands += [DrawnBand("column", box.x0, box.x1, str(at), upright) for at, box in enumerate(layout.columns.boxes, 1)]
    for row in layout.rows:
        boxes = [note.box for note in row.notes]
        name = row.label.text if row.label else ""
        start, end = min(box.y0 for box in boxes), max(box.y1 for box in boxes)
        bands.append(DrawnBand("row", start, end, name, upright))
    return Drawing(title, [note for note in notes if note.text or note.name], bands)


def _drawn(note: BoardNote, name: str, *, turned: bool) -> DrawnNote:
    box: Box = note.box.turned if turned else note.box
    return DrawnNote(*box, note.text, name, note.colour)
