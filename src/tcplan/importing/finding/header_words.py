"""The words of the headers of columns, and of labels before a value, by what they say."""

from collections.abc import Mapping
from typing import Final

from tcplan.importing.found import Field

HEADER_WORDS: Final[Mapping[Field, str]] = {
    Field.ID: """
        id; ref; reference; no; number; #; nr; action no; action number; action ref; action id; action reference;
        item; item no; item number; ref no; reference no; reference number; objective no; objective ref; objective
        id; objective number; sn; s no; serial no; code; identifier; numbering; action code; plan ref; unique id;
        step no; step ref; tc ref; tc no; row; task id; task no; item id; issue id; record id; activity no; activity id
    """,
    Field.PILLAR: """
        pillar; theme; area; key area; priority area; strand; focus area; area of focus; workstream; work stream;
        category; section; commitment; key theme; strategic theme; principle; domain; work package; commitment area;
        commitment theme; area of work; area of activity; strategic area; heading; dimension; bucket; bucket name;
        section name; swimlane; theme name; pillar name; category name; group name
    """,
    Field.THEMES: """
        theme; pillar; tc theme; tc pillar; technician commitment theme; technician commitment pillar; tc area;
        commitment theme; theme addressed; pillar addressed; related theme; related pillar; themes covered;
        technician commitment area; tc key area; commitment pillar; relevant pillar; relevant theme; link to tc
        pillar; link to pillar; link to theme; tc commitment; commitment addressed; technician commitment key area;
        technician commitment link; link to technician commitment; tc strand
    """,
    Field.OBJECTIVE: """
        objective; aim; goal; strategic objective; key objective; smart objective; smart goal; overall aim; what
        we want to achieve; what do we want to achieve; what are we trying to achieve; ambition; issue;
        challenge; need; need identified; issue identified; issue to address; issue to be addressed; purpose;
        strategic aim; strategic goal; overarching objective; overarching aim; objective description; aim and
        objective; specific objective; our aim; our objective; our commitment; gap; area for improvement;
        because we want to; in order to; so that; so that we can; what we want to change; what we want to see
    """,
    Field.ACTION: """
        action; planned action; proposed action; specific action; key action; action point; activity; planned
        activity; task; initiative; what; what is to be done; what will we do; what will be done; what we will
        do; what needs to be done; what are we going to do; how will we do it; how will we achieve this; how we
        will do it; how will this be achieved; how we will get there; intervention; implementation; action
        required; action to be taken; action item; description of action; action description; details of action;
        action detail; next step; proposal; planned work; work planned; agreed action; future action; new
        action; recommended action; action to address; how; what action will be taken; action we will take;
        action planned; proposed activity; key activity; action title; step to be taken; action to achieve
        objective; action and step; measure to be taken; planned intervention; what do we need to do; action
        statement; project; what we are going to do; action or activity; planned task; detailed action;
        description of activity; action and activity; action to be undertaken; what will be delivered; our
        action; action commitment; what we plan to do; improvement action; action to be completed; commitment to
        action; planned initiative; what is planned; what do we plan to do; we will; what we commit to; our
        promise; our pledge; our commitment to act; we commit to; to do; what we are doing
    """,
    Field.STEP: """
        step; sub action; subaction; sub task; subtask; task; activity; implementation step; detailed step; action
        step; key step; individual step; detailed task; specific step; sub step; stage; key task; how;
        implementation; process
    """,
    Field.PRIORITY: """
        priority; priority level; importance; urgency; ranking; hml; h m l; level of priority; action priority;
        objective priority; priority rating; priority high medium low; prioritisation
    """,
    Field.ALIGNS: """
        strategic alignment; alignment; aligns to; aligned to; aligns with; aligned with; link to strategy; link;
        link to; linked to; charter; concordat; athena swan; recommendation; talent recommendation; n8 commitment;
        relates to; related; strategic link; framework; cross reference; talent commission recommendation; talent
        commission; link to other plan; link to other action plan; related strategy; strategy link; strategic
        priority; institutional strategy; university strategy; links with; policy link; mapping; related action;
        linked action; strategic fit; other charter; source
    """,
    Field.ABOUT: """
        rationale; comment; note; context; background; why; reason; evidence base; justification; additional
        information; further information; remark; detail; description; risk; dependency; barrier; rationale for
        objective; technician voice; rationale for action; further comment; further detail; constraint; any other
        comment; notes and comment; rationale and evidence; mitigation; assumption; general comment; scope; why is
        this needed; consulted; informed; revised date; revised deadline; revised timescale; revised due date; new
        deadline; why are we doing this; reason for action; current situation; where are we now; baseline; date
        added; date created; created; created date; created by; created on; date raised; raised; modified by; edited by;
        item type; is recurring; late; risk rating; risk level; risk status; carried forward;
        previous ref; prev ref; previous reference; new or continued; new continued; cost rating
    """,
    Field.LEAD: """
        lead; action lead; lead person; lead officer; led by; accountability; accountable; accountable person;
        responsible; person responsible; responsible person; responsible lead; lead responsibility; sro; senior
        responsible owner; sponsor; executive sponsor; theme lead; lead owner; project lead; accountable lead;
        accountable officer; responsible officer; lead role; leader; strategic lead; lead department; lead team;
        lead contact; senior lead; overall lead; overall responsibility; accountable owner; lead name; who lead;
        ultimate responsibility; operational lead; delivery lead; lead by; who will lead; who is leading; who is
        leading on this; who is accountable; who lead on this; person leading; led by whom; lead responsible; lead
        organisation; champion; chair; executive lead; academic lead; technical lead
    """,
    Field.OWNERS: """
        owner; action owner; responsibility; by whom; who; who by; who is responsible; supported by; support;
        assigned to; delivered by; delivery; delivery team; team; partner; contributor; involved; who will be
        involved; contact; key people; people; staff; department; with whom; responsible group; responsible
        party; who will do it; who will do this; whom; key contact; working group; group responsible; role
        responsible; person; supporting; support from; other contributor; key stakeholder; stakeholder; by who;
        person group; owned by; assignee; delivery owner; delivery partner; allocated to; who will deliver; who
        does it; actioned by; responsible team; responsible department; responsible body; key player; supporting
        team; who is involved; ownership; implementer; action by; responsible owner; who will take this forward;
        other staff involved; oversight; governance; reporting to; accountable to; reports to; committee;
        stakeholder and partner; partner and stakeholder; responsible for delivery; who will be responsible;
        staff responsible; post holder; coordinated by; co-ordinated by; co lead; deputy lead; supporting lead;
        with support from; working with; work with; together with; in partnership with; in collaboration with;
        others involved; other people involved; supported by whom; team member; collaborator; collaborating
        with; partner organisation; action holder; holder; task holder; task owner; in charge; person in charge;
        who is in charge; officer; action officer; responsible office; responsible person or group; delegated
        to; owner and partner; actioner; taken forward by; named person; action owner and partner; for action
        by; other; others; other owner; other lead; other people; others responsible; point of contact; also
        involved; contributing
    """,
    Field.SUCCESS: """
        success criterion; success measure; success; measure of success; measure; kpi; indicator; outcome; key
        performance indicator; output; outcome measure; expected outcome; intended outcome; impact; expected
        impact; intended impact; target; how will we know; how will we know we have succeeded; how will we
        measure success; how impact will be evidenced; how will impact be evidenced; evidence of success;
        evidence of impact; deliverable; result; expected result; metric; what will success look like; what does
        success look like; what success looks like; success indicator; measurable outcome; evaluation;
        monitoring; benefit; desired outcome; performance measure; performance indicator; how will success be
        measured; measure of impact; impact measure; planned outcome; anticipated outcome; target outcome;
        anticipated impact; expected benefit; key deliverable; how will we know it has worked; how will we know
        if we have been successful; how we will know; success criterion outcome; outcome success criterion;
        measurable; how will this be measured; effect; how it will be measured; how will it be measured;
        evaluation method; monitoring and evaluation; proof; measurement; output and outcome; target and
        measure; success factor; critical success factor; outcome sought; output deliverable; what difference
        will it make; impact sought; how we will measure success; milestone; key milestone; milestone and
        measure; how we will measure; how we will measure impact; measure and target; what success will look
        like; success metric; measurable target; deliverable and milestone; evidence of achievement; outcome and
        measure; indicator of success; sign of success; success looks like; success would look like; test of
        success; we will know we have succeeded when; mark of success; expected change; success statement;
        evidence we will look for; evidence we will see; evidence we expect; what we will look for; what we will
        see; evidence that it has worked; how it will be evidenced; how this will be evidenced; evidence to look
        for; evidence of change; what good looks like; what will have changed; what will be different; we will
        have succeeded when; we will know it worked when; we will know it has worked when; we will know it is
        working when; we will know; how will we know it has worked; how will we know it worked; how will we know
        it is working; we know it has worked when
    """,
    Field.START: """
        start; start date; from; commence; commencement; start by; begin; planned start; date started; starting;
        begin date; commencing; start month; start of action; commencement date; target start; date of commencement;
        action start; start term; planned commencement; begin on
    """,
    Field.DUE: """
        due; due date; deadline; timescale; timeline; time scale; timeframe; time frame; time; by when; when; when
        by; end; end date; finish; completion; completion date; target date; date for completion; date; timing;
        year; target completion date; delivery date; complete by; to be completed by; schedule; period; horizon;
        duration; planned completion; planned end; timeline for completion; timescale for completion; expected
        completion; finish date; by; delivery timescale; target completion; to; when will it be done; when will this
        be done; planned completion date; target deadline; planned date; date due; implementation date; delivery by;
        planned timescale; anticipated completion; time line; estimated completion date; target end date; end by;
        when will it happen; expected date; completion target; action deadline; month; quarter; term; calendar; when
        will it be completed; date of completion; to be done by; deliver by; delivered by when; proposed timescale;
        action due; action due date; indicative timescale; target timescale; due by; delivery deadline; expected
        timescale; timeline and milestone; review point; completion by; finish by; done by; finished by; completed
        by; achieve by; achieved by when; end of action; to be completed; delivered by date; date of delivery; date
        to be completed; completion target date
    """,
    Field.RAG: """
        rag; rag status; status; rag rating; progress rag; current status; traffic light; action status; completion
        status; delivery status; progress status; state; rag rated; current rag; rag score; rag review; colour;
        colour code; progress rating; status rag; status at review; traffic light status; rag assessment; overall
        status; overall rag; bragg; brag; brag rating; brag status; rating; ragb; rag status and comment; status of
        action; progress state; stage of completion; implementation status; red amber green; r a g; rag colour;
        achieved status; delivery rag; delivery confidence; outcome status
    """,
    Field.REPORT: """
        progress; progress update; update; progress to date; progress report; progress made; achievement; what
        has been done; what we have done; work to date; current position; action completed; action taken; action
        to date; outcome to date; status update; latest update; commentary; progress comment; position; progress
        note; result to date; impact to date; review comment; update on progress; achieved; completed action;
        progress so far; achievement to date; progress and impact; what we did; what did we do; we did; progress
        summary; progress against action; progress commentary; outcome achieved; impact achieved; status
        comment; completed work; progress on action; review; narrative; date completed; completed on; completed
        date; actual completion date; actual completion; actual date; actual end; date achieved; achieved to
        date; work completed; done; delivered; completed; explanation; key achievement; update comment;
        reflection; evidence of progress; progress and evidence; what was done; what happened; status and
        progress; progress and status; progress and comment; update and comment; progress since last report;
        progress since last review; outcome of action; result of action; current progress; latest progress;
        actual outcome; actual progress; year one progress; year two progress; work done
    """,
    Field.REPORT_DATE: """
        date of update; updated; last updated; date reviewed; review date; last review; date of review; update date;
        date reported; status date; date of last update; last review date; as at; date of rag; last reviewed;
        reviewed; reviewed on; date last reviewed; updated on; modified; last modified; date modified; modified date;
        modified on; last edited; edited; last changed
    """,
    Field.EVIDENCE: """
        evidence; supporting evidence; link to evidence; evidence link; document; documentation; url; evidence of
        completion; web link; supporting document; hyperlink; evidence source
    """,
    Field.RESOURCES: """
        resource; cost; budget; funding; resource required; resource needed; resource implication; estimated cost;
        resourcing; cost implication; resource requirement; funding source; cost and resource; financial
        implication; resource and cost
    """,
    Field.NOTHING: """
        page; line no
    """,
}
"""Normalised by `header_texts.plain_header`: in the singular, without signs; several to a line, parted by `;`."""

GROUP_WORDS: Final[Mapping[str, str]] = {
    "pillar": """
        pillar; theme; strand; area; key area; priority area; workstream; work stream; commitment; section;
        strategic theme; key theme; focus area; part; principle; work package; priority; key commitment; chapter;
        domain; area of focus; dimension
    """,
    "objective": "objective; aim; goal; strategic objective; key objective; sub objective; outcome; smart objective",
    "action": "action; activity; action point; task; initiative; recommendation; planned action; key action",
    "step": "step; sub action; milestone; sub task",
}
"""What stands before the number or the words of an entry: `Theme 2: Recognition`, `Objective 1.1`, `Action 3`."""

NOT_A_PLAN: Final = """
        name; role; job title; position; email; email address; e mail; telephone; phone; phone number; extension;
        signature; signed; version; author; change; term; definition; meaning; abbreviation; acronym; page;
        likelihood; faculty; school; post; job role; title; membership; member; representing; question; answer;
        response; word; explanation; approved by; colour; symbol; key; agenda; apology; location; venue; headcount;
        fte; grade; total; percentage; female; male; count; site; address; staff group; mean; amendment; revision;
        issue date; purpose of change; event; number of technician; number of action; number of staff; number of
        response
    """
"""Headers of tables of people, terms, versions and counts; two of them outweigh a column that looks like actions."""
