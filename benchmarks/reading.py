"""`python benchmarks/reading.py [PDF]`: readers against the libraries they stand on, in one run.

Prints seconds, ratios and memory: a PDF (default: one of the fixtures) against pdfplumber and
pypdfium2, a docx with a table against python-docx, rows of a docx table, pages of a PDF, and .doc
files one after another. Each figure is the best of several runs; each ratio is of figures of the
same run.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time

import docx
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from docx.oxml.ns import qn

from reportlint.config import Config, Limits
from reportlint.engine import check_document
from reportlint.readers import read_bytes

ROOT = Path(__file__).resolve().parents[1]
SENTENCE = "全年预算1,234.56万元，支出1,200.05万元，预算执行率为97.20%，各项任务按计划完成。"


def best(work: Callable[[], object], runs: int = 5) -> float:
    """The shortest of several runs, in seconds of processor time, after one that is not counted."""
    work()
    times = []
    for _ in range(runs):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def with_pdfplumber(data: bytes) -> None:
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()


def with_pdfium(data: bytes) -> None:
    """Every character with its box, and the bounds of every path, through plain pypdfium2."""
    pdf = pdfium.PdfDocument(data)
    for page in pdf:
        text = page.get_textpage()
        text.get_text_range()
        for index in range(text.count_chars()):
            text.get_charbox(index)
        for shape in page.get_objects([raw.FPDF_PAGEOBJ_PATH]):
            shape.get_bounds()
        page.close()
    pdf.close()


def pdf_figures(path: Path) -> None:
    data, config = path.read_bytes(), Config()

    def reading() -> object:
        return read_bytes(data, path, config.limits)

    def checking() -> object:
        return check_document(read_bytes(data, path, config.limits), config)

    own, whole = best(reading), best(checking, 3)
    peer, floor = best(lambda: with_pdfplumber(data), 1), best(lambda: with_pdfium(data))
    print(f"{path.name}: reading {own:.3f} s, whole check {whole:.3f} s")
    print(f"  pdfplumber {peer:.3f} s: reading {own / peer:.3f}, whole check {whole / peer:.3f}")
    print(f"  pypdfium2 characters and paths {floor:.3f} s: reading {own / floor:.2f}")


def made_docx(rows: int, columns: int = 10, paragraphs: int = 60) -> bytes:
    """Prose and a table; rows are copied as XML, since adding them one by one is quadratic."""
    from copy import deepcopy

    document = docx.Document()
    for _ in range(paragraphs):
        document.add_paragraph(SENTENCE)
    table = document.add_table(1, columns)
    for n, cell in enumerate(table.rows[0].cells):
        cell.text = f"{n}00.50"
    first = table._tbl.find(qn("w:tr"))
    for _ in range(rows - 1):
        table._tbl.append(deepcopy(first))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def with_python_docx(data: bytes) -> int:
    document = docx.Document(BytesIO(data))
    count = sum(len(paragraph.text) for paragraph in document.paragraphs)
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return count + sum(len(cell.text) for cell in cells)


def docx_figures() -> None:
    data = made_docx(200)
    own = best(lambda: read_bytes(data, Path("a.docx"), Limits()))
    peer = best(lambda: with_python_docx(data), 3)
    print(f"docx, table of 200 x 10: {own:.3f} s, python-docx {peer:.3f} s: {own / peer:.3f}")
    for rows in (500, 1000, 2000, 5000):
        large = made_docx(rows)
        seconds = best(lambda large=large: read_bytes(large, Path("a.docx"), Limits()), 2)
        print(f"  {rows} rows: {seconds:.3f} s, {1e6 * seconds / rows:.0f} µs per row")


PAGES = """
import json, resource, sys
from pathlib import Path
from reportlint.config import Limits
from reportlint.readers import read_bytes
data = Path(sys.argv[1]).read_bytes()
document = read_bytes(data, Path("a.pdf"), Limits(max_pages=int(sys.argv[2]), seconds=600))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
peak *= 1 if sys.platform == "darwin" else 1024
status = Path("/proc/self/status")
if status.is_file():
    # What a process was forked from counts as its own maximum, but not in this one.
    [line] = [x for x in status.read_text().splitlines() if x.startswith("VmHWM")]
    peak = int(line.split()[1]) * 1024
print(json.dumps({"peak": peak}))
"""


def memory_figures(folder: Path) -> None:
    """Peak memory of a process that reads so many pages, and its growth per page after 100."""
    path = folder / "pages.pdf"
    path.write_bytes(made_pdf(1000))
    peaks = {}
    for pages in (100, 500, 1000):
        command = [sys.executable, "-c", PAGES, str(path), str(pages)]
        done = subprocess.run(command, capture_output=True, check=True)
        peaks[pages] = json.loads(done.stdout)["peak"]
        print(f"PDF, {pages} pages: peak {peaks[pages] / 1e6:.0f} MB")
    print(f"  growth per page after 100: {(peaks[1000] - peaks[100]) / 900 / 1e3:.0f} KB")


def made_pdf(pages: int) -> bytes:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), pageCompression=1)
    for page in range(pages):
        canvas.setFont("STSong-Light", 11)
        for line in range(18):
            canvas.drawString(60, 780 - 20 * line, f"{page}.{line} {SENTENCE}"[:44])
        for row in range(15):
            canvas.line(60, 400 - 20 * row, 500, 400 - 20 * row)
            for column in range(4):
                canvas.drawString(66 + 110 * column, 386 - 20 * row, f"{page}{row}{column}.50")
        for column in range(5):
            canvas.line(60 + 110 * column, 400, 60 + 110 * column, 120)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def main() -> None:
    from tempfile import TemporaryDirectory

    given = sys.argv[1] if len(sys.argv) > 1 else ""
    pdf_figures(Path(given) if given else next((ROOT / "fixtures" / "reports").glob("*.pdf")))
    docx_figures()
    with TemporaryDirectory() as folder:
        memory_figures(Path(folder))


if __name__ == "__main__":
    main()
