import hashlib
import json
import os
import random
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from mutations import mutated

from reportlint import check
from reportlint.cli import main
from reportlint.cli.paths import gather
from reportlint.config import Limits
from reportlint.engine import expand
from reportlint.readers import UnreadableFile, read
from reportlint.readers.foreign import FOREIGN
from reportlint.result import Status

COUNT = int(os.environ.get("REPORTLINT_MUTATIONS", "60"))
GOOD = "一、概况\n\n全年预算200.00万元，支出100.00万元，预算执行率为50.00%。\n"
WRONG = GOOD.replace("50.00%", "55.00%")


def packed(members: Mapping[str, str | bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def typed_in_gbk(members: Mapping[str, str]) -> bytes:
    """A zip whose names are GBK and not marked as anything: what Chinese systems write."""
    plain = packed({f"{n:08}.txt": content for n, content in enumerate(members.values())})
    for n, name in enumerate(members):
        written = name.encode("gb18030")
        assert len(written) == 12
        plain = plain.replace(f"{n:08}.txt".encode(), written)
    return plain


@pytest.fixture
def submission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    members: dict[str, str | bytes] = {
        "某局/乙.txt": WRONG,
        "某局/甲.md": GOOD,
        "某局/~$甲.docx": "x",
        "__MACOSX/某局/._甲.md": "x",
        ".隐藏/丙.txt": GOOD,
        "目录.json": "{}",
        "更多.zip": packed({"丁.txt": GOOD}),
    }
    path = tmp_path / "报送.zip"
    path.write_bytes(packed(members))
    return path


def test_one_result_for_each_report(submission: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "报送.zip", "--isolated", "--output", "json"]) == 1
    captured = capsys.readouterr()
    found = {d["path"]: d for d in json.loads(captured.out)["documents"]}
    assert list(found) == ["报送.zip!/更多.zip", "报送.zip!/某局/乙.txt", "报送.zip!/某局/甲.md"]
    codes = {path: [flag["code"] for flag in d["flags"]] for path, d in found.items()}
    assert "NUM103" in codes["报送.zip!/某局/乙.txt"]
    assert codes["报送.zip!/更多.zip"] == ["DOC001"]
    assert "NUM103" not in codes["报送.zip!/某局/甲.md"]
    digest = found["报送.zip!/某局/乙.txt"]["sha256"]
    assert digest == hashlib.sha256(WRONG.encode()).hexdigest()
    assert "3" in captured.err


def test_a_member_can_be_named(submission: Path) -> None:
    assert read(Path("报送.zip!/某局/甲.md")).path == "报送.zip!/某局/甲.md"
    assert gather(["报送.zip!/某局/甲.md", "报送.zip"]).files[0] == "报送.zip!/某局/甲.md"
    assert len(gather(["报送.zip!/某局/甲.md", "."]).files) == 3
    assert gather(["报送.zip!/某局/无.md"]).problems
    result = check("报送.zip!/某局/无.md")
    assert result.status is Status.UNREADABLE
    assert "没有这个文件" in result.flags[0].message.zh


def test_what_an_archive_stands_for(submission: Path) -> None:
    assert expand("报送.zip")[1:] == ("报送.zip!/某局/乙.txt", "报送.zip!/某局/甲.md")
    assert expand("别的.txt") == ("别的.txt",)
    with pytest.raises(UnreadableFile) as raised:
        read(submission)
    assert raised.value.notice.message == FOREIGN["several"].message


def test_an_archive_in_an_archive_is_not_opened(submission: Path) -> None:
    result = check("报送.zip!/更多.zip")
    assert result.flags[0].message == FOREIGN["nested-zip"].message
    assert result.sha256 is not None


def test_an_archive_without_reports_is_not_silent(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"图.jpg": "x"}))
    assert gather([str(path)]).files == (path.as_posix(),)
    assert check(path).flags[0].message == FOREIGN["zip"].message


def test_names_in_gbk(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(typed_in_gbk({"自评报告.txt": GOOD, "绩效评价.txt": GOOD}))
    shown = f"{path.as_posix()}!/"
    assert gather([str(path)]).files == (f"{shown}绩效评价.txt", f"{shown}自评报告.txt")
    assert read(Path(f"{path}!/自评报告.txt")).blocks


def test_names_with_backslashes_and_steps(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"甲\\乙.txt": GOOD, "./丙.txt": GOOD, "../丁.txt": GOOD}))
    files = gather([str(path)]).files
    assert [file.partition("!/")[2] for file in files] == ["../丁.txt", "丙.txt", "甲/乙.txt"]
    assert all(check(file).status is Status.CHECKED for file in files)


def test_an_office_file_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(packed({"word/document.xml": "<x/>"}))
    assert gather([str(path)]).files == (path.as_posix(),)


@pytest.mark.parametrize(
    ("limits", "word"),
    [
        (Limits(max_members=2), "max_members"),
        (Limits(max_expanded_bytes=10), "max_expanded_bytes"),
        (Limits(max_part_bytes=10), "max_part_bytes"),
    ],
)
def test_limits_of_the_archive(submission: Path, limits: Limits, word: str) -> None:
    assert gather(["报送.zip"], limits).files == ("报送.zip",)
    for path in ("报送.zip!/某局/甲.md", "报送.zip"):
        with pytest.raises(UnreadableFile) as raised:
            read(Path(path), limits=limits)
        assert word in raised.value.notice.advice.zh


def test_a_member_may_be_too_large_alone(submission: Path) -> None:
    with pytest.raises(UnreadableFile, match="limit"):
        read(Path("报送.zip!/某局/甲.md"), limits=Limits(max_bytes=20))


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(packed({"a.txt": b"0" * 12_000_000}))
    assert gather([str(path)]).files == (path.as_posix(),)
    with pytest.raises(UnreadableFile, match="ratio"):
        read(Path(f"{path}!/a.txt"))


@pytest.mark.parametrize("cut", [10, 200, 700])
def test_a_broken_archive_is_one_unreadable_file(submission: Path, cut: int) -> None:
    submission.write_bytes(submission.read_bytes()[:cut])
    assert gather(["报送.zip"]).files == ("报送.zip",)
    assert check("报送.zip").status is Status.UNREADABLE


def test_damaged_archives_never_raise(submission: Path) -> None:
    sample = submission.read_bytes()
    for seed in range(COUNT):
        submission.write_bytes(mutated(sample, random.Random(seed)))
        files = gather(["报送.zip"]).files
        assert files, seed
        for file in files:
            try:
                assert read(Path(file)).blocks
            except UnreadableFile as error:
                reason = error.notice.message.zh
                assert_no_exception_in(reason)


def assert_no_exception_in(reason: str) -> None:
    assert reason
    assert "Error" not in reason


def test_a_member_with_a_password(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": GOOD}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "a.zip"
    path.write_bytes(bytes(data))
    assert check(path).flags[0].message == FOREIGN["locked-zip"].message
    assert check(f"{path}!/a.txt").flags[0].message == FOREIGN["locked-zip"].message


def test_an_output_never_overwrites_the_archive(submission: Path) -> None:
    before = submission.read_bytes()
    assert main(["check", "报送.zip", "--isolated", "--output", "json=报送.zip"]) == 2
    assert submission.read_bytes() == before
    assert os.listdir(submission.parent) == ["报送.zip"]
