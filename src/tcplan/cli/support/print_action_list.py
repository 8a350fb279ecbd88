"""How the list of actions is printed in each of its formats."""

import os
import sys
from typing import assert_never

from tcplan.cli.support.messages import print_data, print_table
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

            print_table(action_list_csv(page))
        case ListFormat.MD:
            from tcplan.reporters.action_tables import action_list_markdown

            print_data(action_list_markdown(page))
        case _:
            assert_never(format_)
