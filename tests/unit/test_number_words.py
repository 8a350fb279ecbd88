"""Numbers in words and with signs: what to write for them, and never a number that means something else."""

import pytest

from tcplan.values.number_words import read_number

REMARK = "units and remarks go into the title or into `source`"


@pytest.mark.parametrize(
    ("text", "help_text", "certain"),
    [
        ("1,200", "write 1200", "1200"),
        ("30 per cent", "write 30%", "30%"),
        ("\uff13\uff10\uff05", "write 30%", "30%"),
        ("c. 30%", f"write 30%; {REMARK}", ""),
        ("\u2265 40%", f"write 40%; {REMARK}", ""),
        ("10 or more", f"write 10; {REMARK}", ""),
        ("40\u201350%", "write one number; a measure has one for each date", ""),
        ("5k", "write 5000", ""),
        ("1.2k", "write 1200", ""),
        ("\u00a35k", f"write 5000; {REMARK}", ""),
        ("\u00a35m", f"write 5000000; {REMARK}", ""),
        ("5 m", f"write 5; {REMARK}", ""),
        ("2 million", "write 2000000", ""),
        ("3 out of 10", "write 30%, or 3 if the title says how many there are", ""),
        ("3/10", "write 30%, or 3 if the title says how many there are", ""),
        ("1 in 4", "write 25%, or 1 if the title says how many there are", ""),
        ("4.5/5", "write 4.5, and say in the title that it is out of 5", ""),
        ("10 in 2027", f"write 10; {REMARK}", ""),
        ("half", "write 50%", ""),
        ("3\u00bd", "write 3.5", ""),
        ("two", "write 2", ""),
        ("twenty-five", "write 25", ""),
        ("a dozen", "write 12", ""),
        ("1e3", "write 1000", ""),
        ("1O", "write 10: there is a letter among the digits", ""),
        ("l2%", "write 12%: there is a letter among the digits", ""),
        ("+10%", "write the number to reach, not the change", ""),
        ("increase by 10%", "write the number to reach, not the change", ""),
        ("double", "write the number to reach, not the change", ""),
        ("x2", "write the number to reach, not the change", ""),
        ("n/a", "leave it out until there is a number", ""),
    ],
)
def test_a_number_in_other_words_is_answered_with_the_number(text: str, help_text: str, certain: str) -> None:
    """Only another spelling of the same number is certain."""
    found = read_number(text)
    assert found is not None
    assert (found.help, found.certain) == (help_text, certain)


@pytest.mark.parametrize("text", ["baseline", "most staff", "Gold", "x" * 100_000, "1 " * 50_000])
def test_a_text_without_a_number_is_not_answered_with_one(text: str) -> None:
    """Nor is one that is too long to be a number."""
    assert read_number(text) is None
