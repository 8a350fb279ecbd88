"""How the data of two states of a file differ, item by item."""
