"""Faults are known again in another version, whatever moved or was reworded around them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reportlint.result.comparison import Fate, compared
from reportlint.result.matching import matched
from reportlint.result.recorded import Recorded, Sighting

RATE = Sighting(
    "NUM103",
    "rate-mismatch",
    "error",
    "比率不符",
    "97.59%",
    "全年实际支出1150.00万元，预算执行率为",
    "，资金使用较为规范。",
    ("二、预算执行情况",),
    "a",
)
OTHER = replace(
    RATE,
    quote="12.5%",
    before="三公经费支出同比下降",
    after="，主要是压减公务接待。",
    fingerprint="b",
)


def again(sighting: Sighting, **changes: object) -> Sighting:
    return replace(sighting, fingerprint=f"{sighting.fingerprint}'", **changes)  # type: ignore[arg-type]


def test_moved_and_reworded_surroundings() -> None:
    reworded = again(RATE, before="，预算完成比例", after="。下一步将加强管理")
    renumbered = again(RATE, where=("三、预算执行情况",), before="经统计，执行率达")
    moved = again(RATE, where=("附：补充说明",), after="，资金使用比较规范。")
    for new in (reworded, renumbered, moved):
        assert matched([OTHER, RATE], [new]) == {1: 0}


def test_a_changed_figure_in_the_same_sentence_is_still_the_fault() -> None:
    changed = again(RATE, quote="96.59%")
    assert matched([OTHER, RATE], [changed]) == {1: 0}
    assert matched([OTHER, RATE], [changed], reworded=False) == {}


def test_another_sentence_is_another_fault() -> None:
    elsewhere = again(RATE, before="绩效目标完成率为", after="；其中数量指标", where=("四、产出",))
    assert matched([RATE], [elsewhere]) == {}
    assert matched([RATE], [again(OTHER)]) == {}
    assert matched([RATE], [again(RATE, code="NUM104")]) == {}


def test_of_equal_words_those_in_likelier_places_are_paired() -> None:
    first = replace(RATE, quote="XX", before="完成培训场次共计", after="场，覆盖全区各街道。")
    second = replace(RATE, quote="XX", before="发放补贴资金总额", after="万元，惠及残疾人家庭。")
    olds = [replace(first, fingerprint="1"), replace(second, fingerprint="2")]
    news = [again(second, after="万元，惠及困难家庭。"), again(first, before="举办培训场次共计")]
    assert matched(olds, news) == {0: 1, 1: 0}


words = st.text("预算执行率完成12XX%，。", max_size=12)
sightings = st.lists(
    st.builds(
        Sighting,
        code=st.sampled_from(["NUM103", "TXT403"]),
        name=st.just("x"),
        severity=st.just("error"),
        message=st.just("m"),
        quote=st.sampled_from(["XX", "9%", ""]),
        before=words,
        after=words,
        where=st.sampled_from([(), ("一、概况",), ("二、概况",), ("三、结果",)]),
        fingerprint=st.sampled_from("abcdef"),
    ),
    max_size=8,
)


@given(sightings, sightings)
def test_pairs_are_one_to_one_and_of_one_rule(old: list[Sighting], new: list[Sighting]) -> None:
    found = matched(old, new)
    assert len(set(found.values())) == len(found)
    for i, j in found.items():
        assert old[i].fingerprint == new[j].fingerprint or old[i].code == new[j].code


@given(sightings)
def test_a_version_matches_itself(found: list[Sighting]) -> None:
    assert len(matched(found, found)) == len(found)


def recorded(path: str, *found: Sighting, status: str = "checked", **outcomes: str) -> Recorded:
    return Recorded(path, status, found, {"NUM103": "clean", "NUM104": "clean"} | outcomes)


def fates(old: Recorded, new: Recorded) -> list[tuple[str, str]]:
    (comparison,) = compared([old], [new])
    return [(change.fate.value, change.shown.quote) for change in comparison.changes]


def test_what_became_of_each_fault() -> None:
    old = recorded("a", RATE, OTHER)
    new = recorded("b", again(RATE), again(RATE, code="NUM104", quote="3%"))
    assert fates(old, new) == [("still", "97.59%"), ("new", "3%"), ("fixed", "12.5%")]


def test_what_was_not_looked_for_is_not_mended() -> None:
    old = recorded("a", RATE)
    assert fates(old, recorded("a", status="unreadable")) == [("unknown", "97.59%")]
    assert fates(old, recorded("a", NUM103="failed")) == [("unknown", "97.59%")]
    assert fates(old, Recorded("a", "checked", (), {"TXT403": "clean"})) == [("unknown", "97.59%")]
    assert fates(old, recorded("a")) == [("fixed", "97.59%")]


def test_reports_are_paired_by_path_then_by_name() -> None:
    old = [recorded("2023/甲.docx", RATE), recorded("2023/乙.docx"), recorded("2023/丙.docx")]
    new = [recorded("2024/乙.docx"), recorded("2024/甲.docx", RATE), recorded("2024/丁.docx")]
    pairs = [(c.old_path, c.new_path) for c in compared(old, new)]
    assert pairs == [
        ("2023/乙.docx", "2024/乙.docx"),
        ("2023/甲.docx", "2024/甲.docx"),
        (None, "2024/丁.docx"),
        ("2023/丙.docx", None),
    ]
    assert [len(c.of(Fate.STILL)) for c in compared(old, new)] == [0, 1, 0, 0]
