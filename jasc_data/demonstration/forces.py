"""The demonstration's own 43 forces: the eight of the most similar group by name, and 35 that do not exist."""

from datetime import date
from functools import cache

from jasc_data.domain.forces import Force, ForceDirectory, national_directory, national_forces
from jasc_data.domain.peer_groups import PACKAGED_GROUPS, read_peer_groups

HOME = "West Mercia"
PAPER_TARGET = 80  # the committee paper of September 2023: fewer than 80 open recommendations
DAY = date(2023, 9, 4)  # of the committee paper, whose table names the eight
OTHER_FORCES = tuple(f"Other force {number:02}" for number in range(1, 36))


def forces() -> tuple[Force, ...]:
    """The eight with their real codes and aliases, then "Other force 01" to "Other force 35"."""
    named = read_peer_groups(PACKAGED_GROUPS, national_directory()).at(HOME, DAY)
    group = (force for force in national_forces() if force.name in named)
    invented = (Force(f"X{name[-2:]}", name, name, ()) for name in OTHER_FORCES)
    return (*sorted(group, key=lambda force: force.name), *invented)


@cache
def demonstration_directory() -> ForceDirectory:
    """The demonstration's own forces: the eight of the group, and invented labels for the rest of the nation."""
    return ForceDirectory(forces())
