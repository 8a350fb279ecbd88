"""Reports in a file of answers that do not fit what they are about (TC501); `edits.answer_importer` finds them."""

from typing import Final

TEXT: Final = """
A report in a file of answers cannot be entered into the plan.

The report is on a closed action, or it gives a due date that has passed, a second reading for one day, or a reading in
another unit than the measure has. tcplan checks this when `tcplan report --answers` enters the file.

Why: Answers come back from people who do not see the plan. tcplan enters all of what they write or nothing, so that
nobody has to find out afterwards what is missing.

Fix: Ask the person who wrote the report what they mean, and write that.
"""
