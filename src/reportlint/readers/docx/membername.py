"""Names of the parts of a docx, as their relationships spell them (ECMA-376 part 2, 6.2 and 6.5).

python-docx has such a class too, but importing it takes as long as reading a report.
"""

from __future__ import annotations

import posixpath


class PartName(str):
    """The absolute name of a part: `/word/document.xml`; `/` is the package itself."""

    __slots__ = ()

    @property
    def membername(self) -> str:
        """The name in the zip directory, which has no slash in front."""
        return self[1:]

    @property
    def relationships(self) -> PartName:
        """The name of the part that lists where this one leads to."""
        folder, name = posixpath.split(self)
        return PartName(posixpath.join(folder, "_rels", f"{name}.rels"))

    def beside(self, reference: str) -> PartName:
        """The part that `reference` means when this part refers to it."""
        folder = posixpath.dirname(self)
        return PartName(posixpath.normpath(posixpath.join("/", folder, reference)))


PACKAGE = PartName("/")
