"""Find when something was first published: the oldest release that holds a file."""

from gongshi.read.history import History, Release


def first(history: History, path: str) -> Release | None:
    """The first release that froze a file under this path; None where none did."""
    return next((one for one in history.releases if any(file.path == path for file in one.files)), None)
