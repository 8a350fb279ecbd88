"""The differences of two states of plan files in sentences, ready to print."""
