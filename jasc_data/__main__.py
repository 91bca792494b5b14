"""The command line: ``python -m jasc_data COMMAND``. Exit 0 done, 1 refused, 2 wrong usage, 3 store cannot be used."""

import sys

from jasc_data.command_line.run import main

if __name__ == "__main__":
    sys.exit(main())
