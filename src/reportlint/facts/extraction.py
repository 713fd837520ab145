"""The one way from a document to its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint.config import Config
from reportlint.document import Document
from reportlint.facts.assessment import assess
from reportlint.facts.claims import read as read_prose
from reportlint.facts.credibility import doubted
from reportlint.facts.diagnosis import diagnose
from reportlint.facts.fits import restated_claims
from reportlint.facts.identity import Identity, identify
from reportlint.facts.legibility import as_recognised
from reportlint.facts.model import Claim, Facts, Figure, Outline, TableFacts
from reportlint.facts.outline import build_outline
from reportlint.facts.parts import find_parts
from reportlint.facts.restatements import restatements
from reportlint.facts.rounding import conventions_of, named
from reportlint.facts.scoring import as_awarded, with_scores
from reportlint.facts.tables import read_table
from reportlint.facts.years import NOMINAL, undated
from reportlint.lexicon.additions import using
from reportlint.profiles import Profile, load_profiles


def extract(document: Document, config: Config | None = None) -> Facts:
    """Everything that the rules may look at.

    Raises `ProfileError` for a broken profile file of the user's.
    """
    config = config or Config()
    profiles = load_profiles(config.profile_folders)
    known = _known_titles(profiles)
    identity = identify(document, known)
    outline = build_outline(document, known, skip=identity.title_blocks)
    parts = find_parts(document, outline, identity, profiles, config.profile)
    with using(config.lexicon.aliases, config.lexicon.units):
        tables, figures, claims = _figures_and_claims(document, outline, identity)
    by_id = {f.id: f for f in figures}
    claims = with_scores(document, outline, parts, tables, by_id, claims)
    assessed = assess(claims, by_id, parts)
    convention = conventions_of(assessed, by_id).rates
    assessments = doubted(assessed, by_id, document, convention)
    return Facts(
        document=document,
        outline=outline,
        parts=parts,
        organization=identity.organization,
        year=identity.year,
        figures=by_id,
        tables=tables,
        claims=claims,
        assessments=assessments,
        diagnoses=diagnose(assessments, by_id, parts),
        rounding=named(convention),
        config=config,
    )


def _figures_and_claims(
    document: Document, outline: Outline, identity: Identity
) -> tuple[tuple[TableFacts, ...], tuple[Figure, ...], tuple[Claim, ...]]:
    year, organization = identity.year or NOMINAL, identity.organization
    read = [read_table(document, b, outline, year) for b, _ in document.tables()]
    tables = tuple(t for t, _, _ in read)
    cells = tuple(f for _, figures, _ in read for f in figures)
    prose, stated = read_prose(document, outline, year, tables, cells, organization=organization)
    figures = _in_order(as_recognised(document, [*as_awarded(document, prose), *cells]))
    claims = (*stated, *(c for _, _, own in read for c in own))
    claims = (*claims, *restatements(figures, year, claims))
    claims = (*claims, *restated_claims(figures, claims))
    return tables, figures if identity.year else tuple(undated(figures)), claims


def _in_order(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(figures, key=lambda f: (f.block, f.cell or (0, 0), f.start)))


def _known_titles(profiles: Mapping[str, Profile]) -> frozenset[str]:
    specs = (spec for profile in profiles.values() for spec in profile.sections if spec.level > 0)
    return frozenset(name for spec in specs for name in (spec.title, *spec.aliases))
