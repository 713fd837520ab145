"""What the settings are for, in English: the strings under the fields of the model."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def purposes(model: type[BaseModel]) -> Mapping[str, str]:
    """The documentation of each field of `model`.

    pydantic can collect it as well, but does so at every start; here it is read when asked for.
    """
    parsed = ast.parse(inspect.getsource(model)).body[0]
    body = parsed.body if isinstance(parsed, ast.ClassDef) else []
    found: dict[str, str] = {}
    for field, below in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            found[field.target.id] = _words(below)
    return found


def _words(node: ast.stmt) -> str:
    match node:
        case ast.Expr(ast.Constant(str(words))):
            return inspect.cleandoc(words)
    return ""
