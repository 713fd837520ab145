"""Characters that Word stores as a code of a symbol font."""

from __future__ import annotations

from reportlint.readers.docx.names import Element, W

PRIVATE = 0xF000
TICKS = {
    0x52: "☑", 0x53: "☒", 0x54: "☒", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0xA1: "○",
    0xA8: "□", 0xA3: "□", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0x6C: "●", 0x6E: "■",
    0x75: "◆", 0xD8: "➢", 0xE0: "→", 0xF0: "→",
}  # fmt: skip
LETTERS = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB7: "•",
    0xA5: "∞", 0xE5: "∑", 0xAE: "→", 0xB0: "°", 0x2D: "−", 0xD7: "·",
}  # fmt: skip
FONTS = {"wingdings": TICKS, "wingdings 2": TICKS, "symbol": LETTERS}


def symbol(element: Element) -> str:
    """The character a `w:sym` stands for; the private-use code itself where none is known."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    if not 0 < code < 0x110000:
        return ""
    known = FONTS.get(element.get(W + "font", "").lower(), {})
    return known.get(code - PRIVATE if code >= PRIVATE else code) or chr(code)
