"""Find, read and validate profile files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError

from reportlint.profiles.model import Profile


class ProfileError(Exception):
    """A profile file that cannot be used; the message is one line: file, key, what is expected."""


def load_profiles(folders: Iterable[Path] = ()) -> Mapping[str, Profile]:
    """The built-in profiles and those of the user's `folders`, by name (the user's win).

    Raises `ProfileError` for the first broken file.
    """
    profiles, broken = usable_profiles(folders)
    for error in broken.values():
        raise error
    return profiles


def usable_profiles(
    folders: Iterable[Path] = (),
) -> tuple[Mapping[str, Profile], Mapping[str, ProfileError]]:
    """The profiles that can be used, and what is wrong with other files, by their stem."""
    profiles, broken = dict(_built_in()), dict[str, ProfileError]()
    for path in _files(folders):
        try:
            profile = read_profile(path)
        except ProfileError as error:
            broken[path.stem] = error
        else:
            profiles[profile.name] = profile
    return profiles, broken


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(folder.glob("*.toml"))


@cache
def _built_in() -> Mapping[str, Profile]:
    found = (f for f in files("reportlint.profiles").iterdir() if f.name.endswith(".toml"))
    read = [read_profile(f) for f in sorted(found, key=lambda f: f.name)]
    return {p.name: p for p in read}


def read_profile(path: Path | Traversable) -> Profile:
    """Read one file. Raises `ProfileError`."""
    try:
        return Profile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileError(f"{path.name}: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(p) for p in first["loc"]) or "(file)"
        raise ProfileError(f"{path.name}: {key}: {first['msg']}") from error
