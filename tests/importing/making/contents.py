"""One invented plan, which the layouts of the tests show in many ways. Its places and people do not exist."""

from dataclasses import dataclass, replace


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


GREEN, AMBER, RED, BLUE = "00b050", "ffc000", "ff0000", "0070c0"

PILLARS = ("Visibility", "Recognition", "Skills for the future")

OBJECTIVES = {
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

_FILLS = {"Green": GREEN, "Amber": AMBER, "Red": RED, "Blue": BLUE}


def make_actions() -> tuple[TrueAction, ...]:
    """The actions of the plan."""
    found = []
    for number, title, lead, owners, start, due, priority, themes, success, rag, progress, steps in _ROWS:
        objective, objective_priority, rationale = OBJECTIVES[number[:3]]
        pillar = PILLARS[int(number[0]) - 1]
        found.append(
            TrueAction(
                pillar, objective, objective_priority, rationale, number, title, lead, owners, start, due, priority,
                themes, success, rag, _FILLS[rag], progress, steps,
            )
        )  # fmt: skip
    return tuple(found)


def make_earlier_actions() -> tuple[TrueAction, ...]:
    """Some actions of the plan before this one, other than those of the plan."""
    titles = {
        "1.1.1": "Count the technicians of all schools",
        "1.1.2": "Print a poster of every workshop",
        "2.1.1": "Tell all teams about registration",
        "2.2.1": "Name a technician of the month",
    }
    kept = [one for one in make_actions() if one.number in titles]
    return tuple(replace(one, title=titles[one.number], due="December 2024", start="January 2022") for one in kept)
