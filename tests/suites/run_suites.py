"""Print the project's score on a folder of number suites: `run_suites.py DIR [--fails]`."""

from __future__ import annotations

import sys
from pathlib import Path

from suite_scoring import score_folder


def main(arguments: list[str]) -> int:
    """One line per suite; with `--fails` every failed case below it."""
    folders = [a for a in arguments if not a.startswith("--")]
    if len(folders) != 1 or not Path(folders[0]).is_dir():
        print("usage: run_suites.py DIR [--fails]", file=sys.stderr)
        return 2
    for name, score in sorted(score_folder(Path(folders[0])).items()):
        print(f"{name:42s} {score.passed:4d} / {score.total:4d}  {float(score.share):7.2%}")
        if "--fails" in arguments:
            for case, text, wanted, answer in score.failed:
                print(f"    {case} {text!r}: wanted {wanted}, found {answer}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
