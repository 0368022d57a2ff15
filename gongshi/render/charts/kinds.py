"""The kinds of drawing by name: how each makes rows of an exhibit, and a plot of its rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gongshi.render.charts import bars, bullet, columns, disputed, line, multiples, share, stacked
from gongshi.render.charts.rows import Row
from gongshi.render.charts.shapes import Plot
from gongshi.render.charts.telling import Telling
from gongshi.render.charts.theme import Size


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of drawing, as two functions of values."""

    rows: Callable[[Telling], tuple[Row, ...]]
    plot: Callable[[Telling, tuple[Row, ...], Size], Plot]


KINDS: Final[Mapping[str, Kind]] = MappingProxyType(
    {
        "bars": Kind(bars.rows, bars.plot),
        "columns": Kind(columns.rows, columns.plot),
        "line": Kind(line.rows, line.plot),
        "remaining": Kind(line.remaining, line.plot),
        "stacked": Kind(stacked.rows, stacked.plot),
        "share": Kind(share.rows, share.plot),
        "multiples": Kind(multiples.rows, multiples.plot),
        "bullet": Kind(bullet.rows, bullet.plot),
        "disputed": Kind(disputed.rows, disputed.plot),
    }
)
