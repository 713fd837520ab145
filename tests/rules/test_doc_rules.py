"""Rules about the file: tested on files built here, not on words."""

from __future__ import annotations

from pathlib import Path

import pytest
from rendering import write_docx

import reportlint
from reportlint.config import Config
from reportlint.facts.model import Facts, Outline
from reportlint.result import Severity, Status
from reportlint.rules import rules

FILE_RULES = ("DOC001", "DOC002", "DOC004", "DOC005")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.docx", b""),
        ("blank.txt", b" \r\n\t\n"),
        ("torn.docx", b"PK\x03\x04 not a zip at all"),
        ("locked.pdf", b"%PDF-1.7\nthis ends too soon"),
        ("picture.docx", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512),
    ],
)
def test_what_cannot_be_read_is_one_error(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    result = reportlint.check(path, Config())
    assert result.status is Status.UNREADABLE
    assert [f.code for f in result.flags] == ["DOC001"]
    flag = result.flags[0]
    assert flag.severity is Severity.ERROR
    assert flag.anchor.block is None
    assert flag.message.zh
    assert flag.advice.zh


def test_tracked_changes_are_a_warning(tmp_path: Path) -> None:
    from docx import Document
    from docx.oxml import parse_xml

    path = tmp_path / "report.docx"
    write_docx("全年支出120.00万元，按计划完成。", path)
    document = Document(str(path))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    inserted = (
        f'<w:ins xmlns:w="{space}" w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z">'
        "<w:r><w:t>另有结余。</w:t></w:r></w:ins>"
    )
    document.paragraphs[0]._p.append(parse_xml(inserted))
    document.save(str(path))
    flags = [f for f in reportlint.check(path, Config()).flags if f.code == "DOC004"]
    assert [f.severity for f in flags] == [Severity.WARNING]


@pytest.mark.parametrize("code", FILE_RULES)
def test_file_rules_only_describe(code: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("全年支出120.00万元。\n", encoding="utf-8")
    facts = Facts(reportlint.read(path), Outline())
    assert rules()[code].flags(facts) == []
