"""The house is in order: rooms import only downwards, libraries stay in their rooms, the top level is small."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = "parties_of_power"

MAY_IMPORT = {
    "domain": {"domain"},
    "study": {"study", "domain"},
    "analysis": {"analysis", "study", "domain"},
    "exchange": {"exchange", "analysis", "study", "domain"},
    "commands": {"commands", "exchange", "analysis", "study", "domain"},
    "ui": {"ui", "exchange", "analysis", "study", "domain"},
    "__main__": {"ui", "commands", "exchange", "analysis", "study", "domain"},
    "__init__": set(),
    "paths": set(),
    "texts": set(),
}
EVERYWHERE = {"paths", "texts", "__init__"}
ROOMS_OF_LIBRARY = {
    "PySide6": {"ui"},
    "apsw": {"study"},
    "citeproc": {"exchange"},
    "docx": {"exchange"},
    "numpy": {"analysis", "exchange", "commands", "ui"},
    "odfdo": {"exchange"},
    "openpyxl": {"exchange"},
    "pandas": {"analysis", "exchange", "commands", "ui"},
    "pyqtgraph": {"ui"},
    "pyreadstat": {"exchange"},
    "python_calamine": {"exchange"},
    "shiboken6": {"ui"},
    "sqlite3": {"study"},
    "xlsxwriter": {"exchange"},
    # Only the tests have these.
    "edtf": set(),
    "frictionless": set(),
    "hypothesis": set(),
    "openxml_audit": set(),
    "pytest": set(),
}
ON_FIRST_USE = {
    "citeproc",
    "docx",
    "odfdo",
    "openpyxl",
    "pandas",
    "pyqtgraph",
    "pyreadstat",
    "python_calamine",
    "xlsxwriter",
}
TOP_LEVEL = {"pyproject.toml", "app", "resources", "data", "tests", "packaging", "README*", "LICENSE", "CHANGELOG*"}
MADE_HERE = {"build", "dist"}


@dataclass(frozen=True)
class Import:
    """One name that a module imports, wherever in the module that happens."""

    name: str
    line: int
    at_start: bool


def test_the_house_is_in_order() -> None:
    assert broken_rules(ROOT / "app" / HOUSE) == []


def test_the_top_level_holds_only_what_belongs_there() -> None:
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert {name for name in found if not any(fnmatch(name, allowed) for allowed in TOP_LEVEL | MADE_HERE)} == set()


def test_the_packaging_folder_hides_no_library() -> None:
    """With an __init__.py it would stand before the library `packaging`, which pytest imports."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


@pytest.mark.parametrize(
    ("module", "source", "rule"),
    [
        ("domain/dates.py", "from parties_of_power.study import file", "domain imports study"),
        ("study/file.py", "def f():\n    import parties_of_power.ui.start", "study imports ui"),
        ("study/file.py", "from parties_of_power import exchange", "study imports exchange"),
        (
            "analysis/table.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import parties_of_power.ui",
            "imports ui",
        ),
        ("ui/start.py", "from parties_of_power.commands import info", "ui imports commands"),
        ("commands/info.py", "from parties_of_power.ui import start", "commands imports ui"),
        ("texts.py", "from .domain import dates", "texts imports domain"),
        ("study/file.py", "from parties_of_power import __main__", "study imports __main__"),
        ("study/file.py", "from parties_of_power.extra import x", "study imports extra"),
        ("extra/file.py", "import os", "extra is no room"),
        ("ui/views/table.py", "from ..start import window", "relative import of a parent"),
        ("ui/start.py", "import apsw", "apsw in ui"),
        (
            "ui/views/days/page.py",
            "def f():\n    from parties_of_power.ui.views.table.words import cut",
            "a view imports another",
        ),
        ("domain/dates.py", "def f():\n    import numpy as np", "numpy in domain"),
        ("study/file.py", "from pandas import DataFrame", "pandas in study"),
        ("commands/info.py", "from PySide6.QtCore import Qt", "PySide6 in commands"),
        ("ui/start.py", "def f():\n    from openpyxl.cell import Cell", "openpyxl in ui"),
        ("exchange/workbook.py", "import openpyxl", "openpyxl when the module is read"),
        ("analysis/table.py", "try:\n    import pandas\nfinally:\n    pass", "pandas when the module is read"),
        ("ui/chart.py", "class A:\n    import pyqtgraph", "pyqtgraph when the module is read"),
        ("domain/dates.py", "import edtf", "edtf in domain"),
        ("domain/kinds.py", "import importlib\nimportlib.import_module('parties_of_power.ui')", "domain imports ui"),
        (
            "study/file.py",
            "from importlib import import_module\nimport_module(f'parties_of_power.ui.{x}')",
            "study imports ui",
        ),
        ("study/file.py", "def f(name):\n    __import__(name)", "cannot be read"),
        ("ui/start.py", "from parties_of_power.texts import _\nfor _ in range(3):\n    pass", "is the translation"),
    ],
)
def test_a_broken_rule_is_seen(tmp_path: Path, module: str, source: str, rule: str) -> None:
    write(tmp_path / module, source)
    (broken,) = broken_rules(tmp_path)
    assert broken.startswith(module)
    assert rule in broken


def test_an_orderly_house_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "domain/dates.py", "import datetime\nfrom parties_of_power.texts import _\nfrom . import periods")
    write(
        tmp_path / "study/file.py",
        "import apsw\nfrom parties_of_power import __version__\nfor _ in range(3):\n    pass",
    )
    write(tmp_path / "exchange/book.py", "def f():\n    import openpyxl\n    import pandas\nimport numpy")
    write(
        tmp_path / "analysis/table.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from pandas import Series",
    )
    write(
        tmp_path / "__main__.py",
        "from parties_of_power import commands\ndef f():\n    import parties_of_power.ui.start",
    )
    assert broken_rules(tmp_path) == []


def write(path: Path, source: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, "utf-8")


def broken_rules(app: Path) -> list[str]:
    """Every broken rule in the modules below a folder that stands for the package, with its place."""
    return [
        f"{path.relative_to(app).as_posix()}:{line}: {what}"
        for path in sorted(app.rglob("*.py"))
        for line, what in broken_in(path.relative_to(app), ast.parse(path.read_text("utf-8")))
    ]


def broken_in(module: Path, tree: ast.Module) -> Iterator[tuple[int, str]]:
    room = module.parts[0].removesuffix(".py")
    if room not in MAY_IMPORT:
        yield 1, f"{room} is no room of the house"
        return
    for found in imports_of(module, tree):
        library = found.name.partition(".")[0]
        if library == HOUSE:
            other = room_of(found.name)
            if other not in MAY_IMPORT[room] | EVERYWHERE:
                yield found.line, f"{room} imports {other}"
            elif is_another_view(module, found.name):
                yield found.line, "a view imports another"
        elif room not in ROOMS_OF_LIBRARY.get(library, MAY_IMPORT):
            yield found.line, f"{library} in {room}"
        elif library in ON_FIRST_USE and found.at_start:
            yield found.line, f"{library} when the module is read"
        elif library in ("", "?"):
            yield found.line, "relative import of a parent" if not library else "what is imported cannot be read"
    yield from shadowed_translation(tree)


def is_another_view(module: Path, name: str) -> bool:
    """No view knows another: what two of them need stands beside `views`."""
    of_module, of_name = module.parts[:3], tuple(name.split(".")[1:4])
    are_views = of_module[:2] == of_name[:2] == ("ui", "views") and len(module.parts) > 3 and len(of_name) == 3
    return are_views and of_module[2] != of_name[2]


def room_of(name: str) -> str:
    """The room of a dotted name; what the package itself offers (its version) counts as its `__init__`."""
    part = [*name.split("."), ""][1]
    return "__init__" if part in ("", "__version__") else part


def imports_of(module: Path, tree: ast.Module) -> Iterator[Import]:
    at_start = set(read_at_start(tree))
    for node in ast.walk(tree):
        for name in names_imported(node, module):
            yield Import(name, node.lineno, node in at_start)  # type: ignore[attr-defined]  # every import has a line


def names_imported(node: ast.AST, module: Path) -> list[str]:
    """The dotted names that one node imports: "" for a parent's, "?" where only running the program could tell."""
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom(level=0, module=str(base)):
            return [f"{base}.{alias.name}" for alias in node.names] if base == HOUSE else [base]
        case ast.ImportFrom(level=1):
            base = ".".join([HOUSE, *module.parent.parts, *filter(None, [node.module])])
            return [f"{base}.{alias.name}" for alias in node.names]
        case ast.ImportFrom():
            return [""]
        case ast.Call(func=ast.Name(id="import_module" | "__import__") | ast.Attribute(attr="import_module")):
            return [beginning_of_text(node.args[0]) or "?"]
    return []


def beginning_of_text(node: ast.expr) -> str:
    """What is written of a text: all of it, or an f-string's part before the first brace."""
    match node:
        case ast.Constant(value=str(text)) | ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
            return text
    return ""


def read_at_start(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes that run when the module is read: not those in functions, not those for the type checker."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from read_at_start(child)


def shadowed_translation(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """A module that imports `_` may not use the name for anything else: the translation would be gone there."""
    imported = any(
        isinstance(node, ast.ImportFrom) and any(a.name == "_" for a in node.names) for node in ast.walk(tree)
    )
    for node in ast.walk(tree):
        if imported and isinstance(node, ast.Name) and node.id == "_" and isinstance(node.ctx, ast.Store):
            yield node.lineno, "_ is the translation here, and nothing else"
