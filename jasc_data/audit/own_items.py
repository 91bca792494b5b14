"""Whether items are somebody's own: by the lead in the latest export, or as the owner of a step to green.

Names are compared whole, as spellings are everywhere (case, dashes and spaces do not count): a lead that the export
writes as a post is somebody's when the installation says that the post is theirs.
"""

from collections.abc import Collection
from dataclasses import dataclass

from jasc_data.domain.normalise import spelling_key
from jasc_data.store.snapshot import Snapshot


@dataclass(frozen=True)
class _Responsible:
    """A name that an item is the business of."""

    item_id: int
    name: str


def are_own(snapshot: Snapshot, item_ids: Collection[int | None], names: Collection[str]) -> bool:
    """True when there are items, and each is one of a person with these names."""
    keys = {key for name in names if (key := spelling_key(name))}
    if not keys or not item_ids or None in item_ids:
        return False
    found = snapshot.rows("audit/responsible", _Responsible, item_ids=sorted({one for one in item_ids if one}))
    own = {one.item_id for one in found if spelling_key(one.name) in keys}
    return own == set(item_ids)
