"""The command line. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence

from reportlint.cli.speech import listen, prepare_streams

_ALLOCATIONS, _GENERATION = 50_000, 20
"""Between two collections: allocations, and collections of the next younger generation."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code (0 nothing to report, 1 flags, 2 failure)."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    prepare_streams()
    _collect_seldom()
    listen(arguments)
    from reportlint.cli.outermost import run

    return run(arguments)


def entry() -> int:
    """The program as a shell starts it: `main`, which may crash or hang over a file."""
    from reportlint.cli.supervision import supervised

    return supervised(main, sys.argv[1] if len(sys.argv) > 1 else "")


def _collect_seldom() -> None:
    """Nearly all that one run makes lives to its end; looking for cycles in it is a tenth of it."""
    gc.set_threshold(_ALLOCATIONS, _GENERATION, _GENERATION)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)
