"""Numbers of axes: python-pptx's own are below zero, which the format does not allow, and alike in every chart."""

BY_NAME = {"-2068027336": "1", "-2113994440": "2"}  # of a chart by category: names, values
OF_POINTS = {"-2128940872": "1", "-2129643912": "2"}  # of a chart of points: along, up


def numbered(xml: bytes, numbers: dict[str, str]) -> bytes:
    """The chart's XML with those numbers for its axes."""
    told = xml.decode()
    for theirs, ours in numbers.items():
        told = told.replace(f'val="{theirs}"', f'val="{ours}"')
    return told.encode()
