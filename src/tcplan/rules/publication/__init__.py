"""Publication (TC8xx): what should not be in a text that is published."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.publication import (
    comment_in_text,
    email_or_phone_in_text,
    insecure_link,
    person_in_text,
    person_without_consent,
    undescribed_image,
    unusable_logo,
    vague_link_text,
)
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.EMAIL_IN_TEXT, file=(email_or_phone_in_text.email_in_text,)),
    Rule(codes.PHONE_IN_TEXT, file=(email_or_phone_in_text.phone_in_text,)),
    Rule(
        codes.PERSON_WITHOUT_CONSENT,
        Profile.PLAN,
        plan=(person_without_consent.person_without_consent,),
        submission=(person_without_consent.signatory_without_consent,),
        institution=(person_without_consent.listed_without_consent,),
    ),
    Rule(codes.INSECURE_LINK, file=(insecure_link.insecure_link,)),
    Rule(codes.VAGUE_LINK_TEXT, file=(vague_link_text.vague_link_text,)),
    Rule(codes.UNDESCRIBED_IMAGE, file=(undescribed_image.undescribed_image,)),
    Rule(codes.PERSON_IN_TEXT, Profile.PLAN, file=(person_in_text.person_in_text,)),
    Rule(codes.COMMENT_IN_TEXT, file=(comment_in_text.comment_in_text,)),
    Rule(codes.UNUSABLE_LOGO, institution=(unusable_logo.unusable_logo,)),
)
