"""Relations that the printed figures themselves bear out.

Words leave many statements open: which of the amounts nearby is the base of a rate, which list a
total sums up. Where just one relation among the few that the words allow holds to the last printed
digit, and would hardly do so by chance, it is what the author meant. Such a claim confirms its
figures; since it was chosen because it holds, it never accuses one.
"""

from reportlint.facts.fits.claims import with_fits
from reportlint.facts.fits.restated import restated_claims

__all__ = ["restated_claims", "with_fits"]
