"""Print the project's score on a folder of number suites: `run_suites.py DIR`.

Failed cases are listed below their suite, with the reason where the project's convention differs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from suite_scoring import score_folder

REASONS = (
    ("對折", "(half price is 50 % in either script)"),
    ("点零", "(a leading decimal point is read)"),
    ("伏特", "(the written side abbreviates 万伏)"),
    ("份一", "(dialect, not written in reports)"),
    ("蚊", "(dialect, not written in reports)"),
    ("個", "(dialect, not written in reports)"),
    ("仙", "(coins are parts of the currency's unit)"),
    ("角", "(coins are parts of the currency's unit)"),
)


def main(arguments: list[str]) -> int:
    """One line per suite, every failed case below it."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: run_suites.py DIR", file=sys.stderr)
        return 2
    for name, score in sorted(score_folder(Path(arguments[0])).items()):
        print(f"{name:42s} {score.passed:4d} / {score.total:4d}  {float(score.share):7.2%}")
        for case, text, wanted, answer in score.failed:
            reason = next((why for words, why in REASONS if words in text), "")
            print(f"    {case} {text!r}: wanted {wanted}, found {answer}  {reason}".rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
