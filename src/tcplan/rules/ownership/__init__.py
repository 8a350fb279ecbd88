"""Ownership (TC2xx): who answers for an action, and who carries it out."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.ownership import duplicate_spelling, joined_owners, leads, overloaded_owner, spellings
from tcplan.rules.support.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    Rule(codes.NO_OWNER, Profile.PLAN, plan=(leads.no_owner,)),
    Rule(codes.NO_LEAD, Profile.PLAN, plan=(leads.no_lead,)),
    Rule(codes.TBC_AFTER_START, Profile.PLAN, plan=(leads.tbc_after_start,)),
    Rule(codes.MISSPELT_OWNER, plan=(spellings.misspelt_owner,)),
    Rule(codes.OTHER_SPELLING, plan=(spellings.other_spelling,)),
    Rule(
        codes.OWNER_SPELT_TWICE,
        requires=(codes.JOINED_OWNERS,),
        plan=(duplicate_spelling.owner_spelt_twice,),
    ),
    Rule(codes.OVERLOADED_OWNER, Profile.PLAN, plan=(overloaded_owner.overloaded_owner,)),
    Rule(codes.AMBIGUOUS_SPELLING, institution=(duplicate_spelling.ambiguous_spelling,)),
    Rule(
        codes.UNLISTED_OWNER,
        Profile.PLAN,
        requires=(codes.JOINED_OWNERS,),
        plan=(spellings.unlisted_owner,),
    ),
    Rule(codes.JOINED_OWNERS, plan=(joined_owners.joined_owners,)),
)
