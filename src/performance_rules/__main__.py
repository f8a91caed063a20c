"""``python -m performance_rules``: the command line, where scripts are on no path."""

import sys

from performance_rules.cli import main

if __name__ == "__main__":
    sys.exit(main())
