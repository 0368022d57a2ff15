"""Turn the list of tables into the files that programs of others open: XLSX, Parquet, SQLite for Datasette."""

from collections.abc import Iterable, Sequence

from gongshi.read.collection import Publication
from gongshi.render import databases, datasette
from gongshi.render.holdings import Holding
from gongshi.render.parquets import parquet
from gongshi.render.workbooks import workbook


def whole(holdings: Sequence[Holding], publication: Publication) -> dict[str, bytes]:
    """The database of all tables, and what Datasette shows beside it, by their paths under the site's root."""
    return {
        databases.PATH: databases.database(holdings, publication),
        datasette.PATH: datasette.metadata(holdings, publication),
    }


def each(holdings: Iterable[Holding], publication: Publication) -> dict[str, bytes]:
    """The workbook and the Parquet file of every table by their paths under the site's root."""
    made: dict[str, bytes] = {}
    for holding in holdings:
        made[f"{holding.stem}.xlsx"] = workbook(holding, publication)
        made[f"{holding.stem}.parquet"] = parquet(holding, publication)
    return made
