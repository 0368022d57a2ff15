"""Describe what is published for the catalogues of others."""

from gongshi.render.metadata.catalogue import files

__all__ = ["files"]
