"""The outermost frame: whatever happens inside ends in an exit code and at most one line."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from reportlint.cli.app import app
from reportlint.cli.failure import CommandError, parsing_failure
from reportlint.cli.speech import forsake_stdout, note
from reportlint.result.model import Text

FAILED = 2
_INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Parse, call, exit code."""
    try:
        code = app(list(arguments), prog_name="reportlint", standalone_mode=False)
        sys.stdout.flush()
    except CommandError as failure:
        note(failure.text)
        return FAILED
    except BrokenPipeError:
        forsake_stdout()
        return 0
    except KeyboardInterrupt:
        return _interrupted()
    except Exception as error:
        return _unexpected(error, arguments)
    # The parser turns Ctrl-C into this code; ours are documented as 0, 1 and 2.
    return _interrupted() if code == _INTERRUPTED else int(code or 0)


def _unexpected(error: Exception, arguments: Sequence[str]) -> int:
    if hasattr(error, "format_message"):
        note(parsing_failure(error))
    elif "--debug" in arguments:
        raise error
    else:
        what = " ".join(f"{type(error).__name__}: {error}".split())
        note(
            Text(
                f"程序内部错误（{what}）；加 --debug 可看到详情，请反馈",
                f"internal error ({what}); run with --debug for details and please report it",
            )
        )
    return FAILED


def _interrupted() -> int:
    note(Text("已中断", "interrupted"))
    return FAILED
