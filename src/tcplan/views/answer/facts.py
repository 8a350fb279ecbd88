"""The facts that an answer could cite, from the plans that the submission reviews and submits."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tcplan.model.parts import Evidence
from tcplan.progress.figures.figure_names import ACTION_FIGURES, MEASURE_FIGURES, REVIEWED, SUBMITTED
from tcplan.progress.figures.live_figures import LiveFigures
from tcplan.progress.figures.plan_figures import PlanFigures
from tcplan.values.text_length import shortened
from tcplan.views.answer.rows import CitableFactRow, FactKind
from tcplan.views.documents.days import day_words
from tcplan.views.documents.parts import upper_first
from tcplan.workspace import InstitutionFolder, Level, Node, find_case_study
from tcplan.yaml_reader.quoting import as_scalar

LONGEST_FACT = 160
"""The number of characters of a note or a quote that is shown."""


@dataclass(frozen=True)
class PlanFacts:
    """The facts of one plan; `prefix` is what the names of its figures begin with."""

    folder: InstitutionFolder
    figures: PlanFigures
    prefix: str

    @property
    def name(self) -> str:
        """The plan, as references name it."""
        return self.figures.now.plan.name

    def counts(self) -> Iterator[CitableFactRow]:
        """How many actions there are of each kind; what none is is left out."""
        for name, meaning in ACTION_FIGURES.items():
            number = self.figures.actions[name]
            if number or name in ("total", "complete"):
                said = f"{upper_first(meaning.what)}: {number}"
                yield CitableFactRow(f"actions.{name}", self.name, said, self._figure(f"actions.{name}"))

    def measures(self) -> Iterator[CitableFactRow]:
        """The measures that have a reading or a target: first reading, last reading, target."""
        for id_, index in self.figures.measures.items():
            values = {name: self.figures.measure(id_, name).text for name in MEASURE_FIGURES}
            title = self.figures.now.plan.plan.measures[index].title
            said = [f"{name} {value}" for name, value in values.items() if value is not None]
            if said:
                name = "latest" if values["latest"] is not None else "target"
                yield CitableFactRow(
                    id_, self.name, f"{title}: {', '.join(said)}", self._figure(f"measures.{id_}.{name}")
                )

    def completed(self) -> Iterator[CitableFactRow]:
        """The actions that are complete, with the last note."""
        for node in self._actions():
            state = self.figures.now.state(node)
            if state.is_complete and not state.closed:
                note = next((one.note for one in reversed(state.updates) if one.note), None)
                more = f": {shortened(note, LONGEST_FACT)}" if note else ""
                yield CitableFactRow(
                    node.id, self.name, f"{node.entry.title}{more}", f"action {node.id} of {self.name}"
                )

    def evidence(self) -> Iterator[CitableFactRow]:
        """What reports up to the day give as evidence, each once; case studies have a kind of their own."""
        seen = set[str]()
        for node in self._actions():
            for one in (one for update in self.figures.now.state(node).updates for one in update.evidence):
                title = one.title or one.url or ""
                if title and one.ref is None and title not in seen:
                    seen.add(title)
                    yield CitableFactRow(node.id, self.name, title, _as_evidence(one))

    def voice(self) -> Iterator[CitableFactRow]:
        """Who shaped the plan, and how."""
        for one in self.figures.now.plan.plan.voice:
            if one.date and one.date.first > self.figures.day:
                continue
            when = f", {day_words(one.date)}" if one.date else ""
            reached = f": {one.reached} took part" if one.reached is not None else ""
            yield CitableFactRow(one.id, self.name, f"{one.title}{when}{reached}", _link(one.title, one.url))

    def quotes(self) -> Iterator[CitableFactRow]:
        """What they said."""
        for node in self.figures.now.plan.tree.nodes:
            for one in node.entry.quotes:
                text = shortened(one.text, LONGEST_FACT)
                voice = next((voice.title for voice in self.figures.now.plan.plan.voice if voice.id == one.source), "")
                yield CitableFactRow(
                    node.id, self.name, text, f"in quotation marks{f', from {voice}' if voice else ''}"
                )

    def _actions(self) -> list[Node]:
        return self.figures.now.nodes_in_plan(Level.ACTION)

    def _figure(self, name: str) -> str:
        return f"{{{{ {self.prefix}{name} }}}}"


def facts_of(folder: InstitutionFolder, figures: LiveFigures) -> Mapping[FactKind, Iterable[CitableFactRow]]:
    """All facts by kind: of the plans that are reviewed, then of the one that is submitted."""
    plans = list(_plans(folder, figures))
    return {
        FactKind.COUNTS: [row for plan in plans for row in plan.counts()],
        FactKind.MEASURES: [row for plan in plans for row in plan.measures()],
        FactKind.COMPLETED: [row for plan in plans for row in plan.completed()],
        FactKind.EVIDENCE: [row for plan in plans for row in plan.evidence()],
        FactKind.CASE_STUDIES: list(_case_studies(folder, figures)),
        FactKind.VOICE: [row for plan in plans for row in plan.voice()],
        FactKind.QUOTES: [row for plan in plans for row in plan.quotes()],
    }


def _plans(folder: InstitutionFolder, figures: LiveFigures) -> Iterator[PlanFacts]:
    """Each plan once: what a name without a plan is of needs no prefix."""
    usual = next((word for word in (REVIEWED, SUBMITTED) if word in figures.plans), "")
    for word, found in figures.plans.items():
        if found and word not in (REVIEWED, SUBMITTED):
            is_usual = figures.plans.get(usual) is found
            is_submitted = figures.plans.get(SUBMITTED) is found
            yield PlanFacts(folder, found, "" if is_usual else f"{SUBMITTED if is_submitted else word}.")


def _case_studies(folder: InstitutionFolder, figures: LiveFigures) -> Iterator[CitableFactRow]:
    for name in figures.case_studies:
        case = find_case_study(folder, name).case_study
        if case:
            numbers = (f"{one.value.text} {one.title}" for one in case.case_study.figures)
            said = "; ".join((case.case_study.title, *numbers))
            yield CitableFactRow(name, None, said, f"under `evidence`: {name}")


def _as_evidence(evidence: Evidence) -> str:
    """What to write under `evidence` of the answer."""
    keys = {"title": evidence.title, "url": evidence.url}
    pairs = [f"{key}: {as_scalar(value, in_brackets=True)}" for key, value in keys.items() if value]
    return f"under `evidence`: {{{', '.join(pairs)}}}"


def _link(title: str, url: str | None) -> str:
    return f"[{title}]({url})" if url else title
