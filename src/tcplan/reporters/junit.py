"""Findings as JUnit XML, which most CI services show as test results."""

import re
from collections import Counter
from functools import cache
from xml.etree import ElementTree as ET

from tcplan.files.repository import name_in_repository
from tcplan.findings.finding import AcceptedFinding, Finding
from tcplan.reporters.check_run import CheckRun
from tcplan.reporters.text import format_finding
from tcplan.values.plain_text import clean, file_name, one_line


@cache
def _not_xml_pattern() -> re.Pattern[str]:
    """The characters that XML cannot have and `clean` leaves in a text."""
    return re.compile("[\ufffe\uffff]")


def junit(run: CheckRun) -> str:
    """A suite for each file: a case for each finding, or one that passes if there is none.

    A finding that does not make the run fail is a case that passes, with the finding in its output. An accepted one is
    skipped, with the reason.
    """
    top = ET.Element("testsuites", name="tcplan validate")
    by_file: dict[str, tuple[list[Finding], list[AcceptedFinding]]] = {name: ([], []) for name in run.files}
    for finding in run.findings:
        by_file.setdefault(finding.place.file, ([], []))[0].append(finding)
    for one in run.accepted:
        by_file[one.finding.place.file][1].append(one)
    for name, (findings, accepted) in by_file.items():
        _add_suite(top, run, name, findings, accepted)
    failures = sum(map(run.fails_on, run.findings))
    top.attrib |= {"tests": str(len(list(top.iter("testcase")))), "failures": str(failures), "errors": "0"}
    ET.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(top, encoding="unicode")}\n'


def _add_suite(
    top: ET.Element, run: CheckRun, name: str, findings: list[Finding], accepted: list[AcceptedFinding]
) -> None:
    file = _escape_xml(file_name(name))
    opened = _escape_xml(file_name(name_in_repository(name)))
    suite = ET.SubElement(top, "testsuite", name=file, file=opened)
    names: Counter[str] = Counter()
    for finding in findings:
        case = _add_case(suite, finding, names)
        if run.fails_on(finding):
            kind, message = f"{finding.code.severity} {finding.code.code}", _escape_xml(one_line(finding.message))
            ET.SubElement(case, "failure", type=kind, message=message).text = _format_case(finding)
        else:
            ET.SubElement(case, "system-out").text = _format_case(finding)
    for one in accepted:
        case = _add_case(suite, one.finding, names)
        why = _escape_xml(f"accepted: {one_line(one.why)}")
        ET.SubElement(case, "skipped", message=why).text = _format_case(one.finding)
    if not findings and not accepted:
        ET.SubElement(suite, "testcase", name="nothing found", classname=file)
    suite.attrib |= {
        "tests": str(len(suite)),
        "failures": str(sum(map(run.fails_on, findings))),
        "errors": "0",
        "skipped": str(len(accepted)),
    }


def _add_case(suite: ET.Element, finding: Finding, names: Counter[str]) -> ET.Element:
    """A case with a name that is unique in its suite and stays the same when lines move."""
    where = f": {finding.where}" if finding.where else ""
    name = _escape_xml(one_line(f"{finding.code.code} {finding.code.name}{where}"))
    names[name] += 1
    number = f" ({names[name]})" if names[name] > 1 else ""
    return ET.SubElement(suite, "testcase", name=f"{name}{number}", classname=suite.attrib["name"])


def _format_case(finding: Finding) -> str:
    return _escape_xml(f"\n{format_finding(finding)}\n")


def _escape_xml(text: str) -> str:
    return _not_xml_pattern().sub(lambda found: f"<U+{ord(found[0]):04X}>", clean(text))
