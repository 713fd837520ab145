"""Write the files of a new rule: `python tools/new_rule.py TXT413 missing-unit`.

The rule's file and its test document hold everything that the project asks of a rule, with TODO
where only the author knows. Nothing that exists is touched.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FAMILIES = ("doc", "str", "prb", "num", "con", "sco", "txt", "set")
CASES = 6

RULE = '''"""{code}: {name}."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.facts.model import Facts
from reportlint.facts.passages import passages
from reportlint.result import Flag, Text
from reportlint.rules.anchoring import span_anchor
from reportlint.rules.registry import OWN_WORDS, rule


@rule(
    "{code}",
    "{name}",
    severity="warning",
    title_en="TODO: the fault in one English sentence.",
    basis=OWN_WORDS,
)
def {function}(facts: Facts) -> Iterator[Flag]:
    """TODO：一句话说明这个问题。

    查什么：TODO
    为什么：TODO
    例：TODO
    不查什么：TODO
    依据：报告自身表述。
    """
    for passage in passages(facts.document):
        at = passage.text.find("TODO")
        if at >= 0:
            yield Flag(
                anchor=span_anchor(facts, passage.span(at, at + len("TODO"))),
                message=Text("TODO。", "TODO."),
                advice=Text("TODO。", "TODO."),
            )
'''
DOCUMENT = """# {code} {name}

TODO：这个问题一句话。

## 应报

{flagging}
## 不应报

{clean}
## 已知漏报

## 已知误报
"""
CASE = """### {title}
```report
{text}
```
"""


def main(arguments: list[str]) -> int:
    """Write both files. Returns 0, or 2 with one line on stderr."""
    try:
        code, name = _checked(arguments)
        for path, text in _files(code, name):
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
            print(path.relative_to(ROOT))
    except (ValueError, OSError) as error:
        print(f"new_rule: {error}", file=sys.stderr)
        return 2
    return 0


def _checked(arguments: list[str]) -> tuple[str, str]:
    if len(arguments) != 2:
        raise ValueError("usage: make rule CODE=TXT413 NAME=missing-unit")
    code, name = arguments[0].upper(), arguments[1]
    if not re.fullmatch(r"[A-Z]{3}\d{3}", code) or code[:3].lower() not in FAMILIES:
        raise ValueError(f"{code}: a code is a family ({', '.join(FAMILIES)}) and three digits")
    if not re.fullmatch(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", name):
        raise ValueError(f"{name}: a name is small letters with hyphens, and says the fault")
    if taken := [
        *_rules().glob(f"*/{code.lower()}_*.py"),
        *_rules().glob(f"*/*_{_snake(name)}.py"),
    ]:
        raise ValueError(f"{code} {name}: taken by {taken[0].relative_to(ROOT)}")
    return code, name


def _files(code: str, name: str) -> list[tuple[Path, str]]:
    flagging = "\n".join(
        _case(f"应报之{i}", _text(i, f"第{i}份：写出⟦TODO⟧。" + "。" * i)) for i in _counted()
    )
    clean = "\n".join(
        _case(f"不应报之{i}", _text(i, f"第{i}份正确的写法" + "，" * i)) for i in _counted()
    )
    rule = RULE.format(code=code, name=name, function=_snake(name))
    document = DOCUMENT.format(code=code, name=name, flagging=flagging, clean=clean)
    return [
        (_rules() / code[:3].lower() / f"{code.lower()}_{_snake(name)}.py", rule),
        (ROOT / "tests" / "rules" / f"{code}_{name}.md", document),
    ]


def _case(title: str, text: str) -> str:
    return CASE.format(title=title, text=text)


def _text(number: int, sentence: str) -> str:
    """The last case is a table: a rule looks at both unless its document says otherwise."""
    return sentence if number < CASES else f"| 事项 | 情况 |\n|---|---|\n| 乙 | {sentence} |"


def _counted() -> range:
    return range(1, CASES + 1)


def _rules() -> Path:
    return ROOT / "src" / "reportlint" / "rules"


def _snake(name: str) -> str:
    return name.replace("-", "_")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
