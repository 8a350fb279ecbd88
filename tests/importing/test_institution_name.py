"""The name of a new institution is that which its document has, or none."""

import pytest

from tcplan.importing.document import Paragraph, SourceDocument, SourcePlace
from tcplan.importing.institution_name import institution_in


def name_in(*texts: str) -> str:
    """The name in a document of some paragraphs."""
    return institution_in(SourceDocument("plan.docx", tuple(Paragraph(text, SourcePlace()) for text in texts)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Eastmoor University Technician Commitment Action Plan 2025-27", "Eastmoor University"),
        ("Technician Commitment Action Plan: University of Kents Hill", "University of Kents Hill"),
        ("The University of the North Fens signed the Technician Commitment in 2019.", "University of the North Fens"),
        ("Action Plan of the Larkhill Research Institute, Phase 2", "Larkhill Research Institute"),
        ("Plan of Queen's College", "Queen's College"),
        ("Carrow Institute of Marine Science", "Carrow Institute of Marine Science"),
        (
            "Action plan of the Carrow Institute of Marine and Polar Science 2026",
            "Carrow Institute of Marine and Polar Science",
        ),
        ("Northmoor University of Applied Sciences", "Northmoor University of Applied Sciences"),
        ("St Bede's University Hexley", "St Bede's University Hexley"),
        ("Eastmoor University Strategy", "Eastmoor University"),
        ("Career Pathways\tMI Talent Recommendations University Strategy R.3.3", ""),
        ("Our university signed in 2019.", ""),
        ("University action plan", ""),
        ("hosted by the UK Institute for Technical Skills & Strategy", ""),
    ],
)
def test_a_name_is_read_with_its_own_words_alone(text: str, name: str) -> None:
    """Words of a title around it are none of it."""
    assert name_in(text) == name


def test_the_name_that_is_there_most_often_is_that_of_the_plan() -> None:
    """Partners are named too."""
    assert (
        name_in("With Northmoor University", "Eastmoor University", "At Eastmoor University") == "Eastmoor University"
    )


def test_further_down_one_mention_is_not_enough() -> None:
    """Words of a cell may stand beside each other by chance."""
    assert name_in(*["text"] * 30, "Career Pathways University Strategy") == ""
