from mkdocs_journeys.site.diagrams import DiagramSection, DiagramTask, user_journey


def test_a_journey_is_written_with_sections_scores_and_actors() -> None:
    sections = [
        DiagramSection("Consider", (DiagramTask("Compares the plans", -1, ("Maya", "Tom")), DiagramTask("Signs up", 2)))
    ]
    assert user_journey("Find out", sections, "Two steps") == (
        "journey\n\ttitle Find out\n\taccDescr: Two steps\n\tsection Consider\n"
        "\t\tCompares the plans: 2 : Maya, Tom\n\t\tSigns up: 5\n"
    )


def test_a_step_without_emotion_says_so() -> None:
    source = user_journey("T", [DiagramSection("S", (DiagramTask("Connects the calendar"),))])
    assert source is not None
    assert "Connects the calendar (?): 3" in source


def test_a_title_that_looks_like_yaml_stays_a_title() -> None:
    source = user_journey('---\ntitle: "x', [DiagramSection("S", (DiagramTask("t", 0),))])
    assert source is not None
    assert source.splitlines()[:2] == ["journey", "\ttitle --- title#58; #34;x"]


def test_a_stage_without_steps_is_left_out() -> None:
    assert user_journey("T", [DiagramSection("Empty")]) is None


def test_a_journey_too_long_for_mermaid_is_not_written() -> None:
    assert user_journey("T", [DiagramSection("S", (DiagramTask("t" * 80, 1),) * 800)]) is None
