"""The register as a file that leaves the dashboard: CSV whose every cell is safe for spreadsheets."""

from collections.abc import Sequence

from jasc_data.answers.register.answer import Register, RegisterItem
from jasc_data.answers.register.tables import file_table
from jasc_data.documents.tables import table_csv
from jasc_data.drawing.chart import Provenance, file_name_part
from jasc_data.wording.numbers import long_date


def register_csv(
    register: Register, items: Sequence[RegisterItem], chosen: str, provenance: Provenance, *, with_leads: bool
) -> bytes:
    """The items with what they are above: whose, as of when, from where, marked how, chosen how.

    with_leads: leads can be people's names, so they leave the dashboard only when asked for (rule 20).
    """
    title = f"Register of {register.home}, as of {long_date(register.as_of)}"
    table = file_table(items, register.as_of, with_leads=with_leads)
    return table_csv(title, table, provenance, more=(chosen,))


def file_name(register: Register) -> str:
    """A telling name with the force and the date."""
    return f"{file_name_part(register.home)}-register-{register.as_of}.csv"
