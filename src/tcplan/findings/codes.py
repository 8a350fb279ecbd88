"""Every code that a finding can have, once, in the order of the families and of the numbers.

A code never changes and is never given to another rule. The table of rules in `tcplan.rules` follows this order.
A code with a `gap` is one of what a submission lacks: see `tcplan.check.gaps`.
"""

from typing import Final

from tcplan.findings.finding import Code, GapKind, Severity

# Reading (TC00x: found as YAML), shape (TC01x and TC301: found as a plan file), and what is read (TC02x)
UNREADABLE_FILE: Final = Code("TC001", "unreadable-file", Severity.ERROR)
YAML_SYNTAX: Final = Code("TC002", "yaml-syntax", Severity.ERROR)
DUPLICATE_KEY: Final = Code("TC003", "duplicate-key", Severity.ERROR)
LOST_WORDS: Final = Code("TC004", "lost-words", Severity.ERROR)
YAML_FEATURE: Final = Code("TC005", "yaml-feature", Severity.ERROR)
NULL_WORD: Final = Code("TC006", "null-word", Severity.ERROR)
TAB: Final = Code("TC007", "tab", Severity.ERROR)
TOO_DEEP: Final = Code("TC008", "too-deep", Severity.ERROR)
TOO_LONG: Final = Code("TC009", "too-long", Severity.ERROR)
UNKNOWN_KIND: Final = Code("TC010", "unknown-kind", Severity.ERROR)
UNKNOWN_FORMAT: Final = Code("TC011", "unknown-format", Severity.ERROR)
UNKNOWN_KEY: Final = Code("TC012", "unknown-key", Severity.ERROR)
MISPLACED_KEY: Final = Code("TC013", "misplaced-key", Severity.ERROR)
WRONG_TYPE: Final = Code("TC014", "wrong-type", Severity.ERROR)
UNKNOWN_VALUE: Final = Code("TC015", "unknown-value", Severity.ERROR)
MISSING_KEY: Final = Code("TC016", "missing-key", Severity.ERROR)
MALFORMED_VALUE: Final = Code("TC017", "malformed-value", Severity.ERROR)
UNFOLLOWED_LINK: Final = Code("TC020", "unfollowed-link", Severity.ERROR)
CLOSED_FOLDER: Final = Code("TC021", "closed-folder", Severity.ERROR)
SKIPPED_FOLDER: Final = Code("TC022", "skipped-folder", Severity.WARNING)
MISNAMED_FILE: Final = Code("TC023", "misnamed-file", Severity.ADVICE)
MALFORMED_EXCLUDE: Final = Code("TC024", "malformed-exclude", Severity.WARNING)
UNMATCHED_EXCLUDE: Final = Code("TC025", "unmatched-exclude", Severity.ADVICE)
UNREAD_LINK: Final = Code("TC026", "unread-link", Severity.ADVICE)
INVISIBLE_CHARACTER: Final = Code("TC035", "invisible-character", Severity.ERROR)
IMPOSSIBLE_DATE: Final = Code("TC301", "impossible-date", Severity.ERROR)

# Ids and references
DUPLICATE_ID: Final = Code("TC101", "duplicate-id", Severity.ERROR)
UNKNOWN_REFERENCE: Final = Code("TC102", "unknown-reference", Severity.ERROR)
UNKNOWN_FRAMEWORK_ITEM: Final = Code("TC103", "unknown-framework-item", Severity.ERROR)
UNKNOWN_MEASURE: Final = Code("TC104", "unknown-measure", Severity.ERROR)
UNKNOWN_VOICE: Final = Code("TC105", "unknown-voice", Severity.ERROR)
DEPENDENCY_CYCLE: Final = Code("TC106", "dependency-cycle", Severity.ERROR)
UNKNOWN_PARENT: Final = Code("TC107", "unknown-parent", Severity.ERROR)
NOT_IN_WORKSPACE: Final = Code("TC108", "not-in-workspace", Severity.ADVICE)
UNKNOWN_CASE_STUDY: Final = Code("TC109", "unknown-case-study", Severity.ERROR)
UNKNOWN_QUESTION: Final = Code("TC110", "unknown-question", Severity.ERROR)
UNKNOWN_PLAN: Final = Code("TC111", "unknown-plan", Severity.ERROR)
UNKNOWN_FORM: Final = Code("TC112", "unknown-form", Severity.ERROR)
SHADOWED_FILE: Final = Code("TC113", "shadowed-file", Severity.ERROR)
GAP_IN_NUMBERING: Final = Code("TC114", "gap-in-numbering", Severity.WARNING)
MISSING_PARENT: Final = Code("TC115", "missing-parent", Severity.WARNING)
UNKNOWN_ID_IN_PROSE: Final = Code("TC116", "unknown-id-in-prose", Severity.WARNING)
UNCONTINUED_ACTION: Final = Code("TC117", "uncontinued-action", Severity.WARNING)
OPEN_UNDER_CLOSED: Final = Code("TC118", "open-under-closed", Severity.WARNING)
INTO_CLOSED: Final = Code("TC119", "into-closed", Severity.WARNING)
MERGED_WITHOUT_INTO: Final = Code("TC120", "merged-without-into", Severity.WARNING)
UNUSED_ACCEPTANCE: Final = Code("TC121", "unused-acceptance", Severity.WARNING)
UNKNOWN_RULE: Final = Code("TC122", "unknown-rule", Severity.ERROR)
ACCEPTED_ERROR: Final = Code("TC123", "accepted-error", Severity.ERROR)
CONTINUES_OWN_PLAN: Final = Code("TC124", "continues-own-plan", Severity.WARNING)
DEPENDS_ON_CLOSED: Final = Code("TC125", "depends-on-closed", Severity.WARNING)
COPIED_FILE: Final = Code("TC126", "copied-file", Severity.ERROR)
OVERLAPPING_PLANS: Final = Code("TC127", "overlapping-plans", Severity.WARNING)
AMBIGUOUS_EARLIER_ID: Final = Code("TC128", "ambiguous-earlier-id", Severity.ERROR)
IMPOSSIBLE_SUCCESSION: Final = Code("TC129", "impossible-succession", Severity.ERROR)
LISTED_TWICE: Final = Code("TC130", "listed-twice", Severity.WARNING)
REFERS_TO_ITSELF: Final = Code("TC131", "refers-to-itself", Severity.WARNING)
UNKNOWN_FEEDBACK: Final = Code("TC140", "unknown-feedback", Severity.ERROR)
MISSPELT_CHARTER: Final = Code("TC142", "misspelt-charter", Severity.WARNING)

# Ownership
NO_OWNER: Final = Code(
    "TC201", "no-owner", Severity.WARNING, GapKind("No lead or owner", "No lead or owner is named for any of the {}")
)
NO_LEAD: Final = Code("TC202", "no-lead", Severity.ADVICE)
TBC_AFTER_START: Final = Code(
    "TC203",
    "tbc-after-start",
    Severity.WARNING,
    GapKind("Lead or owner still to be confirmed", "A lead or owner is still to be confirmed for each of the {}"),
)
MISSPELT_OWNER: Final = Code("TC204", "misspelt-owner", Severity.WARNING)
OTHER_SPELLING: Final = Code("TC205", "other-spelling", Severity.ADVICE)
OWNER_SPELT_TWICE: Final = Code("TC206", "owner-spelt-twice", Severity.WARNING)
OVERLOADED_OWNER: Final = Code("TC207", "overloaded-owner", Severity.ADVICE)
AMBIGUOUS_SPELLING: Final = Code("TC208", "ambiguous-spelling", Severity.WARNING)
UNLISTED_OWNER: Final = Code("TC209", "unlisted-owner", Severity.ADVICE)
JOINED_OWNERS: Final = Code("TC210", "joined-owners", Severity.WARNING)
UNCONFIRMED_PERSON: Final = Code("TC211", "unconfirmed-person", Severity.WARNING)
SPLIT_OWNER: Final = Code("TC212", "split-owner", Severity.ADVICE)

# Time
DUE_OUTSIDE_PERIOD: Final = Code("TC302", "due-outside-period", Severity.WARNING)
DUE_BEFORE_START: Final = Code("TC303", "due-before-start", Severity.ERROR)
REVERSED_PERIOD: Final = Code("TC304", "reversed-period", Severity.ERROR)
NO_DUE_DATE: Final = Code(
    "TC305", "no-due-date", Severity.WARNING, GapKind("No due date", "No due date is given for any of the {}")
)
PART_AFTER_ACTION: Final = Code("TC306", "part-after-action", Severity.WARNING)
DEPENDENCY_DUE_LATER: Final = Code("TC307", "dependency-due-later", Severity.WARNING)
UNUSUAL_PERIOD: Final = Code("TC308", "unusual-period", Severity.WARNING)
CROWDED_MONTH: Final = Code("TC309", "crowded-month", Severity.ADVICE)
SLIPPED_OFTEN: Final = Code("TC310", "slipped-often", Severity.WARNING)
DONE_IN_FUTURE: Final = Code("TC311", "done-in-future", Severity.WARNING)
TBC_DUE_AFTER_START: Final = Code(
    "TC312",
    "tbc-due-after-start",
    Severity.WARNING,
    GapKind("Due date still to be confirmed", "The due date is still to be confirmed for each of the {}"),
)
NO_PERIOD: Final = Code("TC313", "no-period", Severity.WARNING, GapKind("No start or end of the plan"))
SLIPPED_PAST_END: Final = Code("TC314", "slipped-past-end", Severity.ADVICE)
FUTURE_DATE: Final = Code("TC315", "future-date", Severity.WARNING)

# Success and measures
NO_SUCCESS_CRITERION: Final = Code(
    "TC401",
    "no-success-criterion",
    Severity.WARNING,
    GapKind("No success criterion", "No success criterion is given for any of the {}", blocks=False),
)
NOTHING_TO_SEE: Final = Code("TC402", "nothing-to-see", Severity.WARNING)
TARGET_WITHOUT_READING: Final = Code(
    "TC403",
    "target-without-reading",
    Severity.WARNING,
    GapKind("No reading where one is due", "A reading is due for each of the {}, and none has one", blocks=False),
)
EASY_TARGET: Final = Code("TC404", "easy-target", Severity.WARNING)
SAME_MEASURE_TWICE: Final = Code("TC405", "same-measure-twice", Severity.WARNING)
REVIEW_ONLY_CRITERION: Final = Code("TC406", "review-only-criterion", Severity.WARNING)
ONGOING_WITHOUT_MEASURE: Final = Code("TC407", "ongoing-without-measure", Severity.WARNING)
MIXED_UNITS: Final = Code("TC408", "mixed-units", Severity.ERROR)
UNUSED_MEASURE: Final = Code("TC409", "unused-measure", Severity.ADVICE)
TARGET_OUTSIDE_PLAN: Final = Code("TC410", "target-outside-plan", Severity.WARNING)
FUTURE_READING: Final = Code("TC411", "future-reading", Severity.WARNING)
SHARED_MEASURE: Final = Code("TC412", "shared-measure", Severity.ADVICE)
FLAT_TARGET: Final = Code("TC413", "flat-target", Severity.ADVICE)
PASTED_LIST: Final = Code("TC414", "pasted-list", Severity.WARNING)
MEASURE_WITHOUT_READING: Final = Code(
    "TC416",
    "measure-without-reading",
    Severity.ADVICE,
    GapKind("Measure without a baseline", "No baseline is given for any of the {}", blocks=False),
)
MEASURE_WITHOUT_TARGET: Final = Code(
    "TC417",
    "measure-without-target",
    Severity.ADVICE,
    GapKind("Measure without a target", "No target is given for any of the {}", blocks=False),
)
MEASURE_WITHOUT_SOURCE: Final = Code(
    "TC418",
    "measure-without-source",
    Severity.ADVICE,
    GapKind("Measure without a source", "No source is given for any of the {}", blocks=False),
)

# Progress
UNFIT_REPORT: Final = Code("TC501", "unfit-report", Severity.ERROR)
SILENT: Final = Code("TC502", "silent", Severity.WARNING)
COMPLETE_WITHOUT_EVIDENCE: Final = Code("TC503", "complete-without-evidence", Severity.WARNING)
ON_TRACK_THOUGH_OVERDUE: Final = Code("TC504", "on-track-though-overdue", Severity.WARNING)
OFF_TRACK_WITHOUT_NOTE: Final = Code("TC505", "off-track-without-note", Severity.WARNING)
FUTURE_REPORT: Final = Code("TC506", "future-report", Severity.WARNING)
UNORDERED_REPORTS: Final = Code("TC507", "unordered-reports", Severity.WARNING)
RAG_AGAINST_READING: Final = Code("TC508", "rag-against-reading", Severity.WARNING)
COLOUR_WITHOUT_KEY: Final = Code("TC509", "colour-without-key", Severity.WARNING)
TWO_REPORTS_OF_ONE_DAY: Final = Code("TC510", "two-reports-of-one-day", Severity.ADVICE)
REPORT_AFTER_CLOSURE: Final = Code("TC512", "report-after-closure", Severity.WARNING)

# Coverage
THEME_WITHOUT_ACTIONS: Final = Code("TC601", "theme-without-actions", Severity.WARNING)
NO_IMPACT_EVALUATION: Final = Code(
    "TC602", "no-impact-evaluation", Severity.WARNING, GapKind("No way to evaluate impact", blocks=False)
)
NO_TECHNICIAN_VOICE: Final = Code("TC603", "no-technician-voice", Severity.WARNING, GapKind("No technician voice"))
UNANSWERED_FRAMEWORK_ITEM: Final = Code("TC604", "unanswered-framework-item", Severity.ADVICE)
OBJECTIVE_WITHOUT_ACTIONS: Final = Code("TC605", "objective-without-actions", Severity.WARNING, GapKind("No actions"))
UNANSWERED_ADVICE: Final = Code("TC610", "unanswered-advice", Severity.ADVICE)

# Submission
UNANSWERED_QUESTION: Final = Code("TC701", "unanswered-question", Severity.WARNING, GapKind("No answer"))
OVER_WORD_LIMIT: Final = Code("TC702", "over-word-limit", Severity.WARNING, GapKind("More words than allowed"))
PLACEHOLDER: Final = Code("TC703", "placeholder", Severity.WARNING, GapKind("Placeholder in the text"))
NO_CONTACT: Final = Code("TC704", "no-contact", Severity.WARNING, GapKind("No contact"))
NO_WEBPAGE: Final = Code("TC705", "no-webpage", Severity.WARNING, GapKind("No web page"))
NO_SIGN_OFF: Final = Code("TC706", "no-sign-off", Severity.WARNING, GapKind("No sign-off"))
NO_CLOSING_RAG: Final = Code("TC707", "no-closing-rag", Severity.WARNING, GapKind("No closing colour stated"))
UNFIT_PLAN_LENGTH: Final = Code(
    "TC708", "unfit-plan-length", Severity.WARNING, GapKind("Length of the plan not as the form asks")
)
NO_REVIEW: Final = Code("TC709", "no-review", Severity.WARNING, GapKind("No review of an earlier plan"))
NO_PLAN_SUBMITTED: Final = Code("TC710", "no-plan-submitted", Severity.WARNING, GapKind("No plan"))
UNFIT_COHORT: Final = Code("TC711", "unfit-cohort", Severity.WARNING)
SENT_OUT_OF_ORDER: Final = Code("TC712", "sent-out-of-order", Severity.WARNING)
UNKNOWN_FIGURE: Final = Code("TC713", "unknown-figure", Severity.ERROR)
FIGURE_WITHOUT_VALUE: Final = Code("TC714", "figure-without-value", Severity.WARNING, GapKind("Figure without a value"))
NO_SUBMISSION_DATE: Final = Code(
    "TC715", "no-submission-date", Severity.ADVICE, GapKind("No date of the submission known", blocks=False)
)
REVIEW_WITHOUT_SUMMARY: Final = Code(
    "TC716", "review-without-summary", Severity.WARNING, GapKind("Review without a summary", blocks=False)
)
CLOSING_WITHOUT_NOTE: Final = Code(
    "TC717", "closing-without-note", Severity.WARNING, GapKind("No sentence on what was achieved", blocks=False)
)
CLOSING_WITHOUT_EVIDENCE: Final = Code(
    "TC718", "closing-without-evidence", Severity.ADVICE, GapKind("Finished without evidence", blocks=False)
)
UNTITLED_EVIDENCE: Final = Code("TC719", "untitled-evidence", Severity.WARNING, GapKind("Evidence without a title"))
IMPACT_WITHOUT_EVIDENCE: Final = Code(
    "TC720", "impact-without-evidence", Severity.WARNING, GapKind("Claim of impact without evidence")
)
STILL_TO_BE_CONFIRMED: Final = Code(
    "TC721",
    "still-to-be-confirmed",
    Severity.ADVICE,
    GapKind(
        "Lead, owner or date still open",
        "A lead, an owner or a due date is still to be confirmed for each of the {}",
        blocks=False,
    ),
)
INCOMPLETE_HEADER: Final = Code(
    "TC722", "incomplete-header", Severity.WARNING, GapKind("Header of the form not complete", blocks=False)
)
REVIEW_WITHOUT_DATE: Final = Code("TC723", "review-without-date", Severity.WARNING, GapKind("Review without a date"))
PROVISIONAL_WORDING: Final = Code("TC725", "provisional-wording", Severity.ADVICE)
CHANGED_SINCE_APPROVAL: Final = Code(
    "TC730", "changed-since-approval", Severity.WARNING, GapKind("Changed since the approval")
)

# Publication
EMAIL_IN_TEXT: Final = Code("TC801", "email-in-text", Severity.WARNING)
PHONE_IN_TEXT: Final = Code("TC802", "phone-in-text", Severity.WARNING)
PERSON_WITHOUT_CONSENT: Final = Code("TC803", "person-without-consent", Severity.WARNING)
INSECURE_LINK: Final = Code("TC804", "insecure-link", Severity.WARNING)
VAGUE_LINK_TEXT: Final = Code("TC805", "vague-link-text", Severity.WARNING)
UNDESCRIBED_IMAGE: Final = Code("TC806", "undescribed-image", Severity.WARNING)
PERSON_IN_TEXT: Final = Code("TC807", "person-in-text", Severity.WARNING)
COMMENT_IN_TEXT: Final = Code("TC808", "comment-in-text", Severity.WARNING)
UNUSABLE_LOGO: Final = Code("TC809", "unusable-logo", Severity.WARNING)

CODES: Final[tuple[Code, ...]] = tuple(value for value in tuple(globals().values()) if isinstance(value, Code))
"""All of them, in the order above."""
