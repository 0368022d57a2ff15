"""Scripts that measure; nothing here is a test, and no test waits for a clock."""
