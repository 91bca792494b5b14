"""Demonstration data: seven quarters of exports, fed through the importer like any other file."""

from jasc_data.demonstration.exports import DemonstrationExport, exports
from jasc_data.demonstration.forces import forces

__all__ = ["DemonstrationExport", "exports", "forces"]
