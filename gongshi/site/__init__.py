"""Turn values and rendered files into pages, through Pelican."""
