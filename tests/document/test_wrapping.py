from reportlint.document.traced import Traced
from reportlint.document.wrapping import columns, glue, layout_of, rejoined


def test_columns() -> None:
    assert columns("甲a，“1”…") == 12


def test_glue() -> None:
    assert glue("Windows", "Server") == " "
    assert glue("14", "26") == glue("甲", "乙") == glue("甲", "a") == ""


def test_a_title_on_two_lines_is_one_heading() -> None:
    lines = [Traced.of(text, n) for n, text in enumerate(["某市民政局整体支出", "绩效评价报告"])]
    layout = layout_of([line.text for line in lines])
    assert [t.text for t in rejoined(lines, layout, heading=True)] == [
        "某市民政局整体支出绩效评价报告"
    ]
    assert len(rejoined(lines, layout)) == 2


def test_a_heading_and_the_sentence_under_it_are_two() -> None:
    lines = [Traced.of(text, n) for n, text in enumerate(["一、概况", "", "本局有在职人员12人。"])]
    layout = layout_of([line.text for line in lines])
    assert [t.text for t in rejoined(lines, layout, heading=True)] == [
        "一、概况",
        "本局有在职人员12人。",
    ]


def test_no_lines_have_no_layout() -> None:
    assert layout_of([]).width is None
