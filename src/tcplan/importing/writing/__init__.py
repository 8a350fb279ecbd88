"""From the draft of a plan to what is written: the plan file, and the suggestions for the glossary."""
