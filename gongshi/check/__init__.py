"""Check: values become problems."""
