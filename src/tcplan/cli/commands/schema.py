"""`tcplan schema`: JSON Schemas of the files and of machine output."""

import json
from enum import StrEnum
from typing import Annotated

import typer


class SchemaKind(StrEnum):
    """The kinds of file, and the outputs for scripts."""

    PLAN = "plan"
    INSTITUTION = "institution"
    SUBMISSION = "submission"
    CASE_STUDY = "case-study"
    FRAMEWORK = "framework"
    ANSWERS = "answers"
    FINDINGS = "findings"
    STATUS = "status"
    EDIT = "edit"
    IMPORT = "import"
    RULES = "rules"
    TRAJECTORY = "trajectory"
    DUE = "due"
    OWNERS = "owners"
    LIST = "list"
    SHOW = "show"
    CARRY = "carry"
    DIFF = "diff"
    READY = "ready"
    ANSWER = "answer"
    CLOSE_REVIEW = "close-review"
    SITE = "site"
    VERIFY = "verify"
    TEMPLATES = "templates"
    DOCUMENT_PLAN = "document-plan"
    DOCUMENT_SUBMISSION = "document-submission"
    DOCUMENT_PROGRESS = "document-progress"
    SITE_HOME = "site-home"
    SITE_INSTITUTIONS = "site-institutions"
    SITE_PLAN = "site-plan"
    SITE_SUBMISSION = "site-submission"
    SITE_CASE_STUDIES = "site-case-studies"
    SITE_ACCESSIBILITY = "site-accessibility"


def schema(
    kind: Annotated[SchemaKind, typer.Argument(metavar="KIND", help=f"One of {', '.join(SchemaKind)}.")],
) -> None:
    """Print a JSON Schema, for editors and scripts.

    It describes a kind of file, what `--format json` prints, or what the templates of a document get as `doc`.

    \b
    Examples:
      tcplan schema plan > plan.schema.json
      tcplan schema findings
      tcplan schema document-plan
    """
    from tcplan.reporters.findings_json import findings_schema
    from tcplan.reporters.import_json import import_schema
    from tcplan.shape.schema import file_schema
    from tcplan.views.action_list.page import action_list_schema
    from tcplan.views.answer.page import answer_schema
    from tcplan.views.card.page import card_schema
    from tcplan.views.carry import carry_schema
    from tcplan.views.closing import closing_schema
    from tcplan.views.diff.page import diff_schema
    from tcplan.views.document_schema import DOCUMENTS, document_schema
    from tcplan.views.due import due_schema
    from tcplan.views.edit import edit_schema
    from tcplan.views.owners import owners_schema
    from tcplan.views.ready.page import ready_schema
    from tcplan.views.rulebook import rulebook_schema
    from tcplan.views.site.report import site_schema
    from tcplan.views.status_report import report_schema
    from tcplan.views.templates import templates_schema
    from tcplan.views.trajectory import trajectory_schema
    from tcplan.views.verify import verify_schema

    outputs = {
        SchemaKind.FINDINGS: findings_schema,
        SchemaKind.STATUS: report_schema,
        SchemaKind.EDIT: edit_schema,
        SchemaKind.IMPORT: import_schema,
        SchemaKind.RULES: rulebook_schema,
        SchemaKind.TRAJECTORY: trajectory_schema,
        SchemaKind.DUE: due_schema,
        SchemaKind.OWNERS: owners_schema,
        SchemaKind.LIST: action_list_schema,
        SchemaKind.SHOW: card_schema,
        SchemaKind.CARRY: carry_schema,
        SchemaKind.DIFF: diff_schema,
        SchemaKind.READY: ready_schema,
        SchemaKind.ANSWER: answer_schema,
        SchemaKind.CLOSE_REVIEW: closing_schema,
        SchemaKind.SITE: site_schema,
        SchemaKind.VERIFY: verify_schema,
        SchemaKind.TEMPLATES: templates_schema,
    }
    if kind in outputs:
        made = outputs[kind]()
    else:
        made = document_schema(kind) if kind in DOCUMENTS else file_schema(kind.value)
    typer.echo(json.dumps(made, indent=2, ensure_ascii=False))
