"""Single values and words: dates, quantities, RAG, near spellings, and text that is safe to print."""
