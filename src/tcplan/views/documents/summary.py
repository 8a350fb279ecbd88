"""What the entries of a plan show in addition to it: their states and signals."""

from tcplan.findings.span import Path
from tcplan.progress import Assessment
from tcplan.views.documents.days import with_long_dates
from tcplan.views.documents.entry import Progress
from tcplan.views.documents.parts import upper_first


def progress_of(assessment: Assessment) -> Progress:
    """What the entries of the document show in addition to the plan."""
    signals: dict[Path, list[str]] = {}
    for signal in assessment.signals:
        if not signal.of_measure:
            signals.setdefault(signal.path, []).append(with_long_dates(upper_first(signal.sentence)))
    return Progress(assessment.states, signals, assessment.policy)
