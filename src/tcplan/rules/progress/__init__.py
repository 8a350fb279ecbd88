"""Progress (TC5xx): reports that say what they should, in time."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.progress import answers, colours, evidence, order, silence, stated
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.UNFIT_REPORT, told=answers.UNFIT_REPORT_TEXT),
    Rule(codes.SILENT, Profile.PLAN, requires=(codes.FUTURE_REPORT,), plan=(silence.silent,)),
    Rule(
        codes.COMPLETE_WITHOUT_EVIDENCE,
        Profile.PLAN,
        plan=(evidence.complete_without_evidence,),
    ),
    Rule(
        codes.ON_TRACK_THOUGH_OVERDUE,
        Profile.PLAN,
        requires=(codes.SILENT,),
        plan=(stated.on_track_though_overdue,),
    ),
    Rule(codes.OFF_TRACK_WITHOUT_NOTE, Profile.PLAN, plan=(stated.off_track_without_note,)),
    Rule(codes.FUTURE_REPORT, plan=(order.future_report,)),
    Rule(codes.UNORDERED_REPORTS, requires=(codes.FUTURE_REPORT,), plan=(order.unordered_reports,)),
    Rule(codes.RAG_AGAINST_READING, Profile.PLAN, plan=(stated.rag_against_reading,)),
    Rule(
        codes.COLOUR_WITHOUT_KEY,
        plan=(colours.colours_of_reports,),
        submission=(colours.colours_of_closings,),
    ),
    Rule(codes.TWO_REPORTS_OF_ONE_DAY, plan=(order.two_reports_of_one_day,)),
    Rule(codes.REPORT_AFTER_CLOSURE, requires=(codes.FUTURE_REPORT,), plan=(order.report_after_closure,)),
)
