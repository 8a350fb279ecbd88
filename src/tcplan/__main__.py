"""`python -m tcplan`."""

from tcplan.cli.door import main

main()
