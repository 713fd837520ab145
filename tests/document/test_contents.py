from reportlint.document.contents import contents_lines


def test_leaders_and_page_numbers() -> None:
    texts = [
        "目 录",
        "一、单位概况……1",
        "（一）职能.......2",
        "二、收支 · · · · 12",
        "一、单位概况",
        "我单位…",
    ]
    assert contents_lines(texts) == {0, 1, 2, 3}


def test_entries_without_pages_end_where_the_report_begins() -> None:
    texts = [
        "目录",
        "一、概况",
        "（一）职能",
        "二、收支",
        "（一）职能",
        "一、概况",
        "（一）职能",
        "正文。",
    ]
    texts += [
        "二、收支",
        "（一）职能",
        "正文。",
    ]
    assert contents_lines(texts) == {0, 1, 2, 3, 4}


def test_glued_page_numbers_and_page_references() -> None:
    texts = [
        "目录",
        "第一部分 概况3",
        "第二部分 名词解释33",
        "PAGEREF _Toc25831 \\h 3",
        "第一部分 概况",
    ]
    texts += [
        "正文在此。",
        "第二部分 名词解释",
    ]
    assert contents_lines(texts) == {0, 1, 2, 3}


def test_one_unmatched_entry_is_bridged() -> None:
    texts = [
        "目录",
        "一、概况",
        "、收支情况",
        "三、名词解释",
        "一、概况",
        "文。",
        "二、收支",
        "三、名词解释",
    ]
    assert contents_lines(texts) == {0, 1, 2, 3}


def test_prose_and_figures_are_not_contents() -> None:
    texts = [
        "2024年预算数……见附表。",
        "支出\t12",
        "年末结转\t9",
        "共计……元",
        "详见附件目录。",
        "目录管理 3",
    ]
    assert contents_lines(texts) == frozenset()


def test_a_single_unnumbered_leader_line_is_kept() -> None:
    assert contents_lines(["项目负责人.......8"]) == frozenset()


def test_a_table_ends_the_contents() -> None:
    assert contents_lines(["目录", "一、概况", None, "一、概况"]) == {0, 1}


def test_entries_without_a_title_are_known_by_what_they_announce() -> None:
    texts = [
        "一、概况\t1",
        "二、收支\t3",
        "三、结论\t7",
        "一、概况",
        "文。",
        "二、收支",
        "三、结论",
    ]
    assert contents_lines(texts) == {0, 1, 2}
    assert contents_lines(["收入\t1", "支出\t3", "结余\t7", "收入", "支出"]) == frozenset()
