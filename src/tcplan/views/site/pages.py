"""All files of a site: which document is on which page, and which files are beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tcplan.model import Framework
from tcplan.progress import Assessment, assess
from tcplan.progress.last_day import day_to_show
from tcplan.values.spreadsheet_text import BYTE_ORDER_MARK, csv_table
from tcplan.views.documents.days import day_words, long_day
from tcplan.views.documents.header import DEFAULT_LANGUAGE, DocumentHeader, RenderedDocument, document_language
from tcplan.views.documents.parts import prose
from tcplan.views.documents.plan_document import plan_context, plan_document
from tcplan.views.documents.public import public_document
from tcplan.views.documents.submission_document import submission_document
from tcplan.views.site.accessibility import AccessibilityPage
from tcplan.views.site.action_table import action_table
from tcplan.views.site.case_studies import CaseStudiesPage, published_cases
from tcplan.views.site.documents import site_plan, site_submission
from tcplan.views.site.frame import SiteLink, SitePlace
from tcplan.views.site.home import (
    CurrentState,
    HomePage,
    InstitutionsPage,
    PublishedItem,
    contact_facts,
    current_state,
    period_words,
)
from tcplan.views.site.last_updated import last_updated
from tcplan.views.site.paths import (
    ACCESSIBILITY,
    CASE_STUDIES,
    DOWNLOADS,
    HOME,
    PLANS,
    SUBMISSIONS,
    page_names,
)
from tcplan.views.site.publication import PublicFiles
from tcplan.views.site.standing import form_title, sent_in_order, standing_facts
from tcplan.workspace import InstitutionFolder, PlanFile, SubmissionFile, Workspace
from tcplan.workspace.charters import charters_of
from tcplan.workspace.submission_dates import SubmissionDate

SITE = "site"
"""The folder of the templates of pages of the site; documents beside them have those of their format."""

PAGES_TITLE = "Action plans and submissions"
"""What pages are about that have to do with several charters, or with none that is named."""


class DownloadOrigin(NamedTuple):
    """What a document to download was made from: `what` as `tcplan render` calls it, of which plan file, as of a day.

    `was_asked` unless that is the day on which `tcplan render` shows it by itself.
    """

    what: str
    file: str
    day: date
    was_asked: bool


class SiteFile(NamedTuple):
    """A file of the site: a document with its format and the folder of its template, or a text that is ready.

    One to download has its `origin`, so that `tcplan verify` can tell whether it is still what the files hold.
    """

    path: str
    title: str
    content: RenderedDocument | str
    to: str = "html"
    templates: str = SITE
    origin: DownloadOrigin | None = None


@dataclass(frozen=True)
class InstitutionSite:
    """The site of one institution on a day, of a workspace that holds nothing but what is public.

    `dates` are those of all submissions, also of those that are drafts.
    """

    workspace: Workspace
    folder: InstitutionFolder
    public: PublicFiles
    current: PlanFile | None
    day: date
    dates: tuple[SubmissionDate, ...]
    own_templates: bool
    all_institutions: str = ""

    def files(self) -> Iterator[SiteFile]:
        """All files, the first page first."""
        yield SiteFile(HOME, f"{self.folder.title}: {self.subject}", self._home())
        for plan in self.plans:
            yield from self._files_of_plan(plan)
        for one in self.submissions:
            yield from self._files_of_submission(one)
        if self.public.case_studies:
            cases = published_cases(self.workspace, self.folder, self.public.case_studies, self.day)
            page = CaseStudiesPage(self._head("Case studies"), self._place.frame(CASE_STUDIES), cases)
            yield SiteFile(CASE_STUDIES, "Case studies", page)
        yield SiteFile(ACCESSIBILITY, "Accessibility statement", self._accessibility())

    @cached_property
    def subject(self) -> str:
        """What the pages are about: the charter, if there is one only."""
        names = charters_of(self.workspace, self.folder)
        return names[0] if len(names) == 1 else PAGES_TITLE

    @cached_property
    def plans(self) -> list[PlanFile]:
        """The plans, the one that starts last first."""
        return sorted(self.public.plans, key=lambda one: (one.period.start or date.min, one.name), reverse=True)

    @cached_property
    def submissions(self) -> list[SubmissionFile]:
        """The submissions, the one that was sent last first."""
        return sent_in_order(self.public.submissions)

    @cached_property
    def _names(self) -> dict[str, str]:
        return page_names({one.name: one.name for one in (*self.plans, *self.submissions)})

    @cached_property
    def _place(self) -> SitePlace:
        return SitePlace(
            organisation=self.folder.title,
            updated=last_updated(self.public, self.day),
            plan=self._page(PLANS, self.current) if self.current else "",
            has_case_studies=bool(self.public.case_studies),
            all_institutions=self.all_institutions,
        )

    def _page(self, folder: str, one: PlanFile | SubmissionFile) -> str:
        return f"{folder}/{self._names[one.name]}.html"

    def _files(self, one: PlanFile | SubmissionFile, title: str, *kinds: str, up: str = "") -> tuple[SiteLink, ...]:
        """Links to the files that can be downloaded beside a page."""
        words = {"html": "HTML", "md": "Markdown", "csv": "Actions as CSV"}
        return tuple(
            SiteLink(words[kind], f"{up}{DOWNLOADS}/{self._names[one.name]}.{kind}", about=title) for kind in kinds
        )

    def _head(self, title: str) -> DocumentHeader:
        language = document_language(self.current) if self.current else DEFAULT_LANGUAGE
        return DocumentHeader(title, self.folder.title, language, long_day(self.day), (), (), title_is_ours=True)

    def _home(self) -> HomePage:
        institution = self.folder.institution
        current = self.current
        return HomePage(
            head=self._head(self.subject),
            site=self._place.frame(HOME),
            about=prose(institution.about if institution else None, 2, self.folder.title),
            standing=tuple(standing_facts(self.workspace, self.folder, self.submissions, self.dates, self.day)),
            contact=contact_facts(self.folder),
            current=self._current_state(current) if current else None,
            earlier=tuple(self._plan_item(one) for one in self.plans if one is not current),
            submissions=tuple(map(self._submission_item, self.submissions)),
            case_studies=tuple(
                PublishedItem(SiteLink(row.title, f"{CASE_STUDIES}#{row.anchor}", ours=False), "")
                for row in published_cases(self.workspace, self.folder, self.public.case_studies, self.day)
            ),
        )

    def _current_state(self, plan: PlanFile) -> CurrentState:
        context = plan_context(self.workspace, self.folder, plan, self._shown_on(plan))
        return current_state(self._plan_item(plan), context, self._assessment(plan))

    def _accessibility(self) -> AccessibilityPage:
        institution = self.folder.institution
        return AccessibilityPage(
            head=self._head("Accessibility statement"),
            site=self._place.frame(ACCESSIBILITY),
            tested=prose(institution.accessibility if institution else None, 2, "accessibility"),
            contact=contact_facts(self.folder),
            own_templates=self.own_templates,
        )

    def _shown_on(self, plan: PlanFile) -> date:
        """The day on which a plan is shown: that of the site, or its last day if others have followed it."""
        return day_to_show(self.workspace, self.folder, plan, self.day)

    def _assessment(self, plan: PlanFile) -> Assessment:
        return assess(self.workspace, self.folder, plan, self._shown_on(plan))

    def _plan_item(self, plan: PlanFile) -> PublishedItem:
        page = SiteLink(plan.plan.title, self._page(PLANS, plan), ours=False)
        return PublishedItem(page, period_words(plan), self._files(plan, plan.plan.title, "html", "md", "csv"))

    def _files_of_plan(self, plan: PlanFile) -> Iterator[SiteFile]:
        title, name, day = plan.plan.title, self._names[plan.name], self._shown_on(plan)
        page, downloads = self._page(PLANS, plan), self._files(plan, title, "html", "md", "csv", up="../")
        frame = self._place.frame(page, downloads)
        yield SiteFile(page, title, site_plan(self.workspace, self.folder, plan, day, frame))
        document = public_document(plan_document(self.workspace, self.folder, plan, day))
        origin = DownloadOrigin("plan", plan.file.name, day, was_asked=True)
        for to in ("html", "md"):
            yield SiteFile(f"{DOWNLOADS}/{name}.{to}", title, document, to, to, origin)
        table = action_table(plan_context(self.workspace, self.folder, plan, day), self._assessment(plan))
        yield SiteFile(f"{DOWNLOADS}/{name}.csv", f"{title}: actions", BYTE_ORDER_MARK + csv_table(table), "csv")

    def _form(self, one: SubmissionFile) -> Framework:
        form = self.workspace.framework(one.submission.form)
        assert form, "what has no form is not public"  # noqa: S101 (see publication.py)
        return form

    def _submission_title(self, one: SubmissionFile) -> tuple[str, bool]:
        """The title of a submission, and whether it is that of its form."""
        own = one.submission.title
        return (own, False) if own else (form_title(self.workspace, one.submission.form).text, True)

    def _submission_item(self, one: SubmissionFile) -> PublishedItem:
        title, ours = self._submission_title(one)
        sent = one.submission.sent
        page = SiteLink(title, self._page(SUBMISSIONS, one), ours=ours)
        return PublishedItem(page, f"sent {day_words(sent)}" if sent else "", self._files(one, title, "html", "md"))

    def _files_of_submission(self, one: SubmissionFile) -> Iterator[SiteFile]:
        """The page of a submission and the files beside it, as of the day that it was sent."""
        title, name = self._submission_title(one)[0], self._names[one.name]
        page, downloads = self._page(SUBMISSIONS, one), self._files(one, title, "html", "md", up="../")
        day = min(one.submission.sent.last, self.day) if one.submission.sent else self.day
        form, frame = self._form(one), self._place.frame(page, downloads)
        document = public_document(submission_document(self.workspace, self.folder, one, form, day))
        yield SiteFile(page, title, site_submission(document, frame))
        origin = DownloadOrigin(one.submission.form.replace("-", ""), one.file.name, day, was_asked=False)
        for to in ("html", "md"):
            yield SiteFile(f"{DOWNLOADS}/{name}.{to}", title, document, to, to, origin)


def all_files(sites: Sequence[InstitutionSite], day: date) -> Iterator[SiteFile]:
    """The files of one institution; of several, each in a folder of its own below a page that lists them."""
    if len(sites) == 1:
        yield from sites[0].files()
        return
    names = page_names({one.folder.path: one.folder.key for one in sites}, taken=[HOME])
    subjects = {one.subject for one in sites}
    title = subjects.pop() if len(subjects) == 1 else PAGES_TITLE
    head = DocumentHeader(title, "", DEFAULT_LANGUAGE, long_day(day), (), (), title_is_ours=True)
    listed = tuple(
        PublishedItem(SiteLink(one.folder.title, f"{names[one.folder.path]}/{HOME}", ours=False), "") for one in sites
    )
    yield SiteFile(HOME, title, InstitutionsPage(head, listed))
    for one in sites:
        below = replace(one, all_institutions=f"../{HOME}")
        yield from (file._replace(path=f"{names[one.folder.path]}/{file.path}") for file in below.files())
