"""Keep, check and report a Technician Commitment action plan as YAML files."""

__version__ = "0.1.0"
