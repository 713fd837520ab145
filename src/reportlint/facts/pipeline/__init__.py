"""The spaCy side: figures, indicators and claims as span groups of a `Doc`.

    nlp = language()                      # or nlp.add_pipe("reportlint_claims") in your own
    doc = nlp("预算100万元，支出95万元，执行率95%。")
    doc.spans["figures"], doc.spans["indicators"], doc.spans["claims"]
    doc._.figures, doc._.claims           # the exact characters and the meaning

Spans end at token borders (a token may hold more than the number, 99.35%); the extensions hold the
exact characters. `carrier.carry` runs it over the paragraphs of a report. Importing this package
imports spaCy: a text without figures never does.
"""

from reportlint.facts.pipeline.components import claims, figures, indicators
from reportlint.facts.pipeline.language import language

__all__ = ["claims", "figures", "indicators", "language"]
