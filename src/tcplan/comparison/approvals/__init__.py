"""What an approval was given to, and whether it is still the same."""
