"""Small text files, web pages and web archives."""

from __future__ import annotations

PROSE = """某局2023年度部门整体绩效自评报告

一、概况
（一）收支情况。全年预算1,200.50万元，实际支出1,150.00万元，预算执行率95.79%，
比上年增长3.5个百分点。其中：基本支出800.00万元，占69.57%。

| 项目 | 预算数 | 决算数 |
|---|---:|---:|
| 道路维修 | 100.00 | 99.50 |
| 合计 | 1,200.50 | 1,150.00 |

二、存在的问题
1.无。
— 3 —
"""
ALIGNED = """单位：万元
项目            预算数      决算数
道路维修        100.00      99.50
管网改造      1,200.50   1,150.00
合计          1,300.50   1,249.50
注：数据来自财务系统，满意度为九成五，
共完成一百二十三次。
"""
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>决算</title></head><body>
<div class="nav"><ul><li><a href="/">首页</a><li><a href="/x">公开</a></ul></div><h1>决算公开</h1>
<p>全年支出12.50万元，<br>增长3.5%。<span style="display:none">藏</span></p><table><caption>表1
<tr><td rowspan="2">项目<td colspan="2">金额<tr><td>1.00<td>2.00</table><table><tr><td><table>
<tr><td>x<td>y</table></table><pre>a
 b</pre><ol><li>一<li>二</ol>&nbsp;&#21313;&bogus;<!-- c -->
<script>var a = "<p>";</script></body>"""


def page() -> bytes:
    """A disclosure page with a menu, tables and what browsers forgive."""
    return PAGE.encode()


def web_archive() -> bytes:
    """The page in a web archive."""
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
    part = "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    return f"{head}{part}{PAGE}\n--b--\n".encode()


def prose() -> bytes:
    """Headings, prose, a table between strokes."""
    return PROSE.encode()


def prose_in_gb18030() -> bytes:
    """The same as most offices save it."""
    return PROSE.encode("gb18030")


def aligned() -> bytes:
    """A table aligned by blanks."""
    return ALIGNED.encode("utf-8-sig")


def wide() -> bytes:
    """The table in UTF-16."""
    return ALIGNED.encode("utf-16")


SAMPLES = (prose, prose_in_gb18030, aligned, wide)
