"""Flat, ready-to-print rows that terminal, render and exchange share, so that they cannot disagree."""
