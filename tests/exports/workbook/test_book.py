"""The workbook: what stands in its sheets, and the sheet of steps back as journeys."""

import io
import re
import zipfile
from typing import Any

import pytest
import python_calamine
from hypothesis import given, settings

from exports.support_drawn import HOSTILE, atlases
from exports.support_steps import said_by_atlas, said_by_draft
from mkdocs_journeys.atlas import Atlas
from mkdocs_journeys.exports.selection import selected
from mkdocs_journeys.exports.tables import tables_of
from mkdocs_journeys.exports.workbook.book import workbook
from mkdocs_journeys.imports.draft import DraftJourney
from mkdocs_journeys.imports.formats import FORMATS
from support.atlases import atlas, journey, pain, stage, step
from support.budgets import examples


def written(of: Atlas, *filters: str) -> bytes:
    return workbook(of, selected(of, filters))


def sheets_of(data: bytes) -> dict[str, list[list[Any]]]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def parts_of(data: bytes) -> dict[str, str]:
    """The XML inside of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist() if name.endswith((".xml", ".rels"))}


def sheet_xml(data: bytes, name: str) -> str:
    parts = parts_of(data)
    at = re.findall(r'<sheet name="([^"]*)"', parts["xl/workbook.xml"]).index(name)
    return parts[f"xl/worksheets/sheet{at + 1}.xml"]


def read_back(data: bytes) -> tuple[DraftJourney, ...]:
    found = FORMATS["xlsx"](data, "atlas.xlsx", {})
    assert not found.problems
    return found.journeys


@settings(max_examples=examples(15))
@given(atlases())
def test_steps_come_back_as_they_were(before: Atlas) -> None:
    found = read_back(written(before))
    assert [draft.title for draft in found] == [one.title for one in before.journeys.values()]
    for draft, one in zip(found, before.journeys.values(), strict=True):
        assert said_by_draft(draft) == said_by_atlas(before, one)


@settings(max_examples=examples(15))
@given(atlases())
def test_no_cell_holds_a_formula_or_begins_one_and_the_bytes_are_the_same_again(of: Atlas) -> None:
    data = written(of)
    assert data == written(of)
    for name, xml in parts_of(data).items():
        assert not (name.startswith("xl/worksheets/") and re.search(r"<f[ >]", xml)), name
    for rows in sheets_of(data).values():
        assert [cell for row in rows for cell in row if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell] == []


@pytest.mark.parametrize("text", [*HOSTILE, "_x0041_", "x" * 300, "</t>&lt;"])
def test_hostile_texts_come_back_from_every_field(text: str) -> None:
    of = atlas(
        journey("j", step(text, thinks=text, says=[text, text], pains=[pain(title=text)], policy=text), title=text),
        touchpoints=[{"id": "shop", "name": text}],
    )
    ((draft,), (one,)) = read_back(written(of)), of.journeys.values()
    assert (draft.title, said_by_draft(draft)) == (one.title, said_by_atlas(of, one))


def test_each_kind_has_a_table_with_a_filter_a_fixed_head_and_what_the_tables_hold() -> None:
    of = atlas(journey("j", step("Pays", pains=[pain()])))
    data = written(of)
    sheets, tables = sheets_of(data), tables_of(of, selected(of))
    for name, table in tables.items():
        assert sheets[name.capitalize()][0] == list(table.columns)
        assert 'state="frozen"' in sheet_xml(data, name.capitalize())
    named = [re.search(r' name="(\w+)"', xml) for name, xml in parts_of(data).items() if name.startswith("xl/tables/")]
    assert sorted(found[1] for found in named if found) == sorted(f"{name.capitalize()}Table" for name in tables)
    assert all("<autoFilter" in xml for name, xml in parts_of(data).items() if name.startswith("xl/tables/"))


def test_cells_offer_what_they_may_hold() -> None:
    of = atlas(journey("j", step(pains=[pain(owner="growth")])))
    columns = list(tables_of(of, selected(of))["pains"].columns)
    rules = sheet_xml(written(of), "Pains").partition("<dataValidations")[2]
    offered = {columns[ord(letter) - ord("A")] for letter in re.findall(r'sqref="([A-Z])2:', rules)}
    assert offered == {"severity", "frequency", "impact", "status", "owner", "confidence"}
    assert sheets_of(written(of))["Lists"][1][2:6] == ["cosmetic", "rare", "low", "assumed"]


def test_a_pain_leads_to_its_step_and_a_step_to_its_map() -> None:
    of = atlas(journey("a", step(), title="First"), journey("b", step(), step("Pays", pains=[pain()]), title="It's 2"))
    data = written(of)
    assert "location=\"'Steps'!D4\"" in sheet_xml(data, "Pains")
    assert "location=\"'It''s 2'!C6\"" in sheet_xml(data, "Steps")
    assert sheets_of(data)["It's 2"][5][2] == "2 Pays"


def test_a_map_has_stages_above_steps_numbers_for_emotions_and_a_curve() -> None:
    of = atlas(
        journey(
            "j",
            stage("one", step("A", emotion=-2, pains=[pain(title="Slow")]), step("B", moment_of_truth=True)),
            stage("two", step("C", emotion=1.5, backstage=["Files it"])),
            title="Buy",
        )
    )
    data = written(of)
    rows = {row[0]: row[1:] for row in sheets_of(data)["Buy"] if row[0]}
    assert [row[1:] for row in sheets_of(data)["Buy"]][3] == ["One", "", "Two"]
    assert rows["Does"] == ["1 A", "2 B\n◆ moment of truth", "3 C"]
    assert rows["Feels"] == [-2, "", 1.5]
    assert rows["Pains, with scores"][0].endswith(" Slow")
    assert list(rows)[-2:] == ["Line of visibility: customers see nothing of what follows", "Backstage"]
    assert '<mergeCell ref="B4:C4"/>' in sheet_xml(data, "Buy")
    (chart,) = (xml for name, xml in parts_of(data).items() if name.startswith("xl/charts/chart"))
    assert "<c:lineChart>" in chart
    assert "$B$7:$D$7" in chart
    assert 'fitToHeight="0" orientation="landscape"' in sheet_xml(data, "Buy")


def test_people_who_feel_differently_have_a_curve_each() -> None:
    of = atlas(journey("j", step(emotion={"maya": -1, "tom": 0.5}), personas=["maya", "tom"], title="Buy"))
    data = written(of)
    rows = {row[0]: row[1:] for row in sheets_of(data)["Buy"] if row[0]}
    assert (rows["Feels: ● Maya"], rows["Feels: ■ Tom"]) == ([-1], [0.5])
    assert sum(xml.count("<c:ser>") for name, xml in parts_of(data).items() if name.startswith("xl/charts/")) == 2


def test_maps_of_titles_that_are_alike_or_no_names_of_sheets_have_their_own() -> None:
    titles = ["Steps", "steps", "a/b: [c]?*", "'x'", "x" * 60, "X" * 60, "History", "😀" * 20]
    of = atlas(*(journey(f"j{at}", step(), title=title) for at, title in enumerate(titles)))
    names = [name for name in sheets_of(written(of)) if name not in [name.capitalize() for name in tables_of(of, ())]]
    assert len(names) == len(titles) + 1
    assert names[2:4] == ["a b c", "x"]


def test_columns_of_one_name_are_told_apart() -> None:
    of = atlas(journey("j", step(lanes={"law": ["One"], "own": ["Two"]})), lanes=[
        {"id": "law", "name": "Stage"}, {"id": "own", "name": "STAGE"}])  # fmt: skip
    header, row = sheets_of(written(of))["Steps"]
    assert (header[-2:], row[-2:]) == (["Stage (2)", "STAGE (3)"], ["One", "Two"])


def test_a_text_longer_than_a_cell_ends_in_a_sign() -> None:
    of = atlas(journey("j", step(thinks="😀" * 20_000)))
    (cell,) = {cell for row in sheets_of(written(of))["Steps"] for cell in row if str(cell).startswith("😀")}
    assert (len(cell), cell[-1]) == (16_384, "…")


def test_a_journey_without_emotions_has_no_chart_and_an_atlas_without_pains_an_empty_table() -> None:
    data = written(atlas(journey("j", step())))
    assert not [name for name in parts_of(data) if name.startswith("xl/charts/")]
    assert len(sheets_of(data)["Pains"]) == 1
