"""Why importing stays fast with Qt: PySide6 reads no source of what is imported after it.

After each import it looks through the source of every new module for its own name, to know who might switch one of its
*features* on (`from __feature__ import …`). Nothing here does, and reading three hundred files, those of numpy among
them, takes a fifth of a second of each start.
"""

import sys

import PySide6.QtCore  # noqa: F401  # it brings the module that is looked for below


def read_no_sources() -> None:
    """Once, before anything else is imported. Where PySide6 has no such question, nothing is lost."""
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _uses_no_features


def _uses_no_features(_module: object) -> bool:
    return False
