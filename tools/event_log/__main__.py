"""Write the log: `python -m tools.event_log OUT_DIR [--scale 1.0] [--seed 1] [--formats ga4,mixpanel,…]`."""

import argparse
import gc
from importlib import import_module
from pathlib import Path

from tools.event_log.log import log_of

USUAL = ("ga4", "mixpanel", "amplitude", "segment", "tables")
FORMATS = (*USUAL, "parquet")


def main(arguments: list[str] | None = None) -> None:
    """Write a folder for each format."""
    parser = argparse.ArgumentParser(prog="python -m tools.event_log", description=__doc__)
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("--scale", type=float, default=1.0, help="1.0 has the levels of the example atlas")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default=",".join(USUAL), help="some of %(default)s, and parquet")
    chosen = parser.parse_args(arguments)
    formats = chosen.formats.split(",")
    if unknown := set(formats) - set(FORMATS):
        parser.error(f"there is no format {', '.join(sorted(unknown))}")
    log = log_of(chosen.seed, chosen.scale)
    for name in formats:
        import_module(f"tools.event_log.writers.{name}").write(log, chosen.out_dir / name)


if __name__ == "__main__":
    gc.disable()  # Millions of tuples without a circle: to look through them again and again takes a third of the time.
    main()
