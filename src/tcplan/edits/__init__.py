"""What commands that write mean, as texts of files."""
