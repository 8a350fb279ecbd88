"""What a submission still needs before it can be sent, as rows: for the terminal, for a paper and for scripts."""
