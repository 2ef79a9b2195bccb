"""Why the program does not end in "Fatal Python error: none_dealloc" on Python 3.11.

In PySide6 6.12 every method without a result gives back None without counting it, and every emitted signal True:
right since Python 3.12, where both are immortal, and on 3.11 one count too few for each call. After some thousand
calls (a few paintings) the interpreter believes None unused and aborts. So None, True and False are counted here so
often that no session can use them up.
"""

import ctypes
import sys

FIRST_WITH_IMMORTALS = (3, 12)
PLENTY = 1 << (40 if sys.maxsize > 1 << 32 else 29)


def keep_none() -> None:
    """Once, before Qt is used. Nothing where they are immortal, or where the count does not lie where it should."""
    if sys.version_info >= FIRST_WITH_IMMORTALS:
        return
    for one in (None, True, False):
        known = sys.getrefcount(one)
        count = ctypes.c_ssize_t.from_address(id(one))
        if known < PLENTY and abs(count.value - known) < 16:
            count.value += PLENTY
