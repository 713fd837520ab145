"""Where results go: `--output FORMAT[=PATH]`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlint.cli.failure import CommandError
from reportlint.cli.speech import forsake_stdout
from reportlint.config import suggestion
from reportlint.readers.archive import split
from reportlint.result.model import Text
from reportlint.writers import BINARY, CHECKS, View, Writer, writer

_WIDEST = 110
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Output:
    """One output: a format, and a file or a folder (`path` ending in `/`); stdout if None."""

    format: str
    path: str | None = None

    @property
    def is_folder(self) -> bool:
        """Whether each report gets a file of its own."""
        return self.path is not None and self.path.endswith(("/", os.sep))


def chosen(
    given: Sequence[str] | None, configured: Sequence[str], formats: Mapping[str, str]
) -> Sequence[str]:
    """What the command line asks for, else what the configuration does as far as it applies.

    A configuration is for every command, and not every command has every format.
    """
    known = [text for text in configured if text in formats or text not in CHECKS]
    return given or known or ["text"]


def parse_outputs(
    written: Sequence[str], formats: Mapping[str, str], inputs: Sequence[str]
) -> tuple[Output, ...]:
    """The outputs asked for. Raises `CommandError` before anything is read."""
    outputs = tuple(_parsed(text, formats) for text in written)
    if sum(output.path is None for output in outputs) > 1:
        raise CommandError(
            Text(
                "只能有一个输出写到标准输出，其余请用 --output 格式=路径",
                "only one output can go to stdout; give the others a path: --output FORMAT=PATH",
            )
        )
    if any(o.path is None and o.format in BINARY for o in outputs) and sys.stdout.isatty():
        raise CommandError(
            Text(
                "xlsx、opinion 不能显示在屏幕上，请用 --output 格式=路径",
                "xlsx and opinion cannot be shown on a screen; use --output FORMAT=PATH",
            )
        )
    _refuse_overwriting(outputs, inputs)
    return outputs


def _parsed(text: str, formats: Mapping[str, str]) -> Output:
    name, equals, path = text.partition("=")
    if name not in formats:
        hint, known = suggestion(name, formats), ", ".join(formats)
        raise CommandError(
            Text(
                f"没有输出格式 {name}{hint.zh or f'，可选 {known}'}",
                f"no output format {name}{hint.en or f'; there are {known}'}",
            )
        )
    if equals and not path:
        raise CommandError(
            Text(f"--output {text}：等号后缺少路径", f"--output {text}: a path is missing")
        )
    return Output(name, path or None)


def _refuse_overwriting(outputs: Sequence[Output], inputs: Sequence[str]) -> None:
    members = ((path, split(path)) for path in inputs)
    taken = {os.path.realpath(member.archive if member else path) for path, member in members}
    for path in (output.path for output in outputs if output.path and not output.is_folder):
        if os.path.realpath(path) in taken:
            raise CommandError(
                Text(f"{path}：与输入或另一输出是同一文件", f"{path}: also an input or output")
            )
        taken.add(os.path.realpath(path))


def write(
    outputs: Sequence[Output], formats: Mapping[str, str], items: Mapping[str, object], lang: str
) -> list[Text]:
    """Write `items` (by path) to every output; what could not be written is returned."""
    problems = []
    for output in outputs:
        try:
            _write(output, writer(formats, output.format), items, lang)
        except BrokenPipeError:
            forsake_stdout()
        except OSError as error:
            why = error.strerror or type(error).__name__
            where = error.filename or output.path or "stdout"
            problems.append(
                Text(f"{where}：无法写入（{why}）", f"{where}: cannot be written ({why})")
            )
    return problems


def _write(output: Output, format: Writer[object], items: Mapping[str, object], lang: str) -> None:
    results = list(items.values())
    view = View(lang, titled=True)
    if output.path is None:
        _print(format.render(results, _screen(lang)))
    elif output.is_folder:
        _write_folder(Path(output.path), format, items, view)
    else:
        _write_file(Path(output.path), format.render(results, view))


def _print(content: str | bytes) -> None:
    if isinstance(content, bytes):
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.write(content)
    sys.stdout.flush()


def _write_folder(
    folder: Path, format: Writer[object], items: Mapping[str, object], view: View
) -> None:
    named = dict(zip(_names(list(items), format.EXTENSION), items.values(), strict=True))
    for name, item in named.items():
        _write_file(folder / name, format.render([item], view))
    index = format.index(list(named.items()), view)
    _write_file(folder / f"index{format.EXTENSION}", index)


def _names(paths: Sequence[str], extension: str) -> Iterator[str]:
    """File names after the reports' own, no two alike whatever the file system ignores."""
    taken = {f"index{extension}"}
    for path in paths:
        base = path.rpartition("/")[2]
        name, number = f"{base}{extension}", 1
        while name.lower() in taken:
            number += 1
            name = f"{base}-{number}{extension}"
        taken.add(name.lower())
        yield name


def _write_file(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        content = content.encode("utf-8", errors="backslashreplace")
    path.write_bytes(content)


def _screen(lang: str) -> View:
    """How stdout can show things."""
    if not sys.stdout.isatty():
        return View(lang)
    width = min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size().columns))
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return View(lang, color=not plain, width=width)
