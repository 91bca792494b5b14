"""The tool that made the demonstration's files: around the committee paper's figures it invents every item behind them."""
