"""Flat, ready-to-print rows that terminal and render share, so that they cannot disagree."""
