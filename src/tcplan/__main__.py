"""`python -m tcplan`."""

from tcplan.cli.entry import main

main()
