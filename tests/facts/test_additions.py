"""Aliases and units of a user's configuration work in prose and in tables."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportlint import check
from reportlint.config import Config
from reportlint.config.model import LexiconAdditions

PLAIN = Config()


def found(path: Path, text: str, config: Config) -> list[tuple[str, str]]:
    path.write_text(text, encoding="utf-8")
    flags = check(path, config).flags
    return [(f.code, f.anchor.quote) for f in flags if f.code.startswith(("NUM", "CON"))]


@pytest.mark.parametrize("key", ["预算执行率"])
def test_an_alias_of_a_rate(tmp_path: Path, key: str) -> None:
    text = "全年预算数200.00万元，资金实际支出180.00万元，用款进展度为95.00%。\n"
    more = Config(lexicon=LexiconAdditions(aliases={key: ("用款进展度",)}))
    assert found(tmp_path / "r.txt", text, PLAIN) == []
    assert found(tmp_path / "r.txt", text, more) == [("NUM103", "95.00%")]


@pytest.mark.parametrize("key", ["budget.full", "全年预算数"])
def test_an_alias_of_a_quantity(tmp_path: Path, key: str) -> None:
    text = "一、预算\n全年核定盘子200.00万元。\n二、执行\n全年预算数220.00万元，已全部下达。\n"
    more = Config(lexicon=LexiconAdditions(aliases={key: ("全年核定盘子",)}))
    assert found(tmp_path / "r.txt", text, PLAIN) == []
    assert [code for code, _ in found(tmp_path / "r.txt", text, more)] == ["CON201"]


def test_a_unit_of_money(tmp_path: Path) -> None:
    text = "一、预算\n全年预算数3.00工分。\n二、执行\n全年预算数360.00元，已全部下达。\n"
    more = Config(lexicon=LexiconAdditions(units={"工分": Decimal(100)}))
    assert [code for code, _ in found(tmp_path / "r.txt", text, more)] == ["CON201"]
    text = text.replace("360.00元", "300.00元")
    assert found(tmp_path / "r.txt", text, more) == []


def test_words_of_one_run_do_not_stay_for_the_next(tmp_path: Path) -> None:
    text = "全年预算数200.00万元，资金实际支出180.00万元，用款进展度为95.00%。\n"
    more = Config(lexicon=LexiconAdditions(aliases={"预算执行率": ("用款进展度",)}))
    assert found(tmp_path / "r.txt", text, more)
    assert not found(tmp_path / "r.txt", text, PLAIN)
