"""The words of values that belong to one kind of column."""

from collections.abc import Mapping
from typing import Final

THEMES: Final[Mapping[str, str]] = {
    "visibility": "visibility",
    "recognition": "recognition",
    "career development": "career-development",
    "career progression": "career-development",
    "careers": "career-development",
    "career": "career-development",
    "sustainability": "sustainability",
    "evaluating impact": "evaluating-impact",
    "evaluation of impact": "evaluating-impact",
    "impact evaluation": "evaluating-impact",
    "impact": "evaluating-impact",
    "sustainability of technical skills": "sustainability",
    "sustaining technical skills": "sustainability",
}
"""The names of the themes as documents write them, with the id of each."""

THEME_LETTERS: Final = frozenset({"v", "r", "cd", "c", "s", "ei", "e", "i", "all", "vis", "rec", "sus", "car"})
"""Their letters, in a column that has a V, an S or a CD."""

ALL_THEMES: Final = frozenset({"all", "all themes", "all pillars", "all areas", "cross cutting", "cross-cutting"})

PRIORITIES: Final = """
    high medium low h m l med critical urgent essential desirable must should could very-high very-low medium-high
    medium-low low-medium high-medium medium/high medium/low low/medium high/medium p1 p2 p3 p4 moderate top normal
"""

RAG_WORDS: Final = """
    red; amber; green; blue; grey; gray; yellow; orange; black; white; purple; red/amber; amber/red;
    amber/green; green/amber; amber-green; amber-red; complete; completed; on track; on target; in progress; not
    started; delayed; at risk; off track; behind; behind schedule; overdue; stalled; paused; on hold; suspended;
    closed; achieved; partially complete; partially completed; partly complete; not yet started; underway; under
    way; not due; started; not complete; incomplete; not completed; ongoing; not achieved; partially achieved;
    slipped; halted; done; open; mostly complete; largely complete; nearly complete; to be started; planned;
    deferred; cancelled; withdrawn; not reported; superseded; progressing; on schedule; some progress; no
    progress; not on track; minor delay; to do; doing; yet to start; not begun; begun; nearly done; nearly complete;
    fully complete; fully achieved; stopped; late; postponed
    """

RAG_LETTERS: Final = frozenset({"r", "a", "g", "b", "n", "y", "c", "r/a", "a/g", "a/r", "g/a"})
"""Their letters, in a column that has an A or a G."""

NO_VALUE: Final = frozenset(
    {"n/a", "na", "-", "–", "—", "not applicable", "none", "tbc", "tbd", "to be confirmed", "?", "tba"}
)
"""What people write where there is no value, or none yet; it may stand in any column."""

TICKS: Final = frozenset(
    {"✓", "✔", "x", "✗", "☑", "☒", "●", "•", "y", "yes", "√", "■", "🗸", "*", "◆", "1", "✅", "[x]"}
)

UNTICKED: Final = frozenset({"☐", "□", "◻", "❏", "❑", "⬜", "[ ]", "[]"})
"""Boxes that nobody has ticked: they say that something is not so, as an empty cell does."""

CROSSES: Final = frozenset({"x", "✗", "☒", "✘", "×"})
"""The marks that say "no" in a column that has other marks too."""

ACTION_VERBS: Final = """
    accelerate add address adopt advertise advocate agree align allocate allow analyse announce apply appoint
    approach approve arrange ask assess assign assist attend attract audit automate award begin benchmark bring
    build calculate campaign capture carry celebrate champion change circulate clarify coach collaborate collate
    collect commission commit communicate compare compile complete conduct connect consider consolidate consult
    continue contribute convene coordinate co-ordinate create curate decide define deliver demonstrate deploy design
    designate determine develop devise digitise discuss disseminate distribute document double draft draw drive
    embed employ enable encourage engage enhance ensure equip establish evaluate examine expand explore extend
    facilitate feature feed finalise find focus form formalise foster fund gain gather generate give grow harmonise
    hold host identify implement improve include incorporate increase inform initiate integrate introduce invest
    investigate invite involve issue join keep launch lead learn liaise link list lobby look maintain make manage
    map market maximise measure meet mentor merge mitigate mobilise model monitor move name negotiate network
    nominate obtain offer open organise outline overhaul participate partner pilot place plan prepare present
    prioritise procure produce profile promote propose provide publicise publish purchase put raise recognise
    recommend record recruit redesign reduce refine refresh register reinforce relaunch renew repeat report
    represent request research resource respond retain review revise revisit reward roll run scope secure seek
    select send set share showcase sign simplify specify sponsor spotlight standardise start strengthen streamline
    structure study submit support survey sustain take target teach test trace track train transform trial
    understand undertake update upgrade upskill use utilise widen win work write abolish acquire act adapt
    administer advance aim appraise archive articulate attach augment balance become bid book brief broaden broker
    catalogue cater centralise certify challenge channel chart check choose combine commence compensate compose
    concentrate configure confirm convert cover craft credit cross-train cultivate dedicate deepen delegate depict
    describe diversify donate earn educate elect elevate eliminate emphasise empower enrol enrich enshrine enter
    equalise evidence exchange execute exhibit experiment explain express fill fix follow forge forward further go
    guarantee guide headhunt help highlight hire honour illustrate imbed implant incentivise inspire install
    instigate institute insist interview invent kick-start leverage listen load locate log lower matrix mainstream
    match mobilize modernise motivate mount nurture observe onboard operate optimise orient own package pay perform
    permit persuade plant pool populate position post prevent print protect prove push quantify ratify reach react
    realise reassess rebrand receive reconsider reconstitute re-establish reform refurbish refer relate release
    relocate remind remove remunerate repair replace replicate reserve resolve restore restructure retrain return
    reuse revitalise rewrite ring-fence roll-out rotate safeguard schedule screen seed shape shadow shift shorten
    signpost simulate socialise solve speak spend split spread staff stage state stimulate stop store strive succeed
    suggest supervise supplement supply swap tailor tackle tell tender tie trawl treat try turn uncover unify unite
    unlock uphold validate value verify view visit voice volunteer vote welcome
"""
"""How the words of an action begin."""
