from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.cli.paths import gather, start_folder


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    names = ["b/2.docx", "b/1.PDF", "b/c/3.txt", "a.txt", "x[1].md", "b/~$2.docx", "b/.h/4.txt"]
    for name in (*names, "b/n.json", "only/n.json", "b/.5.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    return tmp_path


def test_a_folder_is_walked_in_sorted_order(tree: Path) -> None:
    found = gather(["b"])
    assert found.files == ("b/1.PDF", "b/2.docx", "b/c/3.txt")
    assert found.skipped == 3
    assert found.problems == ()


@pytest.mark.parametrize(
    ("given", "shown"),
    [("./b/c", "./b/c/3.txt"), ("b/c/", "b/c/3.txt"), ("b/../b/c", "b/../b/c/3.txt")],
)
def test_paths_are_shown_as_given(tree: Path, given: str, shown: str) -> None:
    assert gather([given]).files[0] == shown


def test_a_named_file_is_always_taken(tree: Path) -> None:
    assert gather(["b/n.json", "b/~$2.docx"]).files == ("b/n.json", "b/~$2.docx")


def test_one_reached_twice_is_taken_once(tree: Path) -> None:
    os.symlink(tree / "a.txt", tree / "link.txt")
    assert gather(["./a.txt", "a.txt", str(tree / "a.txt"), "link.txt", "."]).files[:2] == (
        "./a.txt",
        "./b/1.PDF",
    )


def test_globs(tree: Path) -> None:
    assert gather(["b/*.docx"]).files == ("b/2.docx",)
    assert gather(["**/*.txt"]).files == ("a.txt", "b/c/3.txt")
    assert gather(["b/*"]).files == ("b/1.PDF", "b/2.docx", "b/c/3.txt")


def test_a_name_with_brackets_is_a_name(tree: Path) -> None:
    assert gather(["x[1].md"]).files == ("x[1].md",)


@pytest.mark.parametrize("path", ["none.docx", "none/", "no*.docx", "only", "", "a\0b"])
def test_what_yields_nothing_is_a_problem(tree: Path, path: str) -> None:
    found = gather(["a.txt", path])
    assert found.files == ("a.txt",)
    assert len(found.problems) == 1
    assert found.problems[0].zh.startswith(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs user: no permissions here")
def test_a_folder_that_cannot_be_opened(tree: Path) -> None:
    (tree / "b" / "c").chmod(0)
    found = gather(["b"])
    (tree / "b" / "c").chmod(0o700)
    assert len(found.problems) == 1
    assert len(found.files) == 2


def test_where_the_configuration_is_looked_for(tree: Path) -> None:
    assert start_folder(["b/1.PDF"]) == Path("b")
    assert start_folder(["b"]) == Path("b")
    assert start_folder(["b/*.pdf"]) == Path("b")
    assert start_folder(["none/none/x", "b"]) == Path()
    assert start_folder([]) == Path()
