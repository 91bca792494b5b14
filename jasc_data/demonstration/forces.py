"""The demonstration's own 43 forces: the eight of the most similar group by name, and 35 that do not exist."""

from jasc_data.demonstration.paper import OPEN_AT_LAST
from jasc_data.domain.forces import Force, national_forces

OTHER_FORCES = tuple(f"Other force {number:02}" for number in range(1, 36))


def forces() -> tuple[Force, ...]:
    """The eight with their real codes and aliases, then "Other force 01" to "Other force 35"."""
    group = (force for force in national_forces() if force.name in OPEN_AT_LAST)
    invented = (Force(f"X{name[-2:]}", name, name, ()) for name in OTHER_FORCES)
    return (*sorted(group, key=lambda force: force.name), *invented)
