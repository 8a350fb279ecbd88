"""An institution: who keeps the plans of a folder."""

from typing import ClassVar

from tcplan.model.base import FileShape, Shape
from tcplan.model.leaf import many, optional, required
from tcplan.model.parts import Acceptance
from tcplan.model.types import (
    Email,
    Id,
    InstitutionTypeWord,
    Name,
    OnDay,
    Prose,
    RoleWord,
    Share,
    Slug,
    Text,
    Title,
    Url,
    Whole,
    YesNo,
)


class Contact(Shape):
    """The named point of contact that charters ask for."""

    main: ClassVar[str] = "name"

    name: Name = required("the contact: a role, or a person who agreed to be named")
    email: Email | None = optional("an e-mail address that may be published")
    phone: Text | None = optional("a telephone number that may be published")
    consent: YesNo | None = optional("for a person: yes if they agreed to be named in documents")


class Logo(Shape):
    """The logo that documents print at their head."""

    main: ClassVar[str] = "file"

    file: Text = required("an SVG or PNG file in the folder of this file, such as logo.svg")
    alt: Title | None = optional("what the logo says to those who cannot see it; the institution's name if left out")


class DueStage(Shape):
    """A submission date agreed in place of the cohort's."""

    form: Slug = required("the form, such as stage-3")
    date: OnDay = required("when it is due")
    each_year: YesNo | None = optional("yes if it is due on that day, or in that month, of every year from then on")
    why: Prose | None = optional("the reason")


class SignedCharter(Shape):
    """A charter that the institution has signed, besides the Technician Commitment."""

    main: ClassVar[str] = "name"

    name: Title = required("the charter, as its forms name it")
    signed: OnDay | None = optional("when it was signed")


class Owner(Shape):
    """One owner: the spelling to print, and the others found in documents."""

    main: ClassVar[str] = "name"

    name: Name = required("the spelling to print")
    long: Name | None = optional("the name in full")
    also: tuple[Name, ...] = many("other spellings found in documents")
    person: YesNo | None = optional("no if the name only looks like that of a person; yes if it does not look like one")
    consent: YesNo | None = optional("for a person: yes if they agreed to be named in documents")


class HeadlinePolicy(Shape):
    """Thresholds of the headline that differ from the default policy."""

    red: Share | None = optional("the headline is red if at least this share of the reported is red; default 1/4")
    some_red: Share | None = optional("the headline is amber if at least this share is red; default 1/8")
    amber: Share | None = optional("the headline is amber if at least this share is red or amber; default 1/3")
    reported: Share | None = optional("the headline is grey unless at least this share is reported; default 1/2")


class Institution(FileShape):
    """A university, research institute or organisation that keeps plans."""

    name: Title = required("the institution's name")
    type: InstitutionTypeWord | None = optional("the type of institution")
    role: RoleWord | None = optional("signatory, or supporter (no cohort, no stages)")
    signed: OnDay | None = optional("when it signed the Technician Commitment")
    cohort: Id | None = optional("the cohort of signatories, from the framework `cohorts`")
    charters: tuple[SignedCharter, ...] = many("the other charters that it has signed")
    webpage: Url | None = optional("the public page with the status, plan and contact")
    logo: Logo | None = optional("the logo at the head of its documents")
    contact: Contact | None = optional("the named point of contact")
    meetings: tuple[OnDay, ...] = many("the days on which the steering group meets, for `--since last-meeting`")
    due: tuple[DueStage, ...] = many(
        "submission dates agreed in place of the cohort's; each is that of the first submission of the form, and a "
        "later one has `due` in its own file"
    )
    owners: tuple[Owner, ...] = many("the glossary of owners")
    headline: HeadlinePolicy | None = optional("thresholds of the headline that differ from the default policy")
    about: Prose | None = optional("about the institution and its technicians, in Markdown")
    accessibility: Prose | None = optional(
        "how the public pages were tested for accessibility, and what is known to fall short, in Markdown"
    )
    technicians: Whole | None = optional("how many technicians it employs")
    accepted: tuple[Acceptance, ...] = many("findings that you accept, with the reasons")
    internal: Prose | None = optional("a note that is never published")
