"""YAML to plain values, with the place of every key and value; recovery after a fault. The only home of ruamel."""
