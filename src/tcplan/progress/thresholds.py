"""The numbers that headlines and signals are computed with. The defaults are tcplan's own (design, section 4)."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from tcplan.model import Institution, Plan
from tcplan.values.dates import Duration

DEFAULT_REVIEW: Final = Duration(months=12)
"""How often reports are due if the plan does not say so: signatories review at least once a year."""

DUE_SOON_DAYS: Final = 90
STALE_REVIEWS: Final = 2
"""A report older than this many review periods counts as not reported."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Shares of the reported actions from which a headline changes, and how often reports are due.

    red: red from this share on; some_red: amber from this share of red on; amber: amber from this share of red
    or amber on; reported: grey below this share of the actions. review_every: one review period.
    """

    red: Fraction = Fraction(1, 4)
    some_red: Fraction = Fraction(1, 8)
    amber: Fraction = Fraction(1, 3)
    reported: Fraction = Fraction(1, 2)
    review_every: Duration = DEFAULT_REVIEW

    @property
    def stale_after(self) -> Duration:
        """The age from which a report no longer counts."""
        review = self.review_every
        return Duration(months=STALE_REVIEWS * review.months, days=STALE_REVIEWS * review.days)


def policy_of(plan: Plan, institution: Institution | None) -> Policy:
    """The policy for a plan: the institution's thresholds and the plan's review period over the defaults."""
    default = Policy(review_every=plan.review_every or DEFAULT_REVIEW)
    own = institution.headline if institution else None
    if own is None:
        return default
    return Policy(
        red=own.red or default.red,
        some_red=own.some_red or default.some_red,
        amber=own.amber or default.amber,
        reported=own.reported or default.reported,
        review_every=default.review_every,
    )


def length_in_words(length: Duration) -> str:
    """A review period as it follows "every": `6 months`, `month`."""
    count, unit = (length.days, "day") if length.days else (length.months, "month")
    return f"{count} {unit}s" if count > 1 else unit
