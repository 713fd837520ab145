"""The command line. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reportlint.cli.speech import listen, prepare_streams


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 nothing to report, 1 flags, 2 failure)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    prepare_streams()
    listen(arguments)
    from reportlint.cli.outermost import run

    return run(arguments)
