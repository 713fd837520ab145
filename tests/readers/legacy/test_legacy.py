import http.server
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest

from reportlint.config import Limits
from reportlint.document import Document
from reportlint.readers import UnreadableFile, read_bytes
from reportlint.readers.legacy import office
from reportlint.readers.legacy.office import close_office

INSTALLED = shutil.which("soffice") or shutil.which("libreoffice")
libreoffice = pytest.mark.skipif(
    not INSTALLED, reason="needs libreoffice: neither soffice nor libreoffice is on PATH"
)
WORDS = "".join(f"\\u{ord(c)}?" for c in "全年执行率为99.35%。")
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
ROW = r"{\trowd\cellx2000\cellx4000 A\cell 12.50\cell\row}"
RTF = rf"{{\rtf1\ansi\uc1 {WORDS}\par {ROW}}}".encode()
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def opened(data: bytes, limits: Limits | None = None) -> Document:
    return read_bytes(data, Path("报告.doc"), limits or Limits())


def word_97(folder: Path) -> bytes:
    """A .doc made by LibreOffice itself."""
    source = folder / "a.docx"
    made = docx.Document()
    made.add_heading("一、概况", 1)
    made.add_paragraph("全年支出12.50万元。")
    table = made.add_table(2, 2)
    for cell, text in zip(table._cells, ["项目", "金额", "甲", "3.20"], strict=True):
        cell.text = text
    made.add_paragraph("完。")
    made.save(str(source))
    profile = (folder / "profile").as_uri()
    command = [str(INSTALLED), f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", "doc", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "a.doc").read_bytes()


def open_text(address: str) -> bytes:
    """An ODT with a picture that lies elsewhere; LibreOffice would fetch it if it were let."""
    kinds = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{kind}:1.0"'
        for prefix, kind in kinds.items()
    )
    image = f'<draw:image xlink:href="{address}" xlink:type="simple" xlink:actuate="onLoad"/>'
    frame = f'<draw:frame svg:width="2cm" svg:height="2cm">{image}</draw:frame>'
    content = (
        f'<office:document-content {names} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:body><office:text><text:p>A{frame}</text:p></office:text></office:body>"
        "</office:document-content>"
    )
    entry = '<m:file-entry m:full-path="{}" m:media-type="{}"/>'
    entries = entry.format("/", OPEN_TEXT) + entry.format("content.xml", "text/xml")
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f'<m:manifest xmlns:m="{space}">{entries}</m:manifest>'
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", OPEN_TEXT)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return stream.getvalue()


@libreoffice
def test_rich_text() -> None:
    document = opened(RTF)
    assert document.format == "rtf"
    assert [p.text for _, p in document.paragraphs()] == ["全年执行率为99.35%。"]
    [(_, table)] = document.tables()
    assert [cell.text for cell in table.rows[0]] == ["A", "12.50"]


@libreoffice
def test_word_97_whatever_it_is_called(tmp_path: Path) -> None:
    document = read_bytes(word_97(tmp_path), Path("报告.wps"), Limits())
    assert document.format == "doc"
    assert [p.text for _, p in document.paragraphs()] == ["一、概况", "全年支出12.50万元。", "完。"]
    assert [[c.text for c in row] for _, t in document.tables() for row in t.rows] == [
        ["项目", "金额"],
        ["甲", "3.20"],
    ]


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where temporary files go, for a LibreOffice that no other test has used."""
    close_office()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    yield tmp_path
    close_office()


@libreoffice
def test_nothing_is_left_behind(own_folder: Path) -> None:
    opened(RTF)
    [kept] = own_folder.iterdir()
    assert not list(kept.rglob("report*"))
    if sys.platform != "win32":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    close_office()
    assert os.listdir(own_folder) == []


@libreoffice
def test_one_program_converts_file_after_file(own_folder: Path) -> None:
    opened(RTF)
    [first] = office._RUNNING
    opened(word_97(own_folder))
    opened(RTF)
    [last] = office._RUNNING
    assert last is first
    assert first.converted == 3


@libreoffice
def test_a_program_that_ended_is_no_loss(own_folder: Path) -> None:
    opened(RTF)
    [running] = office._RUNNING
    assert running._keeper.stdin is not None
    running._keeper.stdin.close()
    running._keeper.wait()
    document = opened(RTF)
    assert document.format == "rtf"


@libreoffice
def test_a_file_that_cannot_be_converted_costs_no_other(own_folder: Path) -> None:
    with pytest.raises(UnreadableFile):
        opened(LOCKED + "WordDocument\0".encode("utf-16-le") + bytes(900))
    assert opened(RTF).format == "rtf"


def test_when_its_starter_ends_so_does_everything(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    keeper_py = str(Path(office.__file__).with_name("keeper.py"))
    forever = [sys.executable, "-c", "while True: pass"]
    command = [sys.executable, keeper_py, str(folder), *forever]
    keeper = subprocess.Popen(command, stdin=subprocess.PIPE)
    assert keeper.stdin is not None
    keeper.stdin.close()
    assert keeper.wait(60) == 0
    assert not folder.exists()


@libreoffice
def test_damage_is_said() -> None:
    with pytest.raises(UnreadableFile) as raised:
        opened(LOCKED + "WordDocument\0".encode("utf-16-le") + bytes(900))
    assert raised.value.notice.code == "DOC001"


@libreoffice
def test_links_are_not_followed() -> None:
    asked: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    with http.server.HTTPServer(("127.0.0.1", 0), Listener) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}/x.png"
        try:
            document = opened(open_text(address))
        finally:
            server.shutdown()
            thread.join()
    assert document.format == "odt"
    assert asked == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs shell: the stand-in is a script")
def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 600 &\nwait\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(UnreadableFile, match=r"0\.3 seconds"):
        opened(RTF, Limits(seconds=0.3))


@pytest.mark.parametrize("data", [RTF, LOCKED + "WordDocument\0".encode("utf-16-le")])
def test_without_libreoffice_it_says_what_to_install(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile) as raised:
        opened(data)
    assert "LibreOffice" in raised.value.notice.message.zh
    assert "LibreOffice" in raised.value.notice.advice.en


def test_a_password_is_named() -> None:
    header = b"\xec\xa5" + bytes(9) + b"\x01" + bytes(500)
    with pytest.raises(UnreadableFile, match="password"):
        opened(LOCKED + header + "WordDocument\0".encode("utf-16-le"))


def test_the_copy_that_is_made_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = BytesIO()
    docx.Document().save(stream)
    monkeypatch.setattr("reportlint.readers.legacy.as_docx", lambda *_: stream.getvalue()[:700])
    with pytest.raises(UnreadableFile, match="damaged"):
        opened(RTF)
