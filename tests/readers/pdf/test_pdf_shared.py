"""The reports and suites beside the repository, where they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import regex
from drawn import Limits, tables, texts

from reportlint.document import Document, Layer
from reportlint.readers import read
from reportlint.readers.failure import UnreadableFile
from reportlint.readers.pdf import read_pdf

FIGURE = regex.compile(r"[≥≤]?[\d.,]+%?")


def load(path: Path) -> Document:
    if not path.is_file():
        pytest.skip(f"needs shared: {path.name} is not there")
    return read_pdf(path.read_bytes(), path.name, "", Limits())


@pytest.fixture(scope="module")
def accounts(shared: Path) -> Document:
    return load(shared / "reports" / "putuo_finance_2024_final_accounts.pdf")


def numbers(row: list[str]) -> list[str]:
    return [text for text in row if FIGURE.fullmatch(text)]


def test_baselines_of_digits_do_not_split_sentences(accounts: Document) -> None:
    joined = "\n".join(texts(accounts))
    assert "2024年度收入支出总计2995.39万元。与2023年度相比，" in joined
    assert "下降1.87%。" in joined


def test_contents_furniture_and_tables(accounts: Document) -> None:
    contents = texts(accounts, Layer.TOC)
    assert contents[0] == "目录"
    assert len(contents) == 27
    assert [len(t) for t in tables(accounts)] == [4, 32, 23, 23, 34, 24, 43, 6, 12, 12]


def test_rows_of_the_stitched_tables(accounts: Document) -> None:
    found = tables(accounts)
    income, spending, grants, basic = found[2], found[3], found[4], found[6]
    row = next(r for r in income if r[3] == "行政运行")
    assert row == ["201", "06", "01", "行政运行", "1,511.90", "1,511.89", "", "", "", "", "0.01"]
    assert found[1][-1] == ["总计", "2,995.39", "总计", "2,995.39"]
    assert numbers(spending[-1]) == ["221", "02", "03", "258.50", "258.50"]
    assert grants[-1] == ["总计", "2,961.68", "总计", "2,961.68", "2,961.68", "", ""]
    assert numbers(basic[-1]) == ["2,152.26", "184.65"]


def test_the_prose_of_pdf_and_text_is_the_same(shared: Path) -> None:
    document = load(shared / "reports" / "chaoyang_2024_department_overall.pdf")
    plain = shared / "reports" / "chaoyang_2024_department_overall.txt"
    wanted = [line.strip() for line in plain.read_text("utf-8").splitlines() if line.strip()]
    wanted = [regex.sub(r"\s", "", line) for line in wanted]
    got = [regex.sub(r"\s", "", text) for text in texts(document)]
    assert got == [regex.sub(r"\[bookmark:.*?\]", "", line) for line in wanted]


def test_pdf_and_docx_have_the_same_paragraphs(shared: Path) -> None:
    name = "chaoyang_2024_department_overall"
    document = load(shared / "reports" / f"{name}.pdf")
    other = read(shared / "reports" / f"{name}.docx")
    assert texts(document) == [text for text in texts(other) if text.strip()]


@pytest.mark.parametrize("variant", ["A", "B", "D"])
def test_numeric_cells_of_the_table_suite(shared: Path, variant: str) -> None:
    folder = shared / "suites" / "tables-zh"
    document = load(folder / f"var{variant}.pdf")
    wanted = json.loads((folder / "vargt.json").read_text("utf-8"))[variant]
    assert tables(document) == [wanted]


def what_is_said(path: Path) -> str:
    try:
        document = load(path)
    except UnreadableFile as error:
        return error.notice.message.zh
    return " ".join([*texts(document), *(n.message.zh for n in document.notices), "table"])


def test_odd_files_end_in_text_or_in_a_reason(shared: Path) -> None:
    files = sorted((shared / "suites" / "hostile").rglob("*.pdf"))
    files = [path for path in files if path.stat().st_size < 100_000]
    if not files:
        pytest.skip("needs shared: no hostile files")
    for path in files:
        assert what_is_said(path), path.name
