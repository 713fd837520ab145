from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError
from writer_cases import CELL, HOSTILE, RATE, UNREADABLE, result

from reportlint.result.schema import schema
from reportlint.writers import View
from reportlint.writers.json import index, render

CHECK = Draft202012Validator(schema("check"))


def test_the_schemas_are_schemas() -> None:
    for command in ("check", "extract"):
        Draft202012Validator.check_schema(schema(command))  # type: ignore[arg-type]


def test_every_sort_of_result_validates() -> None:
    text = render([result(RATE, CELL, HOSTILE), UNREADABLE, result()], View())
    CHECK.validate(json.loads(text))


def test_the_object_is_the_contract_s() -> None:
    data = json.loads(render([result(RATE)], View()))
    assert (data["schema"], len(data["documents"])) == ("reportlint/1", 1)
    (flag,) = data["documents"][0]["flags"]
    assert flag["anchor"]["quote"] == "99.53%"
    assert flag["anchor"]["boxes"] == [[1, 2, 3.5, 4]]
    assert flag["evidence"][0]["role"] == "numerator"
    assert flag["basis"] == {"document": "算术", "clause": "", "status": "arithmetic"}
    assert flag["also"] == ["CON201"]


def test_one_result_makes_the_same_object() -> None:
    one = result(RATE)
    assert json.loads(one.to_json()) == json.loads(render([one], View()))


def test_the_language_is_that_of_the_result() -> None:
    data = json.loads(render([result(RATE, lang="en")], View(lang="en")))
    assert data["documents"][0]["flags"][0]["advice"] == "Write 99.35%."


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("severity", "fatal"),
        ("code", "N1"),
        ("extra", 1),
        ("fingerprint", "x"),
        ("message", ""),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(key: str, value: object) -> None:
    data = json.loads(render([result(RATE)], View()))
    data["documents"][0]["flags"][0][key] = value
    with pytest.raises(ValidationError):
        CHECK.validate(data)


def test_low_confidence_is_never_an_error() -> None:
    data = json.loads(render([result(RATE)], View()))
    data["documents"][0]["flags"][0]["confidence"] = "low"
    with pytest.raises(ValidationError):
        CHECK.validate(data)


def test_the_index_counts_flags() -> None:
    data = json.loads(index([("a.json", result(RATE, CELL))], View()))
    assert data["documents"] == [
        {"path": "甲/报告.docx", "file": "a.json", "status": "checked", "flags": {"error": 1}}
    ]
