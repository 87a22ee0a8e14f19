"""`python -m backplan_gui` is the command `backplan`."""

import sys

from .cli import main

sys.exit(main())
