"""Whoever writes Chinese is told of mistakes in Chinese."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportlint.config import ConfigError, load
from reportlint.config.complaints import type_complaint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('jobs = "x"', "jobs：'x' 不合要求（应是整数）"),
        ("jobs = 1.5", "应是整数"),
        ("jobs = -1", "不能小于 0"),
        ('select = "NUM"', "应是列表"),
        ("ignore = [3]", "ignore.0：3 不合要求（应是文字"),
        ("[limits]\nmax_bytes = -1", "应大于 0"),
        ("[limits]\nseconds = 'a'", "应是数字"),
        ("[thresholds]\ngood_execution = 'x'", "应是数字"),
        ("limits = 3", "应是一张表"),
        ("[lexicon]\nunits = 3", "应是一张表"),
        ("[lexicon.units]\nx = 0", "应大于 0"),
        ("[lexicon.aliases]\nx = 'y'", "应是列表"),
        ("fail-on = 'eror'", "是否指 error"),
        ("a b", "第 1 行第 3 列有误"),
        ("a = [", "文件末尾有误"),
    ],
)
def test_a_value_that_cannot_be_used(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "reportlint.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, file=file)
    words = caught.value.text.zh.replace(str(file), "")
    assert said in words
    assert not re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", words), "an English sentence was left"


def test_option_values_of_the_wrong_type() -> None:
    assert type_complaint("Input should be a valid integer, unable to parse") == "应是整数"
    assert type_complaint("Input should be greater than or equal to 1") == "不能小于 1"
    assert type_complaint("something else") == "something else"
