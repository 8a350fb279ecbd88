"""New files of an institution: a plan or a submission, begun with what is known and with what is asked as comments."""
