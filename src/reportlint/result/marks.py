"""By what the program tells its own outputs from reports, so that it never checks them."""

from __future__ import annotations

from reportlint.result.model import Text

GENERATOR = "reportlint"
"""In outputs with properties: the creator (xlsx, docx), the generator (html `<meta>`)."""
OUTPUT = "reportlint-output"
"""The category of an xlsx or docx that is a result: a creator may make reports too."""
HEADINGS = Text("reportlint 检查结果", "reportlint results")
"""The first line of a text file that the program writes."""


def heading(lang: str) -> str:
    """That line in `lang`."""
    return HEADINGS.in_(lang)
