"""Progress (TC5xx): reports that say what they should, in time."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.rules.progress import answers, colours, evidence, order, silence, stated
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(answers.UNFIT_REPORT, told=answers.UNFIT_REPORT_TEXT),
    Rule(silence.SILENT, Profile.PLAN, requires=(order.FUTURE_REPORT,), plan=(silence.silent,)),
    Rule(
        evidence.COMPLETE_WITHOUT_EVIDENCE,
        Profile.PLAN,
        plan=(evidence.complete_without_evidence,),
    ),
    Rule(
        stated.ON_TRACK_THOUGH_OVERDUE,
        Profile.PLAN,
        requires=(silence.SILENT,),
        plan=(stated.on_track_though_overdue,),
    ),
    Rule(stated.OFF_TRACK_WITHOUT_NOTE, Profile.PLAN, plan=(stated.off_track_without_note,)),
    Rule(order.FUTURE_REPORT, plan=(order.future_report,)),
    Rule(order.UNORDERED_REPORTS, requires=(order.FUTURE_REPORT,), plan=(order.unordered_reports,)),
    Rule(stated.RAG_AGAINST_READING, Profile.PLAN, plan=(stated.rag_against_reading,)),
    Rule(
        colours.COLOUR_WITHOUT_KEY,
        plan=(colours.colours_of_reports,),
        submission=(colours.colours_of_closings,),
    ),
    Rule(order.TWO_REPORTS_OF_ONE_DAY, plan=(order.two_reports_of_one_day,)),
    Rule(order.REPORT_AFTER_CLOSURE, requires=(order.FUTURE_REPORT,), plan=(order.report_after_closure,)),
)
