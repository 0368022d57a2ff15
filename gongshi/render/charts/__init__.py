"""Turn the views of a catalog into drawings: pictures for the page, images to keep, a table, the words around them."""

from gongshi.render.charts import kept
from gongshi.render.charts.drawing import Drawing, draw, outlined

__all__ = ["Drawing", "draw", "kept", "outlined"]
