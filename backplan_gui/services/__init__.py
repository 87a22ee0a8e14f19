"""What the outside world does for us, each behind a small interface."""
