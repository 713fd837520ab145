"""Bytes to text: byte order marks, UTF-8, UTF-16, GB18030, and what else may turn up."""

from __future__ import annotations

import codecs

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 20_000
PLAUSIBLE = 0.8
"""Least share of ordinary characters in a text that is believed to be one."""
DAMAGED = 100
"""Of so many characters, one may be unreadable; and a few more in a short text."""
WIDE = ("utf-16-le", "utf-16-be")
LEAST = 16
"""Characters from which a text without a mark is believed to be UTF-16, whatever they are."""
EAST_ASIAN = ["big5", "big5hkscs", "euc_jp", "euc_kr", "gb18030", "shift_jis"]
COMMON_PUNCTUATION = frozenset(
    "，。、；：？！“”‘’（）《》〈〉【】—…·％℃￥×÷±≥≤①②③④⑤⑥⑦⑧⑨⑩〔〕　□☑√→"
)


def decode(data: bytes) -> str | None:
    """The text in `data`; `None` when no encoding makes one of it."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _believed(data[len(mark) :].decode(encoding, "replace"))
    if b"\0" in data:
        return _told(_best(data, WIDE) or _mostly(data, WIDE))
    try:
        return _believed(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    narrow = ("gb18030", *WIDE, "big5")
    return (
        _mostly(data, ("utf-8",)) or _best(data, narrow) or _mostly(data, narrow) or _guessed(data)
    )


def _told(text: str | None) -> str | None:
    """A text in an encoding that nothing but its zeros tells: a few odd bytes are none."""
    if text is None or len(text) >= LEAST:
        return text
    chinese = sum(1 for c in text if c > "\x7f" and _ordinary(c))
    return text if chinese >= 2 and 2 * chinese >= len(text) - chinese else None


def plausibility(text: str) -> float:
    """The share of characters that Chinese reports are made of, 0 to 1, in the first stretch."""
    sample = text[:SAMPLE]
    return sum(map(_ordinary, sample)) / len(sample) if sample else 0.0


def _ordinary(character: str) -> bool:
    if character < "\x7f":
        return character >= " " or character in "\t\n\r\f\v"
    if character in COMMON_PUNCTUATION or "\uff01" <= character <= "\uff5e":
        return True
    # The 3,755 most used characters are the first level of GB 2312.
    code = character.encode("gb2312", "ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


def _best(data: bytes, encodings: tuple[str, ...]) -> str | None:
    """The decoding that reads most like a report."""
    found: list[tuple[float, str]] = []
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((plausibility(text), text))
    score, text = max(found, key=lambda pair: pair[0], default=(0.0, ""))
    return text if score >= PLAUSIBLE else None


def _mostly(data: bytes, encodings: tuple[str, ...]) -> str | None:
    """The decoding that reads most like a report, but for a few damaged characters."""
    texts = [data.decode(encoding, "replace") for encoding in encodings]
    fair = [t for t in texts if t.count("\ufffd") * DAMAGED <= len(t) + 3 * DAMAGED]
    text = max(fair, key=plausibility, default="")
    return text if plausibility(text) >= PLAUSIBLE else None


def _believed(text: str) -> str | None:
    """A text whose encoding is certain, unless it holds what no text holds."""
    sample = text[:SAMPLE]
    odd = sum(1 for c in sample if (c < " " and c not in "\t\n\r\f\v") or c == "\ufffd")
    return text if odd * 100 <= len(sample) + 100 else None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_isolation=EAST_ASIAN).best()
    if best is None:
        return None
    try:
        return _believed(data.decode(best.encoding))
    except (UnicodeDecodeError, LookupError):
        return None
