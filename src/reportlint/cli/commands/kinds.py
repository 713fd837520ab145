"""`reportlint profiles` and `reportlint profile`."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint.cli.options import Given
from reportlint.cli.paper import Row, print_rows
from reportlint.cli.settings import known_profiles, settled, verify_profile
from reportlint.cli.speech import language, say
from reportlint.profiles import Profile, SectionSpec
from reportlint.result import Text

_REQUIRED = {
    "must": Text("必须", "must"),
    "should": Text("应当", "should"),
    "may": Text("可以", "may"),
}
_STATUSES = {
    "verified": Text("已核实", "verified"),
    "unverified": Text("依据待核", "not verified"),
    "arithmetic": Text("算术", "arithmetic"),
    "own-words": Text("报告自身表述", "own words"),
}


def print_profiles(given: Given) -> None:
    """One line per kind of report."""
    known = known_profiles(settled([], given).config)
    print_rows([(p.name, say(p.title_zh, p.title_en)) for p in known.values()])


def print_profile(name: str, given: Given) -> None:
    """What a kind of report must contain. Raises `CommandError` if there is no such kind."""
    known = known_profiles(settled([], given).config)
    verify_profile(name, known)
    profile = known[name]
    print(f"{profile.name}  {say(profile.title_zh, profile.title_en)}")
    print(
        f"{say('依据', 'basis')}{say('：', ': ')}{profile.basis.document} {profile.basis.clause}\n"
    )
    print_rows([_section(section, profile) for section in profile.sections])
    for line in _grades(profile):
        print(line)


def _section(section: SectionSpec, profile: Profile) -> Row:
    indent = "  " * max(0, section.level - 1)
    title = ("* " if section.level == 0 else indent) + section.title
    found = profile.basis_of(section)
    basis = f"{found.document} {found.clause}".strip()
    status = _STATUSES[found.status].in_(language())
    return (title, _REQUIRED[section.required].in_(language()), status, basis)


def _grades(profile: Profile) -> Iterator[str]:
    if profile.grade_scale is not None:
        yield ""
        for band in profile.grade_scale.bands:
            yield f"≥ {band.low:g}  {band.grade}"
