"""Turn the list of tables into the files that programs of others open: XLSX, Parquet, SQLite for Datasette."""

from collections.abc import Sequence

from gongshi.read.collection import Publication
from gongshi.render import databases, datasette
from gongshi.render.holdings import Holding
from gongshi.render.parquets import parquet
from gongshi.render.workbooks import workbook


def files(holdings: Sequence[Holding], publication: Publication) -> dict[str, bytes]:
    """Every file by its path under the site's root: two for each table, and the database with its metadata."""
    made = {
        databases.PATH: databases.database(holdings, publication),
        datasette.PATH: datasette.metadata(holdings, publication),
    }
    for holding in holdings:
        made[f"{holding.stem}.xlsx"] = workbook(holding, publication)
        made[f"{holding.stem}.parquet"] = parquet(holding, publication)
    return made
