"""Files that cannot be read, or not wholly, end in one clear sentence."""

from __future__ import annotations

import pytest
from drawn import LEFT, TOP, Drawing, prose, read, texts
from reportlab.lib.pdfencrypt import StandardEncryption

from reportlint.readers.failure import UnreadableFile

SENTENCE = "项目资金已全部到位并按计划支付。"


def notice_of(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(data)
    assert caught.value.notice.code == "DOC001"
    assert caught.value.notice.advice.zh
    return caught.value.notice.message.zh


def outcome(data: bytes) -> str:
    try:
        read(data)
    except UnreadableFile as error:
        return error.notice.code
    return "document"


def test_a_password_is_named() -> None:
    d = Drawing(encrypt=StandardEncryption("geheim", "besitzer", canPrint=0))
    d.text(LEFT, TOP, SENTENCE)
    assert "密码" in notice_of(d.data())


def test_an_owner_password_alone_does_not_hinder() -> None:
    d = Drawing(encrypt=StandardEncryption("", "besitzer", canPrint=0))
    d.text(LEFT, TOP, SENTENCE)
    assert texts(read(d.data())) == [SENTENCE]


@pytest.mark.parametrize("data", [b"", b" \n", b"%PDF-1.7\n", b"%PDF-1.4\n%garbage" * 40])
def test_empty_and_broken_files(data: bytes) -> None:
    assert notice_of(data)


def test_any_cut_ends_in_a_document_or_a_notice() -> None:
    whole = prose([SENTENCE * 12] * 12)
    for part in range(1, 20):
        data = whole[: len(whole) * part // 20]
        assert outcome(data) in ("document", "DOC001")


def test_a_page_of_pictures_is_named() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    d = Drawing()
    d.text(LEFT, TOP, SENTENCE)
    d.next_page()
    d.canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "gray")), 50, 50, 400, 600)
    document = read(d.data())
    assert [(n.code, n.page) for n in document.notices] == [("DOC002", 2)]
    assert "第 2 页" in document.notices[0].message.zh


def test_limits_leave_a_notice() -> None:
    data = prose([SENTENCE * 12] * 40)
    total = read(data).pages or 0
    assert total > 2
    pages = read(data, max_pages=1)
    assert [n.code for n in pages.notices] == ["DOC005"]
    assert "max_pages" in pages.notices[0].advice.en
    assert max(b.source.locate(0, 1).page or 0 for b in pages.blocks) == 1
    few = read(data, max_characters=100)
    assert [n.code for n in few.notices] == ["DOC005"]
    late = read(data, seconds=-1.0)
    assert not late.blocks
    assert [n.code for n in late.notices][-1] == "DOC005"
