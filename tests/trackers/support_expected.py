"""Write what the cases expect anew: PYTHONPATH=tests .venv/bin/python -m trackers.support_expected."""

from mkdocs_journeys.trackers.tables import FORMS
from trackers.support_atlas import CASES
from trackers.test_tables import NAMES, written

if __name__ == "__main__":
    for case in NAMES:
        folder = CASES / case / "expected"
        folder.mkdir(exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for form in FORMS:
            for name, text in written(case, form).items():
                (folder / name).write_text(text, "utf-8")
