"""Language tags: which texts are one, and which tag is meant by those that are not."""

import pytest

from tcplan.model import Plan
from tcplan.shape.shaping import shape
from tcplan.values.languages import is_language_tag, read_language
from tcplan.yaml_reader.reader import read_text

TAGS = ("en", "en-GB", "cy", "gd", "ga", "fr-CH", "zh-Hant", "zh-Hant-TW", "es-419", "sco", "de-1996", "cy-GB")

MEANT = {
    "Welsh": "cy",
    "cymraeg": "cy",
    "Irish": "ga",
    "G\u00e0idhlig": "gd",
    "scottish gaelic": "gd",
    "French": "fr",
    "en_GB": "en-GB",
    "en_gb": "en-GB",
    "en-gb": "en-GB",
    "EN": "en",
    "EN-GB": "en-GB",
    "en GB": "en-GB",
    "eng": "en",
    "cym": "cy",
    "en-UK": "en-GB",
    "english-GB": "en-GB",
    "English (UK)": "en-GB",
    "British English": "en-GB",
}
"""What is certain."""

HELPS = {
    "English": "write en-GB for British English, or en for any",
    "UK": "write en-GB for British English, or en for any",
    "Gaelic": "write gd for Scottish Gaelic, or ga for Irish",
    "en/cy": "write one language, that of most of the plan: en-GB, or cy for Welsh",
    "English and Welsh": "write one language, that of most of the plan: en-GB, or cy for Welsh",
    "Wlesh": "did you mean cy, for Welsh?",
    "x": "write a language tag: en-GB, or cy for Welsh, gd for Scottish Gaelic, ga for Irish",
    "xx": "write a language tag: en-GB, or cy for Welsh, gd for Scottish Gaelic, ga for Irish",
    "-": "write a language tag: en-GB, or cy for Welsh, gd for Scottish Gaelic, ga for Irish",
    "bilingual": "write a language tag: en-GB, or cy for Welsh, gd for Scottish Gaelic, ga for Irish",
}
"""What is not."""


def in_plan(language: str) -> str:
    """A plan in a language."""
    return f"kind: plan\nformat: 1\ntitle: P\nlanguage: '{language}'\n"


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_is_taken_as_it_is(tag: str) -> None:
    """A language, perhaps with a script, a region or a variant."""
    shaped = shape(read_text(in_plan(tag), "plan.yaml"))
    assert is_language_tag(tag)
    assert shaped.problems == ()
    assert isinstance(shaped.model, Plan)
    assert shaped.model.language == tag


@pytest.mark.parametrize(("text", "tag"), MEANT.items())
def test_the_tag_that_is_meant_is_named(text: str, tag: str) -> None:
    """For names, other signs and capitals, and codes of three letters."""
    assert not is_language_tag(text)
    assert read_language(text) == (f"write {tag}", tag)
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    ("text", "help_text"), {**{text: f"write {tag}" for text, tag in MEANT.items()}, **HELPS}.items()
)
def test_what_is_no_tag_is_a_problem_with_what_to_write(text: str, help_text: str) -> None:
    """It would be printed into the page, where programs that read aloud ask for it."""
    (problem,) = shape(read_text(in_plan(text), "plan.yaml")).problems
    assert (problem.code.code, problem.path) == ("TC017", ("language",))
    assert problem.help == help_text
    assert bool(problem.fix) == (text in MEANT)
