"""From a document that holds a plan to the text of a plan file, with an account of every fragment."""
