"""What every page of the site has around its content: where it is, where else to go, and how old it is."""

from dataclasses import dataclass

from tcplan.views.site.paths import ACCESSIBILITY, CASE_STUDIES, HOME, link


@dataclass(frozen=True, slots=True)
class SiteLink:
    """A link to another page or file of the site.

    `here` if it leads to the page that it is on; `about` is said before its text to those who hear links alone.
    """

    text: str
    href: str
    here: bool = False
    about: str = ""
    ours: bool = True


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """The links above a page, the files below it, and the last day that the data of the institution knows of."""

    organisation: str
    links: tuple[SiteLink, ...]
    updated: str
    downloads: tuple[SiteLink, ...] = ()


@dataclass(frozen=True, slots=True)
class SitePlace:
    """The pages of an institution that others link to, by their addresses in the site; empty where there is none."""

    organisation: str
    updated: str
    plan: str = ""
    has_case_studies: bool = False
    all_institutions: str = ""

    def frame(self, page: str, downloads: tuple[SiteLink, ...] = ()) -> SiteFrame:
        """The frame of one page of the institution."""
        named = (
            ("All institutions", self.all_institutions),
            ("Overview", HOME),
            ("The plan", self.plan),
            ("Case studies", CASE_STUDIES if self.has_case_studies else ""),
            ("Accessibility", ACCESSIBILITY),
        )
        links = tuple(SiteLink(text, link(page, target), target == page) for text, target in named if target)
        return SiteFrame(self.organisation, links, self.updated, downloads)
