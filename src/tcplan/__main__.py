"""`python -m tcplan`."""

import os
import sys

# Python puts the current folder first, and in it may be a `calendar.py` of somebody else: only the folder that this
# package is in, such as `src/`, may stay there. `os` is a module that Python itself has imported before.
_ABOVE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120 (pathlib is not imported yet)
if not sys.flags.safe_path and sys.path and os.path.realpath(sys.path[0] or os.sep) != _ABOVE:
    del sys.path[0]

from tcplan.cli.entry import main  # noqa: E402 (the path comes first)

main()
