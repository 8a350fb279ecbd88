"""The words of headings and titles that are no pillar and no objective."""

from typing import Final

GENERIC: Final = """
    action plan; actions; our actions; plan; objectives; the plan; implementation plan; overview; our plan; the
    action plan; planned actions; key actions; action; specific actions; proposed actions; technician
    commitment; activities; key activities; tasks; next steps; future actions; future plans; new actions; what
    we will do; we will; our commitments; themes; pillars; aims; aims and objectives; goals; actions and
    objectives; objectives and actions; what we are going to do; our objectives; our aims; our priorities;
    priorities; forward plan; action points; sheet1; sheet2; sheet3; table 1; table; continued; actions
    continued; our action plan; planned activities; delivery plan; detailed action plan; full action plan; what
    we plan to do; what we plan to do next; commitments; pledges; our pledges; actions for the next three years;
    actions for the next two years; summary of actions; summary of our actions; summary of the plan; summary of the
    action plan; action summary; action plan summary; actions in detail; actions in full; actions in brief; detail of
    actions; details of actions; plan in detail; action plan in detail; list of actions; plan on a page; action plan on
    a page; at a glance; plan at a glance; actions at a glance; live actions; open actions; current actions; active
    actions; outstanding actions; actions in progress; actions under way; ongoing actions
    """
"""Headings of the whole plan, or of the actions of a group."""

OUTSIDE: Final = """
    introduction; background; contents; table of contents; foreword; governance; membership; contact; contacts;
    glossary; definitions; definition; context; about; about us; appendix; sign off; sign-off; approval;
    references; key; acronyms; abbreviations; technician voice; technicians voice; statement; consultation;
    further information; acknowledgements; executive summary; summary; monitoring; reporting; version; version
    history; document control; steering group; terms of reference; preface; institutional context; institutional
    profile; profile; methodology; how this plan was made; footnotes; notes; contact details; contact us; who we
    are; our technicians; our technical staff; vision; mission; monitoring and review; review; evaluation;
    resources; signatories; signed; declaration; data; statistics; our technical community; links; how we will
    report; review and reporting; useful links; process; communication; risks; feedback; colour key; rag key;
    the technician commitment; what is the technician commitment; key areas; covering letter; letter of support;
    defining the technician role; definition of technician; related documents; distribution; consultation and
    voice; timetable; how we consulted; how we listened; what technicians told us; what you told us; you said;
    survey results
    """
"""Headings of parts of a document that hold no actions."""

OUTSIDE_OR_PILLAR: Final = """
    governance; communication; communications; evaluation; monitoring; monitoring and review; reporting; review;
    resources; consultation; feedback; data; technician voice; technicians voice; review and reporting
"""
"""Those of them that a plan may have as a pillar, with a table of actions below."""

PAST: Final = (
    r"\b(?:achievements?|achieved|progress(?: to date| so far| made| since| update)?"
    r"|what (?:we have|we've|has been) (?:done|achieved)"
    r"|completed(?: actions)?|successes|highlights|so far|to date|current provision|already in place|in place"
    r"|what we already do|what we did|looking back|story so far|where we are now|good practice|existing)\b"
)
"""Parts of a document about what has been done."""
