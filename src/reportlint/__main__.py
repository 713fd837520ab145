"""`python -m reportlint`."""

import sys

from reportlint.cli import entry

if __name__ == "__main__":
    sys.exit(entry())
