"""What is done with one file: in this process, or in a worker that may die of it."""

from __future__ import annotations

from pathlib import Path

from reportlint.config import Config
from reportlint.document import Notice
from reportlint.engine import check, extract, unreadable
from reportlint.engine.checking import sha256_of
from reportlint.readers import UnreadableFile
from reportlint.result import Result, Text
from reportlint.result.visible import shown_path
from reportlint.writers.extraction import Extraction, extraction, no_extraction


def check_file(path: str, config: Config) -> Result:
    """The flags of one file."""
    return check(path, config)


def extract_file(path: str, config: Config) -> Extraction:
    """The figures and claims of one file."""
    try:
        return extraction(extract(path, config))
    except UnreadableFile as error:
        return _nothing(path, config, error.notice.message)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        why = Text(f"程序内部错误（{what}）", f"internal error ({what})")
        return _nothing(path, config, why)


def _nothing(path: str, config: Config, why: Text) -> Extraction:
    return no_extraction(shown_path(path), why, sha256_of(Path(path), config))


def check_lost(path: str, config: Config, why: Text) -> Result:
    """The result for a file whose worker died or ran out of time."""
    return unreadable(path, config, Notice("DOC001", why, _ADVICE))


def extract_lost(path: str, config: Config, why: Text) -> Extraction:
    """The extraction of a file whose worker died or ran out of time."""
    return _nothing(path, config, why)


_ADVICE = Text(
    "请单独检查该文件；仍不成功的，另存一份后再试。",
    "Check this file alone; if that fails too, save a new copy of it and try again.",
)
