import os
import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from reportlint.config import Limits
from reportlint.readers import UnreadableFile, read, read_bytes
from reportlint.readers.detection import Format, detect
from reportlint.readers.foreign import FOREIGN

FLAT = b'<?mso-application progid="Word.Document"?>'
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def ole(*streams: str) -> bytes:
    return OLE + b"".join((name + "\0").encode("utf-16-le") for name in streams)


def packed(**members: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


def locked() -> bytes:
    data = bytearray(packed(a="b"))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\n1 0 obj", Format.PDF),
        (b"junk before\n%PDF-1.4\n", Format.PDF),
        ("一、概况\n".encode(), Format.TEXT),
        ("一、概况\n".encode("gb18030"), Format.TEXT),
        ("提交 PDF 文件（%PDF 格式）\n".encode(), Format.TEXT),
        (b"BM is not always a bitmap", Format.TEXT),
        ("<指标> 见附表".encode(), Format.TEXT),
        (packed(**{"xl/workbook.xml": "<x/>"}), Format.XLSX),
        (packed(**{"xl/workbook.bin": "x"}), Format.XLS),
        (b"<!DOCTYPE html><html><body>x</body></html>", Format.HTML),
        (b"\xef\xbb\xbf<html>x</html>", Format.HTML),
        (b"\n<!-- saved --><HTML><head></head></HTML>", Format.HTML),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", Format.MHT),
        (ole("Workbook"), Format.XLS),
        (packed(**{"OFD.xml": "<x/>"}), Format.OFD),
        (ole("WordDocument", "1Table"), Format.DOC),
        (b"{\\rtf1\\ansi", Format.RTF),
        (packed(**{"content.xml": "<x/>", "mimetype": OPEN_TEXT}), Format.ODT),
        (b"<?xml version='1.0'?>" + FLAT + b"<w:x/>", Format.WORD_XML),
        (packed(**{"甲/报告.docx": "x"}), Format.ZIP),
    ],
)
def test_formats_that_are_read(data: bytes, found: Format) -> None:
    assert detect(data) is found


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\0" * 100, "empty"),
        (ole("EncryptionInfo", "EncryptedPackage"), "encrypted"),
        (ole("PowerPoint Document"), "ppt"),
        (ole("Something"), "ole"),
        (b"Rar!\x1a\x07\x01\x00", "rar"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "7z"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image"),
        (b"\xff\xd8\xff\xe0\0", "image"),
        (packed(**{"ppt/presentation.xml": "<x/>"}), "ppt"),
        (packed(**{"content.xml": "<x/>", "mimetype": "x"}), "odf"),
        (packed(**{"[Content_Types].xml": MACROS, "word/document.xml": "<x/>"}), "docm"),
        (locked(), "locked-zip"),
    ],
)
def test_formats_that_are_named_and_refused(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        detect(data)
    notice = raised.value.notice
    assert (notice.message, notice.advice, raised.value.reason) == FOREIGN[kind]
    assert notice.code == "DOC001"
    assert "\n" not in notice.message.zh + notice.message.en


def test_word_files_are_told_by_their_content_types() -> None:
    data = packed(**{"[Content_Types].xml": WORD, "word/document2.xml": "<x/>"})
    assert detect(data) is Format.DOCX


def test_names_are_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "报告.docx"
    path.write_text("预算执行率为99.35%。", encoding="gb18030")
    assert read(path, shown_as="a.zip!/报告.docx").path == "a.zip!/报告.docx"
    assert read(path).format == "text"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x7fELF\x02\x01\x01" + bytes(range(1, 200)) * 9,
        random.Random(7).randbytes(4000),
    ],
)
def test_rubbish_is_not_text(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read_bytes(data, Path("报告.txt"), Limits())
    assert raised.value.notice.message == FOREIGN["binary"].message


def test_what_the_file_system_refuses(tmp_path: Path) -> None:
    for path, word in ((tmp_path, "文件夹"), (tmp_path / "没有.docx", "找不到")):
        with pytest.raises(UnreadableFile) as raised:
            read(path)
        assert word in raised.value.notice.message.zh
    with pytest.raises(UnreadableFile):
        read(Path("a\0b"))
    big = tmp_path / "big.txt"
    big.write_bytes(b"x" * 100)
    with pytest.raises(UnreadableFile, match="limit"):
        read(big, limits=Limits(max_bytes=10))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="permission"):
        read(path)


def test_a_reader_that_fails_takes_down_only_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("nobody thought of it")

    monkeypatch.setattr("reportlint.readers._reader_of", lambda _: broken)
    with pytest.raises(UnreadableFile, match="KeyError"):
        read_bytes("文".encode(), Path("a.txt"), Limits())
