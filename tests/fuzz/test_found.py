"""What fuzzing found, made anew: each once ended in an exception that nobody had foreseen."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO

import pytest
import small_docx
from fuzz_targets import outcome
from zip_damage import CENTRAL, unpacked

from reportlint.readers import Reason


def lzma_member_damaged() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in unpacked(small_docx.everything()).items():
            archive.writestr(name, content)
    data = bytearray(stream.getvalue())
    for name in (b"word/document.xml", b"word/styles.xml"):
        start = data.find(name) + len(name)
        data[start : start + 12] = b"\xff" * 12
    return bytes(data)


def member_without_a_name() -> bytes:
    """Its name is empty, and what was its name is taken for further data."""
    data = bytearray(small_docx.everything())
    at = data.find(CENTRAL)
    length = struct.unpack_from("<H", data, at + 28)[0]
    struct.pack_into("<HH", data, at + 28, 0, length)
    return bytes(data)


@pytest.mark.parametrize("found", [lzma_member_damaged, member_without_a_name])
def test_it_is_damage_and_said_so(found: object) -> None:
    assert callable(found)
    assert outcome(found(), "docx") is Reason.DAMAGED
