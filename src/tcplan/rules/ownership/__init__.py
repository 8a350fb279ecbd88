"""Ownership (TC2xx): who is responsible for an action, and who carries it out."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.ownership import (
    ambiguous_spelling,
    joined_owners,
    misspelt_owner,
    no_lead,
    no_owner,
    other_spelling,
    overloaded_owner,
    owner_spelt_twice,
    split_owner,
    tbc_after_start,
    unconfirmed_person,
    unlisted_owner,
)
from tcplan.rules.support.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    Rule(codes.NO_OWNER, Profile.PLAN, plan=(no_owner.no_owner,)),
    Rule(codes.NO_LEAD, Profile.PLAN, plan=(no_lead.no_lead,)),
    Rule(codes.TBC_AFTER_START, Profile.PLAN, plan=(tbc_after_start.tbc_after_start,)),
    Rule(codes.MISSPELT_OWNER, fixes=True, plan=(misspelt_owner.misspelt_owner,)),
    Rule(codes.OTHER_SPELLING, fixes=True, plan=(other_spelling.other_spelling,)),
    Rule(
        codes.OWNER_SPELT_TWICE,
        requires=(codes.JOINED_OWNERS,),
        plan=(owner_spelt_twice.owner_spelt_twice,),
    ),
    Rule(codes.OVERLOADED_OWNER, Profile.PLAN, plan=(overloaded_owner.overloaded_owner,)),
    Rule(codes.AMBIGUOUS_SPELLING, institution=(ambiguous_spelling.ambiguous_spelling,)),
    Rule(
        codes.UNLISTED_OWNER,
        Profile.PLAN,
        requires=(codes.JOINED_OWNERS,),
        plan=(unlisted_owner.unlisted_owner,),
    ),
    Rule(codes.JOINED_OWNERS, plan=(joined_owners.joined_owners,)),
    Rule(codes.UNCONFIRMED_PERSON, Profile.PLAN, plan=(unconfirmed_person.unconfirmed_person,)),
    Rule(codes.SPLIT_OWNER, plan=(split_owner.split_owner,)),
)
