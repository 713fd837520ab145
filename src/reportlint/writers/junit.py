"""JUnit XML: one suite for each report, one case for each flag and each rule that found nothing.

Errors and warnings are failures of their `type`; a hint (info) passes and says so in its output;
what is suppressed or does not apply is skipped; a file that cannot be read is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from reportlint.result import Flag, Outcome, Result, RuleOutcome, Severity, Status
from reportlint.result.description import details, position_words, where_words
from reportlint.result.visible import visible
from reportlint.result.words import OUTCOMES
from reportlint.rules import rules
from reportlint.writers import View

EXTENSION = ".xml"
Element = etree._Element


def render(items: Sequence[Result], view: View) -> str:
    """All reports as one document."""
    root = etree.Element("testsuites", name="reportlint")
    for result in items:
        root.append(_suite(result, view.lang))
    _count(root)
    etree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding=str) + "\n"


def index(files: Sequence[tuple[str, Result]], view: View) -> str:
    """All reports as one document."""
    return render([result for _, result in files], view)


def _suite(result: Result, lang: str) -> Element:
    suite = etree.Element("testsuite", name=visible(result.path))
    for case in _cases(result, lang):
        case.set("classname", visible(result.path))
        suite.append(case)
    _count(suite)
    return suite


def _cases(result: Result, lang: str) -> Iterator[Element]:
    for flag in result.flags:
        yield _flag_case(flag, result.status is Status.UNREADABLE, lang)
    for outcome in result.ledger.rules:
        if outcome.outcome is not Outcome.FLAGGED:
            yield _rule_case(outcome, lang)


def _flag_case(flag: Flag, unreadable: bool, lang: str) -> Element:
    place = position_words(flag.anchor, lang) or where_words(flag.anchor)
    name = " · ".join(filter(None, (f"{flag.code} {flag.name}", visible(place))))
    case = etree.Element("testcase", name=name)
    severity = flag.severity or Severity.INFO
    if flag.suppressed:
        etree.SubElement(case, "skipped", message=visible(flag.suppressed))
    elif severity is Severity.INFO:
        etree.SubElement(case, "system-out").text = _text(flag, lang)
    else:
        failure = etree.SubElement(case, "error" if unreadable else "failure")
        failure.set("type", severity.value)
        failure.set("message", visible(flag.message.in_(lang)))
        failure.text = _text(flag, lang)
    return case


def _text(flag: Flag, lang: str) -> str:
    anchor = flag.anchor
    words = f"{anchor.before}【{anchor.quote}】{anchor.after}" if anchor.quote else ""
    rows = [f"{label}: {visible(text)}" for label, text in details(flag, lang)]
    return "\n".join(filter(None, [visible(flag.message.in_(lang)), visible(words), *rows]))


def _rule_case(outcome: RuleOutcome, lang: str) -> Element:
    found = rules().get(outcome.code)
    case = etree.Element("testcase", name=f"{outcome.code} {found.name if found else ''}".strip())
    words = OUTCOMES[outcome.outcome].in_(lang)
    if outcome.outcome is Outcome.FAILED:
        etree.SubElement(case, "error", type="failed", message=words)
    elif outcome.outcome is Outcome.NOT_APPLICABLE:
        etree.SubElement(case, "skipped", message=words)
    return case


def _count(element: Element) -> None:
    element.set("tests", str(len(list(element.iter("testcase")))))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(attribute, str(len(list(element.iter(tag)))))
