"""What has moved in a plan, as rows that are ready to print."""
