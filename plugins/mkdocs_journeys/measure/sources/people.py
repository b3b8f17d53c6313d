"""Who a row belongs to, and which rows are copies of others."""

from collections.abc import Sequence

import ibis
from ibis.expr import types as ir

_ROLE = "role_"


def with_person(table: ibis.Table, names: Sequence[ir.StringValue], merges: bool) -> ibis.Table:
    """The table with `person`: the first of the values that is filled.

    With `merges`, a row that has only a later value, such as a device, belongs to the person who was ever seen with
    it; where several were, always to the same one of them.
    """
    if len(names) < 2 or not merges:
        return table.mutate(person=ibis.coalesce(*names) if names else ibis.null("string"))
    columns = table.columns
    roles = [f"{_ROLE}{number}" for number in range(len(names))]
    table = table.mutate(**dict(zip(roles, names, strict=True)))
    order = [roles[0]]
    for number, role in enumerate(roles[1:], 1):
        known = f"{_ROLE}known_{number}"
        before = ibis.coalesce(*(table[earlier] for earlier in order))
        pairs = table.mutate(**{known: before}).filter(ibis._[role].notnull(), ibis._[known].notnull())
        seen = pairs.group_by(ibis._[role].name(f"{known}_key")).agg(**{known: ibis._[known].max()})
        joined = table.left_join(seen, table[role] == seen[f"{known}_key"])
        table = joined.select(*table.columns, known)
        order += [known, role]
    person = ibis.coalesce(*(table[name] for name in order))
    return table.select(*columns, person=person)


def without_copies(
    table: ibis.Table, ids: Sequence[ir.StringValue], order: Sequence[str], within: Sequence[str] = ()
) -> ibis.Table:
    """The first row of those with the same ids and the same values in `within`; rows that lack an id stay."""
    if not ids:
        return table
    columns = table.columns
    keys = [f"{_ROLE}id_{number}" for number in range(len(ids))]
    table = table.mutate(**dict(zip(keys, ids, strict=True)))
    copy = ibis.row_number().over(
        group_by=[*keys, *within], order_by=[table[name].asc(nulls_first=False) for name in order]
    )
    lacks = ibis.or_(*(table[key].isnull() for key in keys))
    numbered = table.mutate(role_copy=copy, role_lacks=lacks)
    # A list of what stays, as Ibis writes what `drop` leaves out in any order.
    return numbered.filter((ibis._.role_copy == 0) | ibis._.role_lacks).select(*columns)
