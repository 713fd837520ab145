"""Results as they can be had again from JSON: what is needed to know a fault when it is met."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlint.result.contract import SCHEMA, Json
from reportlint.result.model import Flag, Outcome, Severity, Status
from reportlint.result.outcome import Result


class NotAResult(ValueError):  # noqa: N818 - reads as what it says
    """A text that is no JSON of `check`; the message says why, for people who know JSON."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A flag as it was once reported; `message` in the language of that run."""

    code: str
    name: str
    severity: str
    message: str
    quote: str
    before: str
    after: str
    where: tuple[str, ...]
    fingerprint: str
    suppressed: str | None = None

    @classmethod
    def of(cls, flag: Flag, lang: str) -> Sighting:
        """A flag of a result that is at hand."""
        a = flag.anchor
        return cls(
            flag.code,
            flag.name,
            (flag.severity or Severity.INFO).value,
            flag.message.in_(lang),
            a.quote,
            a.before,
            a.after,
            a.where,
            flag.fingerprint,
            flag.suppressed,
        )


@dataclass(frozen=True, slots=True)
class Recorded:
    """One report's sightings in document order, and what each rule came to."""

    path: str
    status: str
    sightings: tuple[Sighting, ...]
    outcomes: Mapping[str, str]

    @classmethod
    def of(cls, result: Result) -> Recorded:
        """A result that is at hand."""
        sightings = tuple(Sighting.of(flag, result.lang) for flag in result.flags)
        outcomes = {rule.code: rule.outcome.value for rule in result.ledger.rules}
        return cls(result.path, result.status.value, sightings, outcomes)

    @property
    def unreadable(self) -> bool:
        """Whether nothing is known of the file."""
        return self.status == Status.UNREADABLE.value

    def looked_for(self, code: str) -> bool:
        """Whether the rule was asked for and did its work."""
        return self.outcomes.get(code) not in {None, Outcome.FAILED.value}


def read_recorded(text: str) -> tuple[Recorded, ...]:
    """The reports in the JSON that `check` printed. Raises `NotAResult`."""
    try:
        data = json.loads(text)
        if not isinstance(data, dict) or data.get("schema") != SCHEMA:
            raise NotAResult(f'no "schema": "{SCHEMA}"')
        return tuple(_recorded(document) for document in data["documents"])
    except NotAResult:
        raise
    except (ValueError, RecursionError) as error:
        raise NotAResult(str(error)[:120]) from error
    except (KeyError, TypeError, AttributeError) as error:
        raise NotAResult(f"{type(error).__name__}: {error}"[:120]) from error


def _recorded(document: Json) -> Recorded:
    outcomes = {str(r["code"]): str(r["outcome"]) for r in document["ledger"]["rules"]}
    sightings = tuple(_sighting(flag) for flag in document["flags"])
    return Recorded(str(document["path"]), str(document["status"]), sightings, outcomes)


def _sighting(flag: Json) -> Sighting:
    anchor: Mapping[str, Any] = flag["anchor"]
    words = {key: str(flag[key]) for key in ("code", "name", "severity", "message", "fingerprint")}
    quoted = {key: str(anchor[key]) for key in ("quote", "before", "after")}
    where: Sequence[object] = anchor["where"]
    reason = flag.get("suppressed")
    return Sighting(
        **words,
        **quoted,
        where=tuple(map(str, where)),
        suppressed=None if reason is None else str(reason),
    )
