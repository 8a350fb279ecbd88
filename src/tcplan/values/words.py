"""The words of which a key of the file format takes one, in the order that messages, helps and JSON Schemas list them.

They are not in `model`, so that the command line can offer them as choices without loading pydantic.
"""

from enum import StrEnum


class FileKind(StrEnum):
    """What a file holds: the values of `kind`."""

    PLAN = "plan"
    INSTITUTION = "institution"
    SUBMISSION = "submission"
    CASE_STUDY = "case-study"
    FRAMEWORK = "framework"
    ANSWERS = "answers"


class Priority(StrEnum):
    """How much an entry matters, most first: the values of `priority`."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Addable(StrEnum):
    """What `tcplan add` adds: an entry of a plan, or a new file."""

    ACTION = "action"
    OBJECTIVE = "objective"
    PILLAR = "pillar"
    MEASURE = "measure"
    PLAN = "plan"
    SUBMISSION = "submission"


class Continuation(StrEnum):
    """How an entry of an earlier plan is continued, in the terms of the sector study of 104 plans (2025)."""

    IDENTICAL = "identical"
    EXTENDED = "extended"
    NARROWED = "narrowed"
    RELATED = "related"


class Ending(StrEnum):
    """How work can end that is not finished: the values of `closed.as`."""

    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    SUPERSEDED = "superseded"


class Numbering(StrEnum):
    """Where the ids of a plan come from, if not from the published plan: the values of `ids`."""

    ASSIGNED = "assigned"


class InstitutionType(StrEnum):
    """What kind of organisation keeps the plans: the values of `type` of an institution."""

    UNIVERSITY = "university"
    INSTITUTE = "institute"
    ORGANISATION = "organisation"


class Role(StrEnum):
    """What an institution is to the Technician Commitment; a supporter has no cohort and sends no submissions."""

    SIGNATORY = "signatory"
    SUPPORTER = "supporter"


class FrameworkType(StrEnum):
    """What a framework is: a form with its questions, the cohorts with their dates, or a list that plans align to."""

    FORM = "form"
    COHORTS = "cohorts"
    LIST = "list"


class FeedbackType(StrEnum):
    """What reviewers say in a point of their feedback: the values of `type` of a point."""

    PRAISE = "praise"
    ADVICE = "advice"


class HeaderField(StrEnum):
    """What the header of a form can ask for that institution.yaml answers; any other label the submission answers."""

    ORGANISATION = "organisation"
    CONTACT = "contact"
    EMAIL = "email"
    PHONE = "phone"
    WEBPAGE = "webpage"
    SIGNED = "signed"
    COHORT = "cohort"
