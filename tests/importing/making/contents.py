"""Invented plans, which the layouts of the tests show in many ways. Their places and people do not exist."""

from dataclasses import dataclass, replace
from typing import NamedTuple


@dataclass(frozen=True)
class TrueAction:
    """An action with all that a document may say about it."""

    pillar: str
    objective: str
    objective_priority: str
    rationale: str
    number: str
    title: str
    lead: str
    owners: tuple[str, ...]
    start: str
    due: str
    priority: str
    themes: str
    success: tuple[str, ...]
    rag: str
    fill: str
    progress: str
    steps: tuple[str, ...]

    @property
    def objective_number(self) -> str:
        """The id of its objective."""
        return self.number.rpartition(".")[0]

    @property
    def pillar_number(self) -> str:
        """The id of its pillar."""
        return self.number.split(".")[0]


GREEN, AMBER, RED, BLUE, GREY = "00b050", "ffc000", "ff0000", "0070c0", "a6a6a6"

_PILLARS = ("Visibility", "Recognition", "Skills for the future")

_OBJECTIVES = {
    "1.1": (
        "Make the work of technicians at Tarnholm easier to find",
        "High",
        "Visitors seldom know who runs the foundry.",
    ),
    "1.2": ("Give technicians a seat in the bodies that decide", "Medium", "Two of nine committees have a technician."),
    "2.1": ("Increase the number of registered technicians", "High", "The last survey found 14% registered."),
    "2.2": ("Celebrate technical achievement every year", "Low", "Awards stopped in the year of the flood."),
    "3.1": ("Offer a clear way from apprentice to senior technician", "Medium", "Grades end at six in most teams."),
}

_ROWS = (
    (
        "1.1.1",
        "Publish a directory of technical staff and their equipment",
        "Head of Workshops",
        ("Web Team", "Estates"),
        "January 2025",
        "June 2025",
        "High",
        "Visibility",
        ("Directory online", "90% of teams listed"),
        "Green",
        "Forty teams are listed.",
        ("List the teams", "Build the page"),
    ),
    (
        "1.1.2",
        "Hold an open day in the glass and metal workshops",
        "Outreach Office",
        ("Head of Workshops",),
        "March 2025",
        "September 2026",
        "Medium",
        "Visibility",
        ("200 visitors a year",),
        "Amber",
        "The date has moved twice.",
        ("Book the halls", "Invite the schools"),
    ),
    (
        "1.1.3",
        "Write a technician's story for each issue of the newsletter",
        "Communications",
        ("Technicians' Forum", "Web Team"),
        "January 2025",
        "Ongoing",
        "Low",
        "Visibility, Recognition",
        ("Six stories a year",),
        "Blue",
        "Seven stories were printed.",
        ("Find six authors", "Agree the issues"),
    ),
    (
        "1.2.1",
        "Reserve a place for technicians on Senate and its committees",
        "Registrar",
        ("Senate Office",),
        "May 2025",
        "31 July 2026",
        "High",
        "Sustainability",
        ("Standing orders changed",),
        "Red",
        "Senate has not discussed it.",
        ("Draft the order", "Bring it to Senate"),
    ),
    (
        "1.2.2",
        "Train committee members from technical teams in how papers are made",
        "HROD",
        ("Senate Office", "Technicians' Forum"),
        "May 2025",
        "December 2025",
        "Medium",
        "Career Development",
        ("Ten members trained", "Course repeated each autumn"),
        "Green",
        "Eleven members came.",
        ("Plan the course", "Run it twice"),
    ),
    (
        "2.1.1",
        "Pay the registration fees of all technical staff",
        "Finance",
        ("HROD",),
        "April 2025",
        "12 months",
        "High",
        "Recognition",
        ("30% registered by 2027",),
        "Amber",
        "Budget is agreed for a year.",
        ("Agree the budget", "Tell the teams"),
    ),
    (
        "2.1.2",
        "Run writing workshops for applicants twice a year",
        "Technicians' Forum",
        ("HROD", "Library"),
        "April 2025",
        "24 months",
        "Medium",
        "Recognition",
        ("Two workshops a year", "Half of those who come apply"),
        "Green",
        "Both workshops were full.",
        ("Find mentors", "Book rooms"),
    ),
    (
        "2.2.1",
        "Bring back the awards evening with a prize for technical work",
        "Communications",
        ("Vice-Chancellor's Office",),
        "June 2025",
        "Autumn 2025",
        "Low",
        "Recognition, Visibility",
        ("Evening held each year",),
        "Red",
        "No date has been set.",
        ("Choose the jury", "Find a sponsor"),
    ),
    (
        "2.2.2",
        "Name technicians as contributors in papers and exhibitions",
        "Research Office",
        ("Library", "Heads of School"),
        "June 2025",
        "2026/27",
        "Medium",
        "Recognition",
        ("Policy adopted by all schools",),
        "Amber",
        "Three schools have adopted it.",
        ("Draft the policy", "Consult the schools"),
    ),
    (
        "3.1.1",
        "Map the grades and roles of all technical teams",
        "HROD",
        ("Heads of School",),
        "February 2025",
        "March 2026",
        "High",
        "Career Development",
        ("Map published",),
        "Green",
        "The map is in its second draft.",
        ("Collect the roles", "Compare the grades"),
    ),
    (
        "3.1.2",
        "Set up an apprenticeship in instrument making with the college",
        "Head of Workshops",
        ("HROD", "Tarn College"),
        "February 2025",
        "36 months",
        "High",
        "Career Development, Sustainability",
        ("Four apprentices a year", "First four in post by 2026"),
        "Amber",
        "The college has agreed.",
        ("Sign with the college", "Recruit four people"),
    ),
)

FILLS = {"Green": GREEN, "Amber": AMBER, "Red": RED, "Blue": BLUE, "Grey": GREY}

_Row = tuple[str, str, str, tuple[str, ...], str, str, str, str, tuple[str, ...], str, str, tuple[str, ...]]


class Contents(NamedTuple):
    """A plan, and some actions of the one before it."""

    name: str
    actions: tuple[TrueAction, ...]
    earlier: tuple[TrueAction, ...]


def _make(
    name: str,
    pillars: tuple[str, ...],
    objectives: dict[str, tuple[str, str, str]],
    rows: tuple[_Row, ...],
    earlier: dict[str, str],
) -> Contents:
    actions = tuple(
        TrueAction(
            pillars[int(number[0]) - 1], *objectives[number[:3]], number, title, lead, owners, start, due, priority,
            themes, success, rag, FILLS[rag], progress, steps,
        )
        for number, title, lead, owners, start, due, priority, themes, success, rag, progress, steps in rows
    )  # fmt: skip
    before = tuple(
        replace(one, title=earlier[one.number], due="December 2023", start="January 2021")
        for one in actions
        if one.number in earlier
    )
    return Contents(name, actions, before)


TARNHOLM = _make(
    "Tarnholm",
    _PILLARS,
    _OBJECTIVES,
    _ROWS,
    {
        "1.1.1": "Count the technicians of all schools",
        "1.1.2": "Print a poster of every workshop",
        "2.1.1": "Tell all teams about registration",
        "2.2.1": "Name a technician of the month",
    },
)
"""Whole sentences, spelt out."""

_WEXHOLM_OBJECTIVES = {
    "1.1": ("Technicians are seen", "High", "Few people know what technicians do: the survey says so."),
    "1.2": ("Better communication across campuses", "Medium", "Two campuses, no shared channel."),
    "2.1": ("Professional registration", "High", "We have 12 registered technicians (4%)."),
    "2.2": ("Reward and recognition that is fair and transparent", "Low", "See the pay review."),
    "3.1": ("Succession planning for critical technical skills", "Medium", "A third retire by 2030."),
}

_WEXHOLM_ROWS = (
    (
        "1.1.1",
        "Technician profiles on the staff web pages",
        "Dr Jo Fell",
        ("Communications", "J. Okafor"),
        "Sept 2024",
        "End of November 2025",
        "H",
        "Visibility",
        ("50 profiles live by Dec 2025; 100 by Dec 2026",),
        "Green",
        "25 profiles so far",
        ("Template agreed", "Photographs taken"),
    ),
    (
        "1.1.2",
        "Annual technician conference: a day for technicians from all sites",
        "TSG",
        ("TSG",),
        "Jan 2025",
        "May-26",
        "M",
        "Visibility",
        ("CEDARS results 23/25; April 2023",),
        "Amber",
        "Venue booked.",
        ("Programme committee", "Call for talks"),
    ),
    (
        "1.1.3",
        "We will include technical staff in open days and in the prospectus",
        "Marketing & Recruitment",
        ("Faculty Operations Managers",),
        "2024/25",
        "Y1-3",
        "L",
        "Visibility, Career Development",
        ("All prospectuses mention technical roles.",),
        "Green",
        "Done for 2025 entry",
        ("Photo shoot", "Text agreed with faculties"),
    ),
    (
        "1.2.1",
        "Technicians to be invited to faculty away days",
        "Deans",
        ("Deans", "HR"),
        "2024",
        "Ongoing",
        "M",
        "Visibility",
        ("80% of away days",),
        "Red",
        "Not started",
        ("List of away days", "Invitations"),
    ),
    (
        "1.2.2",
        "A Teams channel for all technical staff, moderated by the network",
        "Digital Services",
        ("Digital Services",),
        "Oct 2024",
        "31/12/2025",
        "H",
        "Visibility",
        ("300 members",),
        "Blue",
        "Complete: 340 members",
        ("Channel created", "Moderators named"),
    ),
    (
        "2.1.1",
        "Fund 10 RSci/RSciTech applications per year",
        "Finance Business Partner",
        ("People & Culture",),
        "Aug 2024",
        "Aug 2025, Aug 2026",
        "H",
        "Recognition",
        ("10 by Aug 2025", "20 by Aug 2026"),
        "Amber",
        "6 funded",
        ("Budget line", "Call to teams"),
    ),
    (
        "2.1.2",
        "Employer Champion status from the Science Council",
        "People & Culture",
        ("TSG", "People & Culture"),
        "Aug 2024",
        "Q2 2026",
        "M",
        "Recognition",
        ("Status awarded",),
        "Grey",
        "Application being written",
        ("Self-assessment", "Application"),
    ),
    (
        "2.2.1",
        "Review of the regrading process, with the unions",
        "HRBPs",
        ("HR", "UCU, Unite"),
        "Jan 2025",
        "TBC",
        "H",
        "Recognition",
        ("New process agreed at JNCC",),
        "Amber",
        "Two meetings held",
        ("Working group", "Paper to JNCC"),
    ),
    (
        "2.2.2",
        "Technical category in the Vice-Chancellor's awards",
        "VCO",
        ("VCO",),
        "Mar 2025",
        "Spring 2026",
        "L",
        "Recognition",
        ("Award made in 2026",),
        "Green",
        "Agreed by UEG",
        ("Criteria", "Panel"),
    ),
    (
        "3.1.1",
        "Skills audit of all technical teams every two years",
        "Technical Managers' Group",
        ("Technical Managers",),
        "Jan 2025",
        "Dec 2026",
        "H",
        "Sustainability",
        ("Audit reported to UEG",),
        "Red",
        "Delayed to 2026",
        ("Questionnaire", "Pilot in two schools"),
    ),
    (
        "3.1.2",
        "Double the number of apprentices (from 6 to 12) over the life of the plan",
        "Apprenticeships Team",
        ("Apprenticeships Team", "Heads of Department"),
        "Jan 2025",
        "By the end of 2027",
        "H",
        "Sustainability",
        ("8 apprentices by 2026", "12 apprentices by 2027"),
        "Green",
        "9 apprentices in post",
        ("Business case", "Recruitment round"),
    ),
)

WEXHOLM = _make(
    "Wexholm",
    ("Visibility", "Recognition", "Sustainability"),
    _WEXHOLM_OBJECTIVES,
    _WEXHOLM_ROWS,
    {
        "1.1.1": "Count technical staff",
        "1.1.2": "Poster of every workshop",
        "2.1.1": "Talks on registration",
        "2.2.1": "Technician of the month",
    },
)
"""Names of things rather than sentences, with initials, short dates and series of numbers."""
