"""How the list of actions is printed in each of its formats."""

import os
import sys
from typing import assert_never

from tcplan.cli.support.messages import print_data
from tcplan.views.action_list.options import ListFormat
from tcplan.views.action_list.page import ActionListPage


def print_action_list(page: ActionListPage, format_: ListFormat, *, ascii_only: bool) -> None:
    """Print the list to standard output."""
    match format_:
        case ListFormat.TEXT:
            from tcplan.terminal.action_list import action_list_text
            from tcplan.terminal.screen import screen_for

            sys.stdout.write(action_list_text(page, screen_for(sys.stdout, os.environ, ascii_only=ascii_only)))
        case ListFormat.JSON:
            from tcplan.views.action_list.page import action_list_json

            sys.stdout.write(action_list_json(page))
        case ListFormat.CSV:
            from tcplan.reporters.action_tables import action_list_csv
            from tcplan.values.spreadsheet_text import BYTE_ORDER_MARK

            # Excel takes a file without the mark for one in the encoding of its country; a terminal would show it.
            print_data(("" if sys.stdout.isatty() else BYTE_ORDER_MARK) + action_list_csv(page))
        case ListFormat.MD:
            from tcplan.reporters.action_tables import action_list_markdown

            print_data(action_list_markdown(page))
        case _:
            assert_never(format_)
