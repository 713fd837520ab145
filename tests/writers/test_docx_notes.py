"""annotate, docx: comments on the exact characters, nothing else changed, and back again."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import annotated_cases as cases
import docx
import pdfplumber
import pytest
from annotated_cases import (
    CONSTRUCTIONS,
    blocks,
    characters,
    cleaned,
    covered,
    flag,
    member,
    noted,
    of_xml,
    on,
    p,
    plain,
    r,
    read,
    saved,
    spoken,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from noted_pdfs import notes

from reportlint.document import Layer
from reportlint.readers.failure import UnreadableFile
from reportlint.result import Text

HIDDEN = "\u200b\u00ad"


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_a_comment_on_the_exact_characters(name: str) -> None:
    data = of_xml(CONSTRUCTIONS[name])
    copy = noted(data, flag(read(data), "97.59%"))
    (words,) = covered(copy)
    assert words.translate(dict.fromkeys(map(ord, HIDDEN))) == "97.59%"
    assert blocks(copy) == blocks(data)
    assert characters(copy) == characters(data)


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_twice_is_once_and_removed_is_gone(name: str) -> None:
    data = of_xml(CONSTRUCTIONS[name], p(r("另一处XX。")))
    flags = [flag(read(data), words) for words in ("97.59%", "XX", "9")]
    once = noted(data, *flags)
    again = noted(once, *flags)
    assert len(covered(once)) == 3
    assert covered(again) == covered(once)
    assert spoken(again) == spoken(once)
    gone = cleaned(again)
    assert covered(gone) == []
    assert spoken(gone) == []
    assert characters(gone) == characters(data)
    assert blocks(gone) == blocks(data)
    assert read(gone).notices == read(data).notices == read(again).notices


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_span_of_any_paragraph(data: st.DataObject) -> None:
    apart = {"zero width", "tabs and breaks", "table", "text box"}
    names = [name for name in CONSTRUCTIONS if name not in apart]
    chosen = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=4))
    file = of_xml(*(CONSTRUCTIONS[name] for name in chosen))
    document = read(file)
    flags = []
    for number, block in enumerate(document.blocks):
        text = getattr(block, "text", "")
        start = data.draw(st.integers(0, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        flags.append(on(document, number, start, end, None))
    copy = noted(file, *flags)
    assert covered(copy) == [f.anchor.quote for f in flags]
    assert characters(copy) == characters(file)
    assert blocks(cleaned(copy)) == blocks(file)


def test_what_a_comment_says() -> None:
    data = plain("预算执行率为97.59%。")
    (lines,) = spoken(noted(data, flag(read(data), "97.59%")))
    assert lines == ["reportlint · 错误 NUM103 rate-mismatch", "关于97.59%"]


def test_words_over_two_paragraphs_of_a_cell() -> None:
    data = of_xml(CONSTRUCTIONS["table"])
    document = read(data)
    assert covered(noted(data, on(document, 0, 0, 6, (0, 1)))) == ["为97.5"]


def test_automatic_numbers_are_not_in_the_text_and_do_not_shift_it() -> None:
    document = docx.Document()
    document.add_paragraph("第一项97%。", style="List Number")
    document.add_paragraph("第二项98%。", style="List Number")
    data = saved(document)
    found = read(data)
    assert found.blocks[1].text.startswith("2.")  # type: ignore[union-attr]
    assert covered(noted(data, flag(found, "98%"))) == ["98%"]


def test_an_empty_cell_and_an_empty_paragraph_take_a_comment() -> None:
    data = of_xml(CONSTRUCTIONS["table"].replace("98%", ""))
    copy = noted(data, on(read(data), 0, 0, 0, (1, 1)))
    assert covered(copy) == [""]
    assert blocks(copy) == blocks(data)


def test_headers_and_the_file_as_a_whole_go_to_the_first_paragraph() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "某局2023年度报告"
    document.add_paragraph("")
    document.add_paragraph("正文第一段。")
    data = saved(document)
    found = read(data)
    copy = noted(data, flag(found, "2023", layer=Layer.HEADER), on(found, None, 0, 0, None))
    assert covered(copy) == ["正文第一段。"] * 2
    assert "原文：2023" in spoken(copy)[0]
    assert member(copy, "word/header1.xml") == member(data, "word/header1.xml")


def test_a_note_is_commented_where_it_is_called() -> None:
    data = with_footnote("正文甲。", "正文乙。", "注中的XX。")
    copy = noted(data, flag(read(data), "XX", layer=Layer.NOTE))
    assert covered(copy) == ["正文乙。"]


def with_footnote(first: str, second: str, note: str) -> bytes:
    """A document whose second paragraph calls a footnote."""
    data = of_xml(p(r(first)), p(r(second), '<w:r><w:footnoteReference w:id="2"/></w:r>'))
    declared = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    notes = f'<w:footnotes {declared}><w:footnote w:id="2">{p(r(note))}</w:footnote></w:footnotes>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="rIdF" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", relation.encode())
            new.writestr(name, content)
        new.writestr("word/footnotes.xml", notes)
    return buffer.getvalue()


def test_comments_of_others_stay() -> None:
    document = docx.Document()
    run = document.add_paragraph("执行率为").add_run("97.59%")
    document.add_comment(run, "请核对", "李四")
    data = saved(document)
    copy = noted(data, flag(read(data), "97.59%"))
    assert covered(copy) == ["97.59%", "97.59%"]
    assert spoken(copy)[0] == ["请核对"]
    assert spoken(cleaned(copy)) == [["请核对"]]
    assert covered(cleaned(copy)) == ["97.59%"]


def test_a_relation_to_comments_that_are_lost_does_no_harm() -> None:
    data = plain("预算执行率为97.59%。")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    relation = f'<Relationship Id="rIdL" Type="{kind}" Target="lost.xml"/></Relationships>'
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/_rels/document.xml.rels":
                content = content.replace(b"</Relationships>", relation.encode())
            new.writestr(name, content)
    lost = buffer.getvalue()
    once = noted(lost, flag(read(lost), "97.59%"))
    assert covered(noted(once, flag(read(once), "97.59%"))) == ["97.59%"]


def test_a_reply_to_one_of_our_comments_outlives_it() -> None:
    data = plain("预算执行率为97.59%。")
    copy = replied(noted(data, flag(read(data), "97.59%")))
    gone = cleaned(copy)
    assert spoken(gone) == [["reportlint: 忽略 NUM103 已核对"]]
    extended = member(gone, "word/commentsExtended.xml")
    assert b"AAAA0001" not in extended
    assert b"AAAA0002" in extended
    assert read(gone).remarks[0].on


def replied(data: bytes) -> bytes:
    """The file as Word saves it after somebody answered the comment."""
    w14, w15 = (
        f"http://schemas.microsoft.com/office/word/{year}/wordml" for year in ("2010", "2012")
    )
    reply = (
        f'<w:comment w:id="9" w:author="张三"><w:p xmlns:w14="{w14}" w14:paraId="AAAA0002">'
        "<w:r><w:t>reportlint: 忽略 NUM103 已核对</w:t></w:r></w:p></w:comment></w:comments>"
    )
    threads = (
        f'<w15:commentsEx xmlns:w15="{w15}"><w15:commentEx w15:paraId="AAAA0001"/>'
        '<w15:commentEx w15:paraId="AAAA0002" w15:paraIdParent="AAAA0001"/></w15:commentsEx>'
    )
    kind = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    relation = f'<Relationship Id="rIdX" Type="{kind}" Target="commentsExtended.xml"/>'
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/comments.xml":
                text = text.replace(b"</w:comments>", reply.encode())
                mark = f'<w:p xmlns:w14="{w14}" w14:paraId="AAAA0001">'.encode()
                text = text.replace(b"<w:p>", mark, 1)
            elif name == "word/_rels/document.xml.rels":
                text = text.replace(b"</Relationships>", f"{relation}</Relationships>".encode())
            elif name == "word/document.xml":
                text = text.replace(
                    b'<w:commentRangeStart w:id="0"/>',
                    b'<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="9"/>',
                ).replace(
                    b'<w:commentRangeEnd w:id="0"/>',
                    b'<w:commentRangeEnd w:id="0"/><w:commentRangeEnd w:id="9"/>'
                    b'<w:r><w:commentReference w:id="9"/></w:r>',
                )
            new.writestr(name, text)
        new.writestr("word/commentsExtended.xml", threads)
    return buffer.getvalue()


def test_other_parts_are_copied_byte_for_byte() -> None:
    document = docx.Document()
    document.add_paragraph("执行率为97.59%。")
    data = saved(document)
    copy = noted(data, flag(read(data), "97.59%"))
    changed = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in set(archive.namelist()) - changed:
            assert member(copy, name) == archive.read(name)


def test_a_strict_document_stays_strict() -> None:
    data = plain("执行率为97.59%。")
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(transitional, strict))
    copy = noted(buffer.getvalue(), flag(read(buffer.getvalue()), "97.59%"))
    for name in ("word/document.xml", "word/comments.xml"):
        assert transitional not in member(copy, name)
    assert blocks(copy)[0] == "执行率为97.59%。"


def test_words_that_xml_does_not_allow_are_spelled_out() -> None:
    data = plain("执行率为97.59%。")
    hostile = flag(read(data), "97.59%")
    message = hostile.message._replace(zh="含\x00\x1b[2J\ufffe\ud800<w:t>&")
    (lines,) = spoken(noted(data, cases.Flag(hostile.anchor, message, code="NUM103", name="x")))
    assert lines[1] == "含<0000><001B>[2J<FFFE><D800><w:t>&"


def test_a_file_that_is_no_docx_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        cleaned(b"PK\x03\x04rubbish")


def test_libreoffice_prints_the_comments(
    tmp_path: Path, convert: Callable[[Path, str], Path]
) -> None:
    # LibreOffice computes fields anew, and drops what stands on their results.
    shown = [xml for name, xml in CONSTRUCTIONS.items() if name != "field"]
    data = of_xml(*shown)
    document = read(data)
    flags = [flag(document, "97.59%", nth=number) for number in range(len(shown))]
    told = [replace(f, message=Text(f"第<{n}>处", "")) for n, f in enumerate(flags)]
    (tmp_path / "a.docx").write_bytes(noted(data, *told))
    options = '{"ExportNotes":{"type":"boolean","value":"true"}}'
    printed = convert(tmp_path / "a.docx", f"pdf:writer_pdf_Export:{options}")
    said = "".join(note.text for note in notes(printed.read_bytes()))
    assert [number for number in range(len(told)) if f"第<{number}>处" not in said] == []
    with pdfplumber.open(printed) as pdf:
        assert "预算执行率为97.59%" in "".join(page.extract_text() for page in pdf.pages)
