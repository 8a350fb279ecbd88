"""Measures how fast tcplan is and how much memory it takes, and writes docs/performance.md (`make bench`).

Whole commands are measured as processes, in turns with bare Python, by what the operating system says of each one when
it ends. pyperf is not used: its `command` measures elapsed time only, and one command after the other.
"""
