"""The JSON Schemas (draft 2020-12) of what `check` and `extract` print."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Literal


def schema(command: Literal["check", "extract"]) -> dict[str, Any]:
    """The schema of the output of a command."""
    text = files(__name__).joinpath(f"{command}.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
