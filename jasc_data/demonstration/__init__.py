"""Demonstration data: seven quarters of exports, built by code and the same in every run.

They are bytes such as the portal could give, to be fed through the importer like any other file. The figures at
4 September 2023 are the committee paper's; every item behind them is invented and says so.
"""

from jasc_data.demonstration.exports import DemonstrationExport, exports
from jasc_data.demonstration.forces import forces

__all__ = ["DemonstrationExport", "exports", "forces"]
