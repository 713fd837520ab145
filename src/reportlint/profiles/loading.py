"""Find, read and validate profile files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
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
    profiles = dict(_built_in())
    for folder in folders:
        for path in sorted(folder.glob("*.toml")):
            profile = read_profile(path)
            profiles[profile.name] = profile
    return profiles


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
        raise ProfileError(f"{path.name}: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(p) for p in first["loc"]) or "(file)"
        raise ProfileError(f"{path.name}: {key}: {first['msg']}") from error
