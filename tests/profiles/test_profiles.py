from __future__ import annotations

from pathlib import Path

import pytest
import regex

from reportlint.profiles import ProfileError, load_profiles, usable_profiles
from reportlint.profiles.loading import read_profile

NAMES = {
    "beijing-department-overall",
    "national-project-evaluation",
    "transfer-self-evaluation",
    "hunan-department-overall",
    "yunnan-department-overall",
    "guangdong-department-overall",
    "sichuan-department-overall",
    "hubei-self-evaluation",
    "shanghai-project-evaluation",
    "final-accounts",
    "self-evaluation-form",
}
HEAD = """
name = "mine"
title_zh = "本单位报告"
title_en = "Our report"
title_patterns = ["本单位报告"]
[basis]
document = "本单位规定"
"""


def test_the_profiles_of_the_contract_are_built_in() -> None:
    assert set(load_profiles()) >= NAMES


@pytest.mark.parametrize("name", sorted(load_profiles()))
def test_profile_is_usable(name: str) -> None:
    profile = load_profiles()[name]
    for pattern in profile.title_patterns:
        regex.compile(pattern)
    for spec in profile.sections:
        assert profile.basis_of(spec).document
        if spec.role == "problems":
            assert spec.nonempty
            assert profile.missing_severity(spec) == "error"
        if spec.required == "may":
            assert profile.missing_severity(spec) is None


def test_grade_bands_fall_from_the_best() -> None:
    for profile in load_profiles().values():
        if profile.grade_scale:
            lows = [band.low for band in profile.grade_scale.bands]
            assert lows == sorted(lows, reverse=True)


def test_severity_of_absence_follows_source_and_obligation() -> None:
    beijing = load_profiles()["beijing-department-overall"]
    assert beijing.missing_severity(beijing.section("asset")) == "error"
    assert beijing.missing_severity(beijing.section("scoretable")) == "warning"
    hunan = load_profiles()["hunan-department-overall"]
    assert hunan.missing_severity(hunan.section("general")) == "warning"
    assert hunan.missing_severity(hunan.section("problem")) == "error"
    assert hunan.missing_severity(hunan.section("basetable")) == "warning"


def test_a_profile_of_the_users_own_is_found_in_his_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(HEAD, encoding="utf-8")
    assert load_profiles([tmp_path])["mine"].title_zh == "本单位报告"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "mine.toml"),
        (HEAD.replace('name = "mine"', ""), "name"),
        ("colour = 1\n" + HEAD, "colour"),
        (
            'sections = [{id = "a", title = "甲", parent = "b"}]\n' + HEAD,
            "no section has the id 'b'",
        ),
        (
            'sections = [{id = "a", title = "甲"}, {id = "a", title = "乙"}]\n' + HEAD,
            "used twice: a",
        ),
        ('sections = [{id = "a", title = "甲", basis = "x"}]\n' + HEAD, "[bases] has no entry 'x'"),
    ],
)
def test_a_broken_profile_is_one_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    (tmp_path / "other.toml").write_text(HEAD.replace("mine", "other"), encoding="utf-8")
    _, broken = usable_profiles([tmp_path])
    assert list(broken) == ["mine"]
    assert said in str(broken["mine"])
    assert str(broken["mine"]).startswith("mine.toml: ")
    assert "\n" not in str(broken["mine"])


def test_the_others_are_loaded_beside_a_broken_one(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text("name = ", encoding="utf-8")
    (tmp_path / "other.toml").write_text(HEAD.replace("mine", "other"), encoding="utf-8")
    usable, broken = usable_profiles([tmp_path])
    assert set(usable) - set(load_profiles()) == {"other"}
    assert set(broken) == {"mine"}
    with pytest.raises(ProfileError, match=r"^mine\.toml: "):
        load_profiles([tmp_path])


def test_bytes_that_are_no_text_are_one_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe\x00name")
    with pytest.raises(ProfileError, match=r"^mine\.toml: "):
        read_profile(path)


def test_unknown_section_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        load_profiles()["final-accounts"].section("nowhere")
