"""Ownership (TC2xx): who answers for an action, and who carries it out."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.rules.ownership import duplicate_spelling, joined_owners, leads, overloaded_owner, spellings
from tcplan.rules.support.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    Rule(leads.NO_OWNER, Profile.PLAN, plan=(leads.no_owner,)),
    Rule(leads.NO_LEAD, Profile.PLAN, plan=(leads.no_lead,)),
    Rule(leads.TBC_AFTER_START, Profile.PLAN, plan=(leads.tbc_after_start,)),
    Rule(spellings.MISSPELT_OWNER, plan=(spellings.misspelt_owner,)),
    Rule(spellings.OTHER_SPELLING, plan=(spellings.other_spelling,)),
    Rule(
        duplicate_spelling.OWNER_SPELT_TWICE,
        requires=(joined_owners.JOINED_OWNERS,),
        plan=(duplicate_spelling.owner_spelt_twice,),
    ),
    Rule(overloaded_owner.OVERLOADED_OWNER, Profile.PLAN, plan=(overloaded_owner.overloaded_owner,)),
    Rule(duplicate_spelling.AMBIGUOUS_SPELLING, institution=(duplicate_spelling.ambiguous_spelling,)),
    Rule(
        spellings.UNLISTED_OWNER,
        Profile.PLAN,
        requires=(joined_owners.JOINED_OWNERS,),
        plan=(spellings.unlisted_owner,),
    ),
    Rule(joined_owners.JOINED_OWNERS, plan=(joined_owners.joined_owners,)),
)
