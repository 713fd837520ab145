"""What goes to the terminal beside the output itself: notes, in the user's language."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

from reportlint.result.model import Text
from reportlint.result.visible import visible

_language = ["zh"]


def listen(arguments: Sequence[str]) -> None:
    """Take the language from `--lang` before anything is parsed, so that errors can use it."""
    pairs = zip(arguments, (*arguments[1:], ""), strict=False)
    english = any(a == "--lang=en" or (a == "--lang" and b == "en") for a, b in pairs)
    speak("en" if english else "zh")


def speak(lang: str) -> None:
    """Use `lang` (zh or en) from here on."""
    _language[0] = lang


def language() -> str:
    """The language in use."""
    return _language[0]


def say(zh: str, en: str) -> str:
    """One of two wordings, by the language in use."""
    return en if _language[0] == "en" else zh


def note(text: Text) -> None:
    """One line on stderr."""
    print(f"reportlint: {visible(text.in_(_language[0]))}", file=sys.stderr)


def forsake_stdout() -> None:
    """Whoever read stdout stopped reading (`| head`): let the rest go nowhere, quietly."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def prepare_streams() -> None:
    """UTF-8 out whatever the console's code page, and never an encoding error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.platform == "win32" and sys.stdout is not None and sys.stdout.isatty():
        os.system("")  # switches the console to ANSI sequences
