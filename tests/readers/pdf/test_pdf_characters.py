"""Characters: radicals folded, invisible ones dropped, full-width punctuation kept."""

from __future__ import annotations

from reportlint.readers.pdf.characters import is_garbage, meaning


def folded(text: str) -> str:
    return "".join(meaning(ord(char)) for char in text)


def test_radicals_are_the_ideographs_they_stand_for() -> None:
    assert folded("⾮⾏⻓⻔⻅⽬⾦") == "非行长门见目金"
    assert folded("\uf9dc\ufa0c") == "隆兀"


def test_digits_and_full_width_punctuation_stay_as_printed() -> None:
    assert folded("（１２．５％），：；！") == "（１２．５％），：；！"


def test_invisible_characters_vanish() -> None:
    assert folded("预\u200b算\u00ad执\ufeff行\u2060率") == "预算执行率"


def test_private_use_and_replacement_are_garbage() -> None:
    assert is_garbage(0xE123)
    assert is_garbage(0xFFFD)
    assert not is_garbage(ord("元"))
