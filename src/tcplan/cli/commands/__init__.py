"""One small file for each command: its options, one call, its output and its exit code."""
