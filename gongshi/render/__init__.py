"""Render: values become bytes."""
