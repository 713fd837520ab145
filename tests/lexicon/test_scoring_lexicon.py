"""The words of scoring.toml."""

from __future__ import annotations

import pytest

from reportlint.lexicon.scoring import scoring_words


@pytest.mark.parametrize(
    ("name", "text", "held"),
    [
        ("bonus", "另设加分项5分", True),
        ("bonus", "增加分项指标", False),
        ("execution_formula", "得分=执行率×该项分值", True),
        ("execution_formula", "按执行率计分", True),
        ("execution_formula", "执行率为95%", False),
        ("execution_bands", "执行率95%以上的得满分", True),
        ("execution_bands", "执行率为95%，得9.5分", False),
        ("proportional", "未完成的按完成比例得分", True),
        ("proportional", "按比例抽查项目", False),
        ("others", "该项得分", True),
        ("others", "该项目综合得分", False),
        ("lower_better", "有责投诉件数", True),
        ("lower_better", "培训人次", False),
    ],
)
def test_words_are_found(name: str, text: str, held: bool) -> None:
    assert scoring_words().has(name, text) is held


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("绩效自评得分", "self"),
        ("自评总分", "self"),
        ("复核得分", "review"),
        ("财政评价得分", "review"),
        ("综合得分", "plain"),
        ("最终得分", "plain"),
        ("项目绩效评价综合得分", "plain"),
    ],
)
def test_total_scores_are_told_by_judge(text: str, who: str) -> None:
    assert next(w for w, p in scoring_words().finals.items() if p.search(text)) == who


@pytest.mark.parametrize("text", ["产出指标得分", "到位率", "得分率"])
def test_parts_of_a_score_are_no_total(text: str) -> None:
    assert not any(p.search(text) for p in scoring_words().finals.values())


@pytest.mark.parametrize(
    ("text", "done"),
    [("已完成", True), ("达成预期指标", True), ("完成95%", False), ("36个", False)],
)
def test_answers_without_a_figure(text: str, done: bool) -> None:
    assert scoring_words().is_("done_words", text) is done
