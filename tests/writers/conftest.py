from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Convert = Callable[[Path, str], Path]


@pytest.fixture
def convert(tmp_path: Path) -> Convert:
    """Have LibreOffice write a file in another format beside it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        pytest.skip("needs libreoffice: neither soffice nor libreoffice is on PATH")
    calc = Path(program).resolve().with_name("libsclo.so")

    def run(path: Path, to: str) -> Path:
        if path.suffix == ".xlsx" and not calc.exists():
            pytest.skip("needs calc: LibreOffice was installed without it")
        profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", to]
        command += ["--outdir", str(path.parent), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return path.with_suffix(f".{to.partition(':')[0]}")

    return run
