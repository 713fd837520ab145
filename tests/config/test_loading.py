from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from reportlint.config import Config, ConfigError, load


def write(folder: Path, text: str, name: str = "reportlint.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_nothing_found_means_defaults(tmp_path: Path) -> None:
    loaded = load(tmp_path, isolated=True)
    assert loaded.config == Config()
    assert loaded.file is None
    assert loaded.origin("fail_on") == "default"


def test_the_nearest_file_above_the_reports_governs(tmp_path: Path) -> None:
    write(tmp_path, 'fail-on = "info"')
    near = write(tmp_path / "a", 'fail-on = "warning"')
    loaded = load(tmp_path / "a" / "b")
    assert loaded.config.fail_on == "warning"
    assert loaded.file == near
    assert loaded.origin("fail_on") == str(near)


def test_own_file_goes_before_pyproject(tmp_path: Path) -> None:
    write(tmp_path, "[tool.reportlint]\njobs = 3", "pyproject.toml")
    assert load(tmp_path).config.jobs == 3
    write(tmp_path, "jobs = 2")
    assert load(tmp_path).config.jobs == 2


@pytest.mark.parametrize("text", ["[tool.other]\nx = 1", "this is [ no toml", "tool = 3"])
def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path, text: str) -> None:
    write(tmp_path, "jobs = 5")
    write(tmp_path / "a", text, "pyproject.toml")
    assert load(tmp_path / "a").config.jobs == 5


def test_options_win_and_absent_ones_do_not(tmp_path: Path) -> None:
    write(tmp_path, 'lang = "en"\njobs = 2')
    loaded = load(tmp_path, options={"lang": "zh", "jobs": None, "select": ("NUM",)})
    assert (loaded.config.lang, loaded.config.jobs, loaded.config.select) == ("zh", 2, ("NUM",))
    assert loaded.origin("lang") == "command line"
    assert loaded.origin("jobs").endswith("reportlint.toml")


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    file = write(tmp_path, "jobs = 2")
    assert load(tmp_path, isolated=True, file=file).config.jobs == 0


def test_both_spellings_of_keys_in_groups(tmp_path: Path) -> None:
    text = """
    [limits]
    max-pages = 7
    max_characters = 8
    [thresholds]
    good-execution = 92.5
    [lexicon.aliases]
    "预算执行率" = ["资金使用进度"]
    [lexicon.units]
    "千万元" = 10000000
    [lexicon.typos]
    "绩效平价" = "绩效评价"
    """
    write(tmp_path, text)
    config = load(tmp_path).config
    assert (config.limits.max_pages, config.limits.max_characters) == (7, 8)
    assert config.thresholds.good_execution == Decimal("92.5")
    assert config.lexicon.aliases == {"预算执行率": ("资金使用进度",)}
    assert config.lexicon.units == {"千万元": Decimal(10_000_000)}
    assert config.lexicon.typos == {"绩效平价": "绩效评价"}


def test_profile_folders_are_relative_to_the_file(tmp_path: Path) -> None:
    write(tmp_path / "a", 'profile-folders = ["own"]')
    assert load(tmp_path / "a" / "b").config.profile_folders == (tmp_path / "a" / "own",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("fial-on = 'info'", ("reportlint.toml", "fial-on", "fail-on")),
        ("[limits]\nmax-page = 3", ("limits.max-page", "max-pages")),
        ("fail-on = 'eror'", ("fail_on", "eror", "error")),
        ("jobs = -1", ("jobs", "-1")),
        ("output = 3", ("output",)),
        ("limits = 3", ("limits",)),
        ("[lexicon.units]\n'元' = 0", ("lexicon.units.元",)),
        ("output = ['json=/etc/passwd']", ("output", "--output")),
        ("a = ", ("TOML",)),
    ],
)
def test_faults_are_named_in_one_line(tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    file = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(tmp_path)
    line = caught.value.text.zh
    assert "\n" not in line
    assert str(file) in line
    assert all(word in line for word in words)


def test_a_named_file_that_is_missing_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot read"):
        load(tmp_path, file=tmp_path / "none.toml")
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not valid TOML"):
        load(tmp_path, file=tmp_path / "x.toml")


def test_an_option_that_cannot_be_used_is_named_as_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="--fail-on"):
        load(tmp_path, isolated=True, options={"fail_on": "sometimes"})
