from hypothesis import assume, given
from hypothesis import strategies as st

from reportlint.document.traced import Traced, joined

LINES = st.lists(st.text("甲乙丙12 ", max_size=12), min_size=1, max_size=6)


def places(traced: Traced) -> list[tuple[int, int] | None]:
    return [traced.at(i) for i in range(len(traced.text))]


def original(lines: list[str], place: tuple[int, int] | None) -> str:
    assert place is not None
    return lines[place[0]][place[1]]


@given(LINES)
def test_joined_characters_know_where_they_stood(lines: list[str]) -> None:
    whole = joined([Traced.of(line, n) for n, line in enumerate(lines)])
    assert whole.text == "".join(lines)
    assert [original(lines, place) for place in places(whole)] == list(whole.text)


@given(LINES, st.integers(0, 60), st.integers(0, 60))
def test_cut_characters_know_where_they_stood(lines: list[str], one: int, other: int) -> None:
    whole = joined([Traced.of(line, n) for n, line in enumerate(lines)])
    start, end = sorted((min(one, len(whole.text)), min(other, len(whole.text))))
    part = whole.cut(start, end)
    assert part.text == whole.text[start:end]
    assert places(part) == places(whole)[start:end]


@given(LINES, st.data())
def test_what_is_left_knows_where_it_stood(lines: list[str], data: st.DataObject) -> None:
    assume(lines[:1] != [""])  # glue stands behind what precedes it: here nothing would
    whole = joined([Traced.of(line, n) for n, line in enumerate(lines)], "|")
    ends = sorted(data.draw(st.sets(st.integers(0, len(whole.text)), max_size=6)))
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    gone = {i for start, end in spans for i in range(start, end)}
    left = whole.without(spans)
    kept = [i for i in range(len(whole.text)) if i not in gone]
    assert left.text == "".join(whole.text[i] for i in kept)
    assert places(left) == [places(whole)[i] for i in kept]


def test_stripping_and_nothing() -> None:
    assert Traced.of("  甲 ", 3, 5).strip() == Traced.of("甲", 3, 7)
    assert Traced().at(0) is None
    assert Traced("甲").cut(0, 1) == Traced("甲")
    assert joined([Traced.of("", 1), Traced.of("乙", 2)]).at(0) == (2, 0)
