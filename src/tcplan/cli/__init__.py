"""The command line: one small file a command. The only home of typer."""
