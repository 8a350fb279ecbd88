"""Progress (TC5xx): reports that come in time and say what they should."""

from typing import Final

from tcplan.files.settings import Profile
from tcplan.findings import codes
from tcplan.rules.progress import (
    colour_without_key,
    complete_without_evidence,
    future_report,
    off_track_without_note,
    on_track_though_overdue,
    rag_against_reading,
    report_after_closure,
    silent,
    two_reports_of_one_day,
    unfit_report,
    unordered_reports,
)
from tcplan.rules.support.rule import Rule

RULES: Final = (
    Rule(codes.UNFIT_REPORT, docstring=unfit_report.TEXT),
    Rule(codes.SILENT, Profile.PLAN, requires=(codes.FUTURE_REPORT,), plan=(silent.silent,)),
    Rule(
        codes.COMPLETE_WITHOUT_EVIDENCE,
        Profile.PLAN,
        plan=(complete_without_evidence.complete_without_evidence,),
    ),
    Rule(
        codes.ON_TRACK_THOUGH_OVERDUE,
        Profile.PLAN,
        requires=(codes.SILENT,),
        plan=(on_track_though_overdue.on_track_though_overdue,),
    ),
    Rule(codes.OFF_TRACK_WITHOUT_NOTE, Profile.PLAN, plan=(off_track_without_note.off_track_without_note,)),
    Rule(codes.FUTURE_REPORT, plan=(future_report.future_report,)),
    Rule(
        codes.UNORDERED_REPORTS,
        fixes=True,
        requires=(codes.FUTURE_REPORT,),
        plan=(unordered_reports.unordered_reports,),
    ),
    Rule(codes.RAG_AGAINST_READING, Profile.PLAN, plan=(rag_against_reading.rag_against_reading,)),
    Rule(
        codes.COLOUR_WITHOUT_KEY,
        plan=(colour_without_key.colour_without_key,),
        submission=(colour_without_key.colour_in_closing,),
    ),
    Rule(codes.TWO_REPORTS_OF_ONE_DAY, plan=(two_reports_of_one_day.two_reports_of_one_day,)),
    Rule(
        codes.REPORT_AFTER_CLOSURE, requires=(codes.FUTURE_REPORT,), plan=(report_after_closure.report_after_closure,)
    ),
)
