"""The progress of a plan on a day: what is stated, what dates and measures say, and the headline from both."""

from tcplan.progress.action_counts import Tally, tally
from tcplan.progress.assessment import Assessment, assess
from tcplan.progress.headline import Headline, headline_of
from tcplan.progress.history import EntryState, state_of
from tcplan.progress.signals import Signal, SignalKind
from tcplan.progress.thresholds import Policy, policy_of

__all__ = [
    "Assessment",
    "EntryState",
    "Headline",
    "Policy",
    "Signal",
    "SignalKind",
    "Tally",
    "assess",
    "headline_of",
    "policy_of",
    "state_of",
    "tally",
]
