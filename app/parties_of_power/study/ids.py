"""Ids of rows: random and ordered by time for rows made here, derived from the key for bundled rows."""

import hashlib
import os
import time

_RANDOM_BITS = 22
_last_made = 0


def new_id() -> int:
    """41 bits of milliseconds since 1970 and 22 random bits: later rows have larger ids, on every computer.

    Rows of the same millisecond count on from each other by random steps, so that they keep their order too.
    """
    global _last_made  # noqa: PLW0603 -- the clock of the ids: there is one in a program, as there is one time
    milliseconds = time.time_ns() // 1_000_000
    made = (milliseconds & (1 << 41) - 1) << _RANDOM_BITS | _random(_RANDOM_BITS)
    _last_made = made if made > _last_made else _last_made + 1 + _random(8)
    return _last_made


def id_of_key(table: str, key: str) -> int:
    """The id of a bundled row: the same in every copy of the study."""
    return max(1, _number(f"{table}\0{key}".encode()))


def as_text(row_id: int) -> str:
    return str(row_id)


def from_text(text: str) -> int | None:
    """The id that a text is; None where it is none."""
    return int(text) if text.isascii() and text.isdigit() and int(text) < 1 << 63 else None


def _random(bits: int) -> int:
    """As `secrets.randbits`, whose module brings much more with it."""
    return int.from_bytes(os.urandom(4), "big") & (1 << bits) - 1


def _number(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "big") >> 1
