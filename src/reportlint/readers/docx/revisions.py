"""What an author left open in the file: tracked changes and comments."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reportlint.document import Notice
from reportlint.readers.docx.names import DEL, INS, MOVE_FROM, MOVE_TO, Element, W
from reportlint.result import Text

KINDS = {INS: "insertion", DEL: "deletion", MOVE_FROM: "move"}
FORMATS = (W + "rPrChange", W + "pPrChange", W + "sectPrChange", W + "tblPrChange")
NAMES = {"insertion": "插入", "deletion": "删除", "move": "移动", "format": "格式修订"}
OWN_COMMENT = "reportlint"
MOST_AUTHORS = 5


@dataclass(slots=True)
class Revisions:
    """How many changes of each kind, how many comments, and whose."""

    changes: Counter[str] = field(default_factory=Counter)
    comments: int = 0
    authors: dict[str, None] = field(default_factory=dict)

    def look_at(self, root: Element) -> None:
        """Count the changes in a part."""
        for element in root.iter(INS, DEL, MOVE_FROM, MOVE_TO, *FORMATS):
            kind = KINDS.get(str(element.tag), "format")
            if element.tag != MOVE_TO:
                self.changes[kind] += 1
            self._note_author(element)

    def add_comment(self, element: Element, text: str) -> bool:
        """Count a comment, unless it is one that speaks to this program; whether it counted."""
        if text.lower().startswith(OWN_COMMENT):
            return False
        self.comments += 1
        self._note_author(element)
        return True

    def notice(self) -> Notice | None:
        """DOC004, when anything was left open."""
        counts = {kind: n for kind, n in self.changes.items() if n}
        zh = [f"{NAMES[kind]} {n} 处" for kind, n in counts.items()]
        en = [f"{n} {kind}{'s' if n > 1 else ''}" for kind, n in counts.items()]
        if self.comments:
            zh.append(f"批注 {self.comments} 条")
            en.append(f"{self.comments} comment{'s' if self.comments > 1 else ''}")
        if not zh:
            return None
        return Notice("DOC004", self._message(zh, en), ADVICE)

    def _message(self, zh: list[str], en: list[str]) -> Text:
        names = list(self.authors)
        who = "、".join(names[:MOST_AUTHORS]) + ("等" if len(names) > MOST_AUTHORS else "")
        by = ", ".join(names[:MOST_AUTHORS]) + (" and others" if len(names) > MOST_AUTHORS else "")
        return Text(
            f"文件中留有修订或批注：{'，'.join(zh)}" + (f"（作者：{who}）。" if who else "。"),
            f"Tracked changes or comments were left in the file: {', '.join(en)}"
            + (f" (by {by})." if by else "."),
        )

    def _note_author(self, element: Element) -> None:
        if author := element.get(W + "author", "").strip():
            self.authors.setdefault(author)


ADVICE = Text(
    "请接受或拒绝全部修订、删除批注后再提交；本次按接受全部修订后的文字检查。",
    "Accept or reject all changes and delete the comments; checked as if all were accepted.",
)
