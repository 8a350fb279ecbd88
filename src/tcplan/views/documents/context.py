"""What all parts of a document know: where they are, whose names they use, and what they link to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tcplan.model import Framework
from tcplan.model.framework import ListItem as FrameworkItem
from tcplan.views.documents.parts import TextItem
from tcplan.workspace import CaseStudyFile, InstitutionFolder, Node, PlanFile, Workspace, is_placeholder, resolve

THEMES = "themes"


@dataclass
class DocumentContext:
    """The surroundings of one document while it is built.

    `anchors` are the places that links of the document lead to, by `id()` of what stands there; `cases` the case
    studies that it cites, in the order of their first mention.
    """

    workspace: Workspace
    home: InstitutionFolder
    as_of: date
    anchors: dict[int, str] = field(default_factory=dict)
    cases: list[CaseStudyFile] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def new_anchor(self, *parts: str) -> str:
        """A place of this document that nothing else has; the same for the same file."""
        wanted = re.sub(r"[^A-Za-z0-9._-]+", "-", "-".join(parts)).strip("-") or "part"
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}-{number}"
        self._taken.add(name)
        return name

    def register_anchors(self, *prefix: str, nodes: Iterable[Node]) -> None:
        """Give the entries of the plan that is printed their places, so that what stands above can link to them."""
        for node in nodes:
            self.anchors[id(node)] = self.new_anchor(*prefix, node.level, node.id)

    def case_anchor(self, case: CaseStudyFile) -> str:
        """The place of a case study, which from now on belongs to the document."""
        if id(case) not in self.anchors:
            self.anchors[id(case)] = self.new_anchor(case.name)
            self.cases.append(case)
        return self.anchors[id(case)]

    def theme(self, slug: str) -> str:
        """A theme by its title."""
        found = _find(self.workspace.framework(THEMES), slug)
        return found.title if found else slug

    def name(self, written: str | None) -> str:
        """Who reports, in the spelling of the glossary; empty for nobody."""
        return self.home.glossary.named(written) or ""

    def owner(self, written: str) -> TextItem:
        """A lead or owner by the long name of the glossary, with the short one in brackets."""
        if is_placeholder(written):
            return TextItem("To be confirmed", gap=True)
        return TextItem(self.home.glossary.long_name(written))

    def entry(self, plan: PlanFile, ref: str, remark: str = "") -> TextItem:
        """What a reference to an entry of a plan names: its title, the reference, and where it stands here."""
        node = resolve(self.workspace, self.home, plan, ref).node
        after = f", {remark}" if remark else ""
        if node is None:
            return TextItem(f"{ref}{after}")
        return TextItem(f"{node.entry.title} ({ref}){after}", anchor=self.anchors.get(id(node), ""))

    def alignment(self, ref: str) -> TextItem:
        """An item of a framework by its title; what is not in the workspace stays as it is written."""
        name, _, id_ = ref.partition("/")
        framework = self.workspace.framework(name)
        if framework and not id_:
            return TextItem(framework.title)
        item = _find(framework, id_)
        if framework is None or item is None:
            return TextItem(ref)
        remark = ", wording provisional" if item.provisional or framework.provisional else ""
        return TextItem(f"{item.title} ({ref}{remark})")


def _find(framework: Framework | None, id_: str) -> FrameworkItem | None:
    return next((item for item in framework.items if item.id == id_), None) if framework else None
