"""Read: files become values."""
