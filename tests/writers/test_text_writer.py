from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from writer_cases import CELL, HOSTILE, RATE, UNREADABLE, anchor, result

from reportlint.result import Flag
from reportlint.result.marks import HEADINGS
from reportlint.writers import CHECKS, View, writer
from reportlint.writers import text as text_writer
from reportlint.writers.text import by_rule, concise, index, render
from reportlint.writers.text.excerpt import excerpt


def test_a_flag_shows_everything_needed_to_redo_the_check() -> None:
    text = render([result(RATE)], View())
    for words in (
        "甲/报告.docx",
        "某区水务局 · 2024年 · beijing-department-overall（题名相符）",
        "错误 NUM103 rate-mismatch · 第4页\n",
        "位置      二、预算执行情况",
        "预算执行率应为99.35%，写作99.53%。",
        "1416914.19 ÷ 1426240.16 = 99.346%",
        "1416914.19万元（分子）；甲（own）",
        "请更正为99.35%。",
        "CON201",
        "58 个数字：34 个已核算，6 个条件不足无法核算，18 个与其他数字无关联。",
        "1 条运行失败",
        "共 1 份报告：1 个错误，0 个警告，0 个提示。",
    ):
        assert words in text
    assert "算术" not in text


def test_carets_stand_under_the_exact_words() -> None:
    lines = render([result(RATE)], View()).splitlines()
    at = next(i for i, line in enumerate(lines) if "^" in line)
    words, carets = lines[at - 1], lines[at]
    assert cell_len(words[: words.index("99.53%")]) == carets.index("^")
    assert carets.count("^") == cell_len("99.53%")


@pytest.mark.parametrize("quote", ["无", "９９％", "完成率99.53%，为历年最高", "é", "👍"])
def test_full_width_characters_take_two_carets(quote: str) -> None:
    ((words, carets),) = excerpt(anchor(quote, "全年预算（万元）", "。"), 200)
    assert carets == " " * cell_len("全年预算（万元）") + "^" * cell_len(quote)
    assert words.endswith(quote + "。")


@pytest.mark.parametrize("width", [20, 21, 37])
def test_long_words_wrap_with_their_carets(width: int) -> None:
    found = anchor("预算支出进度2024慢" * 8, "前文", "后文。")
    lines = list(excerpt(found, width))
    assert all(cell_len(words) <= width for words, _ in lines)
    assert sum(carets.count("^") for _, carets in lines) == cell_len(found.quote)
    assert "".join(words for words, _ in lines) == f"前文{found.quote}后文。"


def test_an_empty_quote_shows_no_carets() -> None:
    assert list(excerpt(anchor(""), 80)) == []


def test_nothing_in_a_report_can_steer_the_terminal() -> None:
    for view in (View(), View(color=True), View(lang="en")):
        text = render([result(HOSTILE, path="\x1b[2J\u202e.docx")], view)
        bare = re.sub(r"\x1b\[[0-9;]*m", "", text) if view.color else text
        assert not {c for c in bare if not c.isprintable()} - {"\n"}
        assert "<001B>" in bare
        assert "<202E>" in bare
    assert "[bold]前" in render([result(HOSTILE)], View())


def test_colours_only_where_they_can_be_shown() -> None:
    assert "\x1b" not in render([result(RATE)], View())
    assert "\x1b[" in render([result(RATE)], View(color=True))


def test_cells_lines_doubt_and_basis() -> None:
    text = render([result(replace(CELL, suppressed=None))], View())
    assert "警告 PRB007 deviation-without-reason · 把握中等 · 第7行\n" in text
    assert "附件 › 自评表 › 偏差原因" in text
    assert "某办法 第八条（依据待核）" in text
    assert "1、2" in text


def test_suppressed_flags_take_one_line_with_their_reason_and_do_not_count() -> None:
    text = render([result(CELL)], View())
    assert "已忽略：\n    警告 PRB007 第7行 未说明偏差原因。（已与单位核对）\n" in text
    assert "0 个警告" in text
    assert "未发现其他问题" in text


def test_a_file_says_on_its_first_line_what_it_is() -> None:
    for module in (text_writer, concise, by_rule):
        assert module.render([result(RATE)], View(titled=True)).startswith(HEADINGS.zh)
        assert module.index([("a", result(RATE))], View("en", titled=True)).startswith(HEADINGS.en)
        assert not module.render([result(RATE)], View()).startswith(HEADINGS.zh)


def test_concise_is_one_line_for_each_flag() -> None:
    lines = concise.render([result(RATE, CELL, HOSTILE)], View(width=40)).splitlines()
    assert lines[0] == ("甲/报告.docx: 第4页: 错误 NUM103 预算执行率应为99.35%，写作99.53%。")
    assert lines[1].startswith("甲/报告.docx: 二、预算执行情况: 提示 TXT402 正文含 <001B>]0;x")
    assert len(lines) == 3, "the suppressed one is not listed; the last line sums up"


def test_by_rule_groups_the_flags_of_all_reports() -> None:
    other = result(RATE, path="乙.docx")
    text = by_rule.render([result(RATE, HOSTILE), other], View())
    assert text.index("NUM103 rate-mismatch · 2 处") < text.index("TXT402")
    assert text.count("预算执行率应为99.35%") == 2
    assert "乙.docx  第4页" in text
    assert "共 2 份报告：2 个错误，0 个警告，1 个提示。" in text


def test_english() -> None:
    cell = replace(CELL, suppressed=None)
    text = render([result(RATE, cell, lang="en"), UNREADABLE], View(lang="en"))
    for words in ("error NUM103", "p. 4", "1416914.19万元 (numerator)", "(not verified)", "line 7"):
        assert words in text
    assert "2 reports: 2 errors, 1 warning, 0 info; 1 not readable." in text
    assert "58 figures: 34 recomputed" in text


def test_a_clean_report_and_a_broken_file() -> None:
    assert "未发现问题" in render([result()], View())
    text = render([UNREADABLE], View())
    assert "文件已损坏。" in text
    assert "个数字" not in text
    assert "1 份无法读取" in text


def test_nothing_checked_prints_nothing() -> None:
    assert render([], View()) == ""


def test_no_line_is_wider_than_the_page() -> None:
    wide: Flag = RATE
    for width in (40, 80, 110):
        lines = render([result(wide, CELL, HOSTILE)], View(width=width)).splitlines()
        assert max(map(cell_len, lines)) <= width


def test_the_index_names_file_and_report() -> None:
    text = index([("报告.docx.txt", result(RATE)), ("坏.pdf.txt", UNREADABLE)], View())
    assert "报告.docx.txt  甲/报告.docx  1 个错误，0 个警告，0 个提示" in text
    assert "共 2 份报告：2 个错误" in text


def test_every_format_has_its_writer() -> None:
    for name in CHECKS:
        assert writer(CHECKS, name).EXTENSION.startswith(".")
