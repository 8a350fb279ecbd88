"""The reader of Word documents (.docx): what Word shows when all changes are accepted, with numbers and places."""
