"""What the commands that write do, as changes of files."""
