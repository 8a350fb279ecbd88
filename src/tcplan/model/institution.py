"""An institution: who keeps the plans of a folder."""

from typing import ClassVar

from tcplan.model.base import FileShape, Shape
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
    described,
    many,
    optional,
)


class Contact(Shape):
    """The named point of contact that the Technician Commitment asks for."""

    main: ClassVar[str] = "name"

    name: Name = described("the contact: a role, or a person who agreed to be named")
    email: Email | None = optional("an e-mail address that may be published")
    phone: Text | None = optional("a telephone number that may be published")
    consent: YesNo | None = optional("of a person: yes where they agreed to be named")


class DueStage(Shape):
    """A submission date agreed otherwise than the cohort's."""

    form: Slug = described("the form, such as stage-3")
    date: OnDay = described("when it is due")
    why: Prose | None = optional("the reason")


class Owner(Shape):
    """One owner: the spelling to print, and the others met in documents."""

    main: ClassVar[str] = "name"

    name: Name = described("the spelling to print")
    long: Name | None = optional("the name in full")
    also: tuple[Name, ...] = many("other spellings met in documents")
    consent: YesNo | None = optional("of a person: yes where they agreed to be named")


class HeadlinePolicy(Shape):
    """Thresholds of the headline, where they differ from the default policy."""

    red: Share | None = optional("share of the reported that is red from which the headline is red; default 1/4")
    some_red: Share | None = optional("share that is red from which it is amber; default 1/8")
    amber: Share | None = optional("share that is red or amber from which it is amber; default 1/3")
    reported: Share | None = optional("share that must be reported, or the headline is grey; default 1/2")


class Institution(FileShape):
    """A university, research institute or organisation that keeps plans."""

    name: Title = described("the institution's name")
    type: InstitutionTypeWord | None = optional("what it is")
    role: RoleWord | None = optional("signatory, or supporter (no cohort, no stages)")
    signed: OnDay | None = optional("when it signed the Technician Commitment")
    cohort: Id | None = optional("the cohort of signatories, of the framework `cohorts`")
    webpage: Url | None = optional("the public page with the status, plan and contact")
    contact: Contact | None = optional("the named point of contact")
    due: tuple[DueStage, ...] = many("submission dates agreed otherwise than the cohort's")
    owners: tuple[Owner, ...] = many("the glossary of owners")
    headline: HeadlinePolicy | None = optional("other thresholds than the default headline policy")
    about: Prose | None = optional("about the institution and its technicians, in Markdown")
    technicians: Whole | None = optional("how many technicians it employs")
    accepted: tuple[Acceptance, ...] = many("findings that the keepers accept")
    internal: Prose | None = optional("a note that is never published")
