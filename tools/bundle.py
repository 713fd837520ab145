"""Put together what an office machine without a network needs: every wheel, and install scripts.

    python tools/bundle.py dist/bundle --python 3.11 --python 3.12

pip resolves for other platforms, but reads conditions like `sys_platform == "win32"` as those of
the machine it runs on. So what the wheels themselves demand is looked up here, for each target,
and what is still missing is fetched until nothing is.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags
from packaging.utils import NormalizedName, canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parents[1]
OFFICE = ROOT / "tools" / "office"
NAME = canonicalize_name("reportlint")
LINUX = ("manylinux_2_28_{0}", "manylinux_2_27_{0}", "manylinux_2_24_{0}", "manylinux_2_17_{0}")
PLATFORMS = {
    "windows": ("win_amd64",),
    "linux-x86_64": (*(p.format("x86_64") for p in LINUX), "manylinux2014_x86_64"),
    "linux-aarch64": (*(p.format("aarch64") for p in LINUX), "manylinux2014_aarch64"),
}


@dataclass(frozen=True)
class Target:
    """A platform and a version of Python."""

    platform: str
    python: str

    @property
    def tags(self) -> frozenset[Tag]:
        """The tags of wheels that run there."""
        version = tuple(map(int, self.python.split(".")))
        platforms = PLATFORMS[self.platform]
        interpreter = f"cp{version[0]}{version[1]}"
        return frozenset(
            (
                *cpython_tags(version, platforms=platforms),
                *compatible_tags(version, interpreter, platforms),
            )
        )

    @property
    def environment(self) -> dict[str, str]:
        """What conditions of requirements are read against."""
        windows = self.platform == "windows"
        return {
            "extra": "",
            "implementation_name": "cpython",
            "os_name": "nt" if windows else "posix",
            "platform_machine": "AMD64" if windows else self.platform.partition("-")[2],
            "platform_python_implementation": "CPython",
            "platform_system": "Windows" if windows else "Linux",
            "python_full_version": f"{self.python}.0",
            "python_version": self.python,
            "sys_platform": "win32" if windows else "linux",
        }

    @property
    def options(self) -> list[str]:
        """What tells pip of the target."""
        platforms = [f"--platform={name}" for name in PLATFORMS[self.platform]]
        return ["--only-binary=:all:", f"--python-version={self.python}", *platforms]


@dataclass(frozen=True)
class Wheel:
    """A wheel on disk: what it is, where it runs, and what it demands."""

    name: NormalizedName
    tags: frozenset[Tag]
    demands: tuple[Requirement, ...]


def wheels_in(folder: Path) -> list[Wheel]:
    """Every wheel of a folder."""
    return [_wheel(path) for path in sorted(folder.glob("*.whl"))]


def _wheel(path: Path) -> Wheel:
    name, _, _, tags = parse_wheel_filename(path.name)
    with zipfile.ZipFile(path) as archive:
        inside = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        headers = HeaderParser().parsestr(archive.read(inside).decode("utf-8"))
    demands = tuple(Requirement(text) for text in headers.get_all("Requires-Dist", []))
    return Wheel(name, tags, demands)


def missing(wheels: Sequence[Wheel], target: Target) -> list[Requirement]:
    """What reportlint needs on the target, directly or not, and no wheel provides."""
    usable = {wheel.name: wheel for wheel in wheels if wheel.tags & target.tags}
    lacking, waiting = {}, [Requirement(NAME)]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        wanted = waiting.pop()
        name, extras = canonicalize_name(wanted.name), frozenset(wanted.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        if name in usable:
            waiting += _demands(usable[name], extras, target)
        else:
            lacking[name] = wanted
    return list(lacking.values())


def _demands(wheel: Wheel, extras: frozenset[str], target: Target) -> Iterator[Requirement]:
    for demand in wheel.demands:
        choices = ({**target.environment, "extra": extra} for extra in ("", *extras))
        if demand.marker is None or any(demand.marker.evaluate(choice) for choice in choices):
            yield demand


def build(folder: Path, targets: Sequence[Target]) -> None:
    """Fill the folder. Raises `SystemExit` where something cannot be had."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    for old in wheels.glob("reportlint-*.whl"):
        old.unlink()
    _pip("wheel", "--no-deps", f"--wheel-dir={wheels}", str(ROOT))
    for pinned in _without_wheels():
        _pip("wheel", "--no-deps", f"--wheel-dir={wheels}", pinned)
    for target in targets:
        _complete(wheels, target)
    for file in OFFICE.iterdir():
        _copy(file, folder)


def _without_wheels() -> list[str]:
    """Packages that are published as sources only: pure Python, built here once for all."""
    pins = (ROOT / "constraints.txt").read_text("utf-8").split()
    return [pin for pin in pins if pin.startswith("jieba==")]


def _complete(wheels: Path, target: Target) -> None:
    asked: set[str] = set()
    while lacking := missing(wheels_in(wheels), target):
        names = sorted(f"{demand.name}{demand.specifier}" for demand in lacking)
        if asked >= set(names):
            raise SystemExit(f"{target}: not to be had: {', '.join(names)}")
        asked |= set(names)
        constraint = f"--constraint={ROOT / 'constraints.txt'}"
        common = [constraint, f"--find-links={wheels}", f"--dest={wheels}", "--no-deps"]
        _pip("download", *common, *target.options, *names)


def _copy(file: Path, folder: Path) -> None:
    """Scripts of Windows need its line ends."""
    text = file.read_text("utf-8")
    if file.suffix in {".cmd", ".txt"}:
        text = text.replace("\n", "\r\n")
    (folder / file.name).write_bytes(text.encode("utf-8"))
    if file.suffix == ".sh":
        (folder / file.name).chmod(0o755)


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    subprocess.run(command, check=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse and build."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--python", action="append", metavar="3.x", help="may be repeated")
    parser.add_argument("--platform", action="append", choices=PLATFORMS)
    given = parser.parse_args(arguments)
    pythons = given.python or ["{}.{}".format(*sys.version_info)]
    platforms = given.platform or list(PLATFORMS)
    shutil.rmtree(given.folder / "wheels", ignore_errors=True)
    build(given.folder, [Target(name, python) for name in platforms for python in pythons])
    print(f"{given.folder}: {len(list((given.folder / 'wheels').iterdir()))} wheels")


if __name__ == "__main__":
    main()
