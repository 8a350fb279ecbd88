"""Who is named in a document: people who agreed to it, and offices; everybody else is not."""

from pathlib import Path

import pytest
from support import tcplan, write

from tcplan.model.institution import Contact, Owner
from tcplan.model.parts import SignOff
from tcplan.workspace import Glossary
from tcplan.workspace.consent import (
    EMAIL_WITHHELD,
    WITHHELD,
    published_contact,
    published_email,
    published_name,
    published_signatory,
)

PLAN = """\
kind: plan
format: 1
title: Plan
period: {start: 2025, end: 2027}
sign_off: {role: Vice-Chancellor, name: Jane Smith, consent: no, date: 2025-01-20}
updates: {date: 2025-06-30, by: Jane Smith}
actions:
  - id: 1
    title: Write the plan
    lead: Jane Smith
    owners: [HR, Jane Smith]
    quotes: {from: Jane-Smith, text: It helped us.}
    updates: {date: 2025-06-30, rag: green, by: jane  smith}
"""
SUBMISSION = """\
kind: submission
format: 1
form: stage-3
submits: plan
reviews: {plan: plan, date: 2025-12-31}
sign_off: {role: Vice-Chancellor, name: Jane Smith, consent: no, date: 2026-01-20}
"""
INSTITUTION = """\
kind: institution
format: 1
name: University
contact: {name: Jane Smith, email: jane.smith@example.ac.uk, consent: %(consent)s}
owners:
  - name: HR
  - {name: Jane Smith, also: [J. Smith], consent: %(consent)s}
"""


def stated(**values: str | None) -> dict[str, str]:
    """The keys that a file states, with their words."""
    return {key: value for key, value in values.items() if value is not None}


def owner(**values: str) -> Owner:
    """An entry of the glossary, as a file has it."""
    return Owner.model_validate(values)


def workspace(tmp_path: Path, consent: str) -> Path:
    """A plan and a submission that name one person wherever a person may be named."""
    return write(tmp_path, plan=PLAN, stage_3=SUBMISSION, institution=INSTITUTION % {"consent": consent})


@pytest.mark.parametrize("to", ["html", "md"])
@pytest.mark.parametrize("what", ["plan", "stage3"])
@pytest.mark.parametrize("consent", ["no", "No", "false", "", "maybe", "~"])
def test_who_has_not_agreed_is_nowhere_in_a_document(tmp_path: Path, what: str, to: str, consent: str) -> None:
    """Neither in the text nor in an address, an attribute or an anchor; only `yes` is an agreement."""
    folder = workspace(tmp_path, consent)
    page = tcplan("render", what, folder, "--to", to, "--as-of", "2026-02-01").stdout.casefold()
    assert "withheld" in page
    assert "smith" not in page
    assert "vice-chancellor" in page


@pytest.mark.parametrize("to", ["html", "md"])
@pytest.mark.parametrize("what", ["plan", "stage3"])
def test_consent_that_is_written_twice_is_none(tmp_path: Path, what: str, to: str) -> None:
    """Nobody knows which of the two counts; several other keys may be repeated as well."""
    folder = workspace(tmp_path, "yes")
    institution = folder / "plans/u/institution.yaml"
    twice = institution.read_text("utf-8").replace("consent: yes", "consent: yes, consent: no")
    institution.write_text(twice.replace("- {name: Jane Smith,", "- {name: Jane Smith, name: Jane Smith,"), "utf-8")
    page = tcplan("render", what, folder, "--to", to, "--as-of", "2026-02-01").stdout.casefold()
    assert "withheld" in page
    assert "smith" not in page


@pytest.mark.parametrize("to", ["html", "md"])
@pytest.mark.parametrize("what", ["plan", "stage3"])
def test_who_has_agreed_is_named(tmp_path: Path, what: str, to: str) -> None:
    """With the address of the contact; the sign-offs say `no` themselves."""
    page = tcplan("render", what, workspace(tmp_path, "yes"), "--to", to, "--as-of", "2026-02-01").stdout
    assert "withheld" not in page
    assert "jane.smith@example.ac.uk" in page
    assert "Vice-Chancellor, Jane Smith" not in page


def test_status_and_questions_for_owners_are_working_papers_and_name_everybody(tmp_path: Path) -> None:
    """Whoever asks for reports must know whom to ask."""
    folder = workspace(tmp_path, "no")
    assert "Jane Smith" in tcplan("status", folder, "--by", "lead").stdout
    questions = tmp_path / "questions.yaml"
    tcplan("report", folder, "--lead", "Jane Smith", "--all", "--questions", questions)
    assert "Jane Smith" in questions.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Jane Smith", WITHHELD),
        ("jane smith", WITHHELD),
        ("JANE SMITH", WITHHELD),
        ("Smith, Jane", WITHHELD),
        ("Dr Smith", WITHHELD),
        ("J. Smith", WITHHELD),
        ("Jane Smith (HR)", "Human Resources (HR)"),
        ("HR (Jane Smith)", "Human Resources (HR)"),
        ("Head of Workshops - Jane Smith", "Head of Workshops"),
        ("Jane Smith, Head of Workshops", "Head of Workshops"),
        ("Jane Smith and John Doe", WITHHELD),
        ("Jane Smith / Estates", "Estates"),
        ("Kim Frost", "Kim Frost"),
        ("Kim Frost and Jane Smith", "Kim Frost"),
        ("Aston Webb", "Aston Webb"),
        ("Estates", "Estates"),
        ("tbc", "tbc"),
        ("Jo Reed", WITHHELD),
        ("JR", WITHHELD),
        ("Bo", WITHHELD),
        ("HROD", "HROD"),
        ("Lee Marsh", "Head of Estates (HE)"),
        ("Technician Commitment lead", "Technician Commitment lead"),
        ("HR: ask (via) Ng Bo-xy and BO", WITHHELD),
    ],
)
def test_instead_of_a_person_the_role_is_printed(name: str, printed: str) -> None:
    """If the name says one; what the glossary says about a person, or about what is none, counts."""
    glossary = Glossary(
        (
            owner(name="HR", long="Human Resources"),
            owner(name="Kim Frost", consent="yes"),
            owner(name="Aston Webb", person="no"),
            owner(name="JR", long="Jo Reed"),
            owner(name="Bo", consent="no"),
            owner(name="HROD", consent="no"),
            owner(name="Lee Marsh", long="Head of Estates (HE)", consent="no"),
        )
    )
    assert published_name(name, glossary, in_full=True) == printed


@pytest.mark.parametrize(
    ("name", "email", "consent", "printed"),
    [
        ("Jane Smith", "jane.smith@example.ac.uk", None, (WITHHELD, EMAIL_WITHHELD)),
        ("Jane Smith", "j.smith2@example.ac.uk", "no", (WITHHELD, EMAIL_WITHHELD)),
        ("Jane Smith", "js12@example.ac.uk", None, (WITHHELD, EMAIL_WITHHELD)),
        ("Jane Smith", "technicians@example.ac.uk", None, (WITHHELD, "technicians@example.ac.uk")),
        ("Jane Smith", "jane.smith@example.ac.uk", "yes", ("Jane Smith", "jane.smith@example.ac.uk")),
        ("Jane Smith, Technician Commitment lead", None, None, ("Technician Commitment lead", None)),
        (
            "Technician Commitment lead",
            "jane.smith@example.ac.uk",
            None,
            ("Technician Commitment lead", EMAIL_WITHHELD),
        ),
        ("Technician Commitment lead", "hr@example.ac.uk", "no", ("Technician Commitment lead", "hr@example.ac.uk")),
        ("Bo", "bo@example.ac.uk", "no", (WITHHELD, EMAIL_WITHHELD)),
        ("Commitment lead", "a_b*c|d@x.example", None, ("Commitment lead", "a_b*c|d@x.example")),
    ],
)
def test_the_contact_is_named_with_consent(
    name: str, email: str | None, consent: str | None, printed: tuple[str, str | None]
) -> None:
    """An address that says the name is as good as the name."""
    contact = Contact.model_validate(stated(name=name, email=email, consent=consent))
    glossary = Glossary((), contact)
    assert (published_contact(contact, glossary), published_email(contact, glossary)) == printed


@pytest.mark.parametrize(
    ("email", "printed"),
    [
        ("jane.smith@example.ac.uk", EMAIL_WITHHELD),
        ("technicians@example.ac.uk", "technicians@example.ac.uk"),
        ("hr-team@example.ac.uk", "hr-team@example.ac.uk"),
    ],
)
@pytest.mark.parametrize("listed", [{}, {"person": "no"}], ids=["an office", "said to be none"])
def test_the_address_of_an_office_in_the_glossary_is_not_that_of_a_person(
    email: str, printed: str, listed: dict[str, str]
) -> None:
    """That the office may be named says nothing of who reads its letters."""
    contact = Contact.model_validate({"name": "Technician Commitment Lead", "email": email})
    glossary = Glossary((owner(name="Technician Commitment Lead", **listed),), contact)
    assert published_contact(contact, glossary) == "Technician Commitment Lead"
    assert published_email(contact, glossary) == printed


@pytest.mark.parametrize(
    ("role", "name", "consent", "printed"),
    [
        ("Vice-Chancellor", "Jane Smith", None, "Vice-Chancellor"),
        ("Vice-Chancellor", "Jane Smith", "no", "Vice-Chancellor"),
        ("Vice-Chancellor", "Jane Smith", "yes", "Vice-Chancellor, Jane Smith"),
        ("Vice-Chancellor", "Kim Frost", None, "Vice-Chancellor, Kim Frost"),
        ("Vice-Chancellor", "Kim Frost", "no", "Vice-Chancellor"),
        ("Professor Jane Smith, Vice-Chancellor", None, None, "Vice-Chancellor"),
        ("Jane Smith", None, None, WITHHELD),
        ("Jane Smith", None, "yes", "Jane Smith"),
        ("Bo", None, "no", WITHHELD),
        ("Provost", None, "no", "Provost"),
        ("Is-Ganghellor", None, "no", "Is-Ganghellor"),
        ("Uachtarán", None, "no", "Uachtarán"),
        ("Grand Convocator", None, None, "Grand Convocator"),
        ("Jane Smith Vice Chancellor", None, None, "Vice Chancellor"),
        ("HR Jane Smith", None, None, "HR"),
    ],
)
def test_a_sign_off_names_the_role(role: str, name: str | None, consent: str | None, printed: str) -> None:
    """And the person, if they agreed: here, or for all plans in the glossary."""
    glossary = Glossary((owner(name="Kim Frost", consent="yes"),))
    assert (
        published_signatory(SignOff.model_validate(stated(role=role, name=name, consent=consent)), glossary) == printed
    )


def test_a_name_without_a_readable_glossary_is_withheld(tmp_path: Path) -> None:
    """Nobody knows who has agreed."""
    folder = workspace(tmp_path, "yes")
    (folder / "plans/u/institution.yaml").write_text("kind: institution\n\tformat: 1\n", "utf-8")
    assert "Jane" not in tcplan("render", "plan", folder, "--to", "md", "--as-of", "2026-02-01").stdout
