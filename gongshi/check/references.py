"""Say that an id leads nowhere, and which known one is nearest."""

import difflib
from collections.abc import Iterable
from typing import Final

from gongshi.errors import Place, Problem
from gongshi.read.values import Text

FIGURE: Final = Text("数字", "figure")
SCOPE: Final = Text("范围", "scope")
TOPIC: Final = Text("主题", "topic")
INDICATOR: Final = Text("指标", "indicator")
AREA: Final = Text("地区", "area")
CHART: Final = Text("图", "chart")
DATASET: Final = Text("数据集", "dataset")
CORRECTION: Final = Text("更正", "correction")
ELEMENT: Final = Text("要素", "element")
RULE: Final = Text("时限规则", "deadline rule")
CHANNEL: Final = Text("渠道", "channel")
LEVEL: Final = Text("层级", "level")
NOTICE: Final = Text("公告公示", "notice")
ITEM: Final = Text("公开事项", "item of what must be published")


# Among more names than these the search for the nearest would take longer than the check itself.
FEW: Final = 2_000


def unknown(id_: str, known: Iterable[str], what: Text, place: Place) -> Problem:
    """The problem of an id that is none of `known`, with the nearest known one as the mend."""
    details = {"what": what.zh, "what_en": what.en, "suggestion": nearest(id_, known)}
    return Problem("reference-unknown", place, id_, details)


def nearest(id_: str, known: Iterable[str]) -> str:
    """`: name` of the known name most like `id_`, or "" where none is near."""
    names = sorted(known)
    near = difflib.get_close_matches(id_, names, n=1) if len(names) <= FEW else []
    return f": {near[0]}" if near else ""
