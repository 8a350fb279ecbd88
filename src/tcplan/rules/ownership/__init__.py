"""Ownership (TC2xx): who answers for an action, and who carries it out."""

from typing import Final

from tcplan.rules.ownership import joined, leads, load, spellings, twice
from tcplan.rules.rule import Rule
from tcplan.settings import Profile

RULES: Final[tuple[Rule, ...]] = (
    Rule(leads.NO_OWNER, Profile.PLAN, plan=(leads.no_owner,)),
    Rule(leads.NO_LEAD, Profile.PLAN, plan=(leads.no_lead,)),
    Rule(leads.TBC_AFTER_START, Profile.PLAN, plan=(leads.tbc_after_start,)),
    Rule(spellings.MISSPELT_OWNER, plan=(spellings.misspelt_owner,)),
    Rule(spellings.OTHER_SPELLING, plan=(spellings.other_spelling,)),
    Rule(twice.OWNER_SPELT_TWICE, requires=(joined.JOINED_OWNERS,), plan=(twice.owner_spelt_twice,)),
    Rule(load.OVERLOADED_OWNER, Profile.PLAN, plan=(load.overloaded_owner,)),
    Rule(twice.AMBIGUOUS_SPELLING, institution=(twice.ambiguous_spelling,)),
    Rule(spellings.UNLISTED_OWNER, Profile.PLAN, requires=(joined.JOINED_OWNERS,), plan=(spellings.unlisted_owner,)),
    Rule(joined.JOINED_OWNERS, plan=(joined.joined_owners,)),
)
