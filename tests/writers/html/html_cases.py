"""Reports and pages for the tests of the html writer."""

from __future__ import annotations

from pathlib import Path

import lxml.html

from reportlint.engine import check
from reportlint.result import Result
from reportlint.writers import View, html

WRONG = "全年预算数12860.00万元，资金实际支出11574.00万元，预算执行率为95.00%。"


def checked(folder: Path, text: str, name: str = "报告.txt") -> Result:
    """The result for a text file written for the occasion."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return check(path)


def page_of(*results: Result, lang: str = "zh") -> lxml.html.HtmlElement:
    """The page of some results, parsed."""
    return lxml.html.document_fromstring(html.render(results, View(lang)))


def words_of(element: lxml.html.HtmlElement) -> str:
    """The text of an element with its spaces evened out."""
    return " ".join(element.text_content().split())
