"""Publication (TC8xx): what should not stand in a text that is published."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.rules.publication import addresses, links, people
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(addresses.EMAIL_IN_TEXT, file=(addresses.email_in_text,)),
    Rule(addresses.PHONE_IN_TEXT, file=(addresses.phone_in_text,)),
    Rule(
        people.PERSON_WITHOUT_CONSENT,
        Profile.PLAN,
        plan=(people.people_in_plan,),
        submission=(people.people_in_submission,),
        institution=(people.people_in_institution,),
    ),
    Rule(links.INSECURE_LINK, file=(links.insecure_link,)),
    Rule(links.VAGUE_LINK_TEXT, file=(links.vague_link_text,)),
    Rule(links.UNDESCRIBED_IMAGE, file=(links.undescribed_image,)),
)
