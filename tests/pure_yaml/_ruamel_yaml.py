"""Stands in the way of the C YAML library when TCPLAN_PURE_YAML is set; see conftest.py."""

msg = "hidden by TCPLAN_PURE_YAML"
raise ModuleNotFoundError(msg, name="_ruamel_yaml")
