"""What an office machine without a network needs: nothing is forgotten for any target."""

from __future__ import annotations

import zipfile
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def bundle() -> ModuleType:
    spec = spec_from_file_location("bundle", ROOT / "tools" / "bundle.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    import sys

    sys.modules["bundle"] = module
    spec.loader.exec_module(module)
    return module


def wheel(folder: Path, name: str, *demands: str, tag: str = "py3-none-any") -> None:
    lines = ["Metadata-Version: 2.1", f"Name: {name}", "Version: 1.0"]
    lines += [f"Requires-Dist: {demand}" for demand in demands]
    with zipfile.ZipFile(folder / f"{name}-1.0-{tag}.whl", "w") as archive:
        archive.writestr(f"{name}-1.0.dist-info/METADATA", "\n".join(lines))


def lacking(bundle: ModuleType, folder: Path, platform: str, python: str = "3.12") -> set[str]:
    found = bundle.missing(bundle.wheels_in(folder), bundle.Target(platform, python))
    return {demand.name for demand in found}


def test_conditions_are_read_as_on_the_target(bundle: ModuleType, tmp_path: Path) -> None:
    wheel(tmp_path, "reportlint", "tool", 'extra_tool; extra == "ocr"')
    wheel(
        tmp_path,
        "tool",
        'colours; sys_platform == "win32"',
        'old; python_version < "3.12"',
        'arm; platform_machine == "aarch64"',
    )
    assert lacking(bundle, tmp_path, "windows") == {"colours"}
    assert lacking(bundle, tmp_path, "linux-x86_64") == set()
    assert lacking(bundle, tmp_path, "linux-aarch64", "3.11") == {"old", "arm"}


def test_a_wheel_of_another_platform_or_python_does_not_count(
    bundle: ModuleType, tmp_path: Path
) -> None:
    wheel(tmp_path, "reportlint", "fast")
    wheel(tmp_path, "fast", tag="cp312-cp312-manylinux_2_28_x86_64")
    assert lacking(bundle, tmp_path, "linux-x86_64") == set()
    assert lacking(bundle, tmp_path, "linux-x86_64", "3.13") == {"fast"}
    assert lacking(bundle, tmp_path, "linux-aarch64") == {"fast"}
    assert lacking(bundle, tmp_path, "windows") == {"fast"}


def test_extras_of_a_dependency_are_followed(bundle: ModuleType, tmp_path: Path) -> None:
    wheel(tmp_path, "reportlint", "server[fast]")
    wheel(tmp_path, "server", 'loop; extra == "fast"', 'slow; extra == "slow"')
    assert lacking(bundle, tmp_path, "windows") == {"loop"}


def test_scripts_of_windows_have_its_line_ends(bundle: ModuleType, tmp_path: Path) -> None:
    for file in bundle.OFFICE.iterdir():
        bundle._copy(file, tmp_path)
    for name in ("install.cmd", "reportlint-check.cmd"):
        text = (tmp_path / name).read_bytes()
        assert text.count(b"\n") == text.count(b"\r\n") > 5
    assert b"\r" not in (tmp_path / "install.sh").read_bytes()
    assert (tmp_path / "install.sh").stat().st_mode & 0o100


def test_the_hook_takes_reports_only() -> None:
    import re

    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    assert "entry: reportlint check\n" in hooks
    (pattern,) = re.findall(r"files: (.+)", hooks)
    assert re.search(pattern, "报告/甲局.DOCX")
    assert not re.search(pattern, "README.md")
