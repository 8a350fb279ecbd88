"""YAML to plain values, with the place of every key and value; reading on past a fault. The only home of ruamel."""
