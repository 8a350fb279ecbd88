"""Reports in a file of answers that do not fit what they are about (TC501); `edits.answer_importer` finds them."""

from typing import Final

TEXT: Final = """
A report in a file of answers cannot be entered into the plan.

It is on an action that has been closed, gives a due date that is over, a second reading for one day, or a reading in
another unit than the measure has. Such files are looked at when `tcplan report --answers` enters them.

Why: Answers come back from people who do not see the plan. What they write is taken in whole or not at all, so that
nobody has to find out afterwards what is missing.

Fix: Ask whoever wrote the report what is meant, and write that.
"""
