from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cli_cases import CLEAN, WRONG

from reportlint.cli import main
from reportlint.cli.failure import CommandError
from reportlint.cli.watching import watch
from reportlint.result import Text

Capture = pytest.CaptureFixture[str]


class Clock:
    """Lets something happen at each look at the files, then interrupts."""

    def __init__(self, *events: Callable[[], object]) -> None:
        self._events: Iterator[Callable[[], object]] = iter(events)

    def __call__(self, _: float) -> None:
        event = next(self._events, None)
        if event is None:
            raise KeyboardInterrupt
        event()


def nothing() -> None:
    """No change."""


def test_a_saved_file_is_checked_again_once_it_rests(folder: Path) -> None:
    path = folder / "a.txt"
    path.write_text("一", "utf-8")
    seen: list[str] = []

    def check() -> int:
        seen.append(path.read_text("utf-8"))
        return len(seen)

    def save(text: str) -> Callable[[], object]:
        return lambda: path.write_text(text, "utf-8")

    clock = Clock(nothing, nothing, save("一半"), save("二二二"), nothing, path.unlink, nothing)
    assert watch(["a.txt"], check, clock) == 2
    assert seen == ["一", "二二二"]


def test_a_mistake_is_told_and_the_watch_goes_on(folder: Path, capsys: Capture) -> None:
    def check() -> int:
        raise CommandError(Text("配置有误", "wrong"))

    assert watch(["none.txt"], check, Clock(nothing, nothing)) == 2
    err = capsys.readouterr().err.splitlines()
    assert err[0] == "reportlint: 配置有误"
    assert "Ctrl-C" in err[1]
    assert len(err) == 2


def test_the_option(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "a.txt"
    path.write_text(WRONG, "utf-8")
    clock = Clock(nothing, nothing, lambda: path.write_text(CLEAN, "utf-8"), nothing, nothing)
    monkeypatch.setattr("reportlint.cli.watching.watch.__defaults__", (clock,))
    assert main(["check", "--watch", "a.txt"]) == 0
    out = capsys.readouterr().out
    assert out.index("TXT403") < out.index("未发现问题")
