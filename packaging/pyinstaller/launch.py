"""What the packed program starts with."""

import sys

from parties_of_power.__main__ import main

sys.exit(main())
