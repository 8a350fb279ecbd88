"""What `tcplan answer` shows: a question with its answer so far, and the facts that it could cite."""
