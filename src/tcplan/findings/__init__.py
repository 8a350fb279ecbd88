"""What is wrong with a file, as values: findings, their places, their codes, and the changes that fix them."""
