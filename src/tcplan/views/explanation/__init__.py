"""How the headlines of a plan came about, as rows that are ready to print."""
