"""Publication (TC8xx): what should not stand in a text that is published."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.publication import addresses, links, people
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.EMAIL_IN_TEXT, file=(addresses.email_in_text,)),
    Rule(codes.PHONE_IN_TEXT, file=(addresses.phone_in_text,)),
    Rule(
        codes.PERSON_WITHOUT_CONSENT,
        Profile.PLAN,
        plan=(people.people_in_plan,),
        submission=(people.people_in_submission,),
        institution=(people.people_in_institution,),
    ),
    Rule(codes.INSECURE_LINK, file=(links.insecure_link,)),
    Rule(codes.VAGUE_LINK_TEXT, file=(links.vague_link_text,)),
    Rule(codes.UNDESCRIBED_IMAGE, file=(links.undescribed_image,)),
)
