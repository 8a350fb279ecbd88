"""Which submission of a form that is due each year is that of which year.

A submission is of the year whose day is nearest to the day that it says itself it is due, else to the day that it was
sent: a report may be early or late. A file that says neither is the next one: of the year after the last that was sent,
or of the one before if that is not over for a year. Where there is no such file the next day has none.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tcplan.values.dates import Day
from tcplan.values.dates.each_year import YearDay
from tcplan.workspace.institution_folder import SubmissionFile


class Yearly(NamedTuple):
    """A day of every year, `since` a year if there was none before."""

    day: YearDay
    since: int = date.min.year + 1

    def days(self, files: Sequence[SubmissionFile], as_of: date) -> Iterator[tuple[SubmissionFile | None, Day]]:
        """The day of each submission, and the next one for which there is no file yet, with None."""
        years = {file.name: year for file in files if (year := self._year_said(file)) is not None}
        following = self._next_year(as_of)
        for file in files:
            if file.name not in years:
                last = max(years.values(), default=None)
                year = following if last is None else max(last + 1, following - 1)
                years[file.name] = min(year, date.max.year - 1)
        yield from ((file, self.day.in_year(years[file.name])) for file in files)
        is_open = any(file.submission.sent is None for file in files)
        if not is_open:
            taken = set(years.values())
            year = next((one for one in range(following, date.max.year) if one not in taken), following)
            yield None, self.day.in_year(year)

    def _year_said(self, file: SubmissionFile) -> int | None:
        """The year that a submission is of, by what its file says."""
        said = file.submission.due.date if file.submission.due else file.submission.sent
        return self.day.nearest(said.last) if said else None

    def _next_year(self, as_of: date) -> int:
        """The year of the first such day that has not passed."""
        year = as_of.year if self.day.in_year(as_of.year).last >= as_of else as_of.year + 1
        return min(max(year, self.since), date.max.year - 1)
