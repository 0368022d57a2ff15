"""Broken publications: each a name, one change to the small publication, and every problem that must follow.

A problem stands as (code, file, row, cell). Nothing but what is listed may be reported.
"""

from typing import Final

from tests.check.faults.cells import CELLS
from tests.check.faults.descriptions import DESCRIPTIONS
from tests.check.faults.exhibits import EXHIBITS
from tests.check.faults.form import FORM
from tests.check.faults.hostile import HOSTILE
from tests.check.faults.meaning import MEANING
from tests.check.faults.notices import NOTICES
from tests.check.faults.objecting import OBJECTING
from tests.check.faults.obliging import OBLIGING
from tests.check.faults.ordering import ORDERING
from tests.check.faults.paging import PAGING
from tests.check.faults.persons import PERSONS
from tests.check.faults.promising import PROMISING
from tests.check.faults.quoting import QUOTING
from tests.check.faults.relating import RELATING
from tests.check.faults.releasing import RELEASING
from tests.check.faults.verifying import VERIFYING
from tests.check.faults.writing import WRITING

FAULTS: Final = (
    *FORM,
    *CELLS,
    *MEANING,
    *RELATING,
    *ORDERING,
    *RELEASING,
    *DESCRIPTIONS,
    *HOSTILE,
    *EXHIBITS,
    *WRITING,
    *QUOTING,
    *PAGING,
    *PROMISING,
    *VERIFYING,
    *PERSONS,
    *OBJECTING,
    *NOTICES,
    *OBLIGING,
)
