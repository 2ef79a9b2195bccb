"""`datapackage.json`: what every file and column of a data package holds, by the Data Package standard."""

import json
import re
from collections.abc import Iterator
from typing import Any

from parties_of_power import __version__
from parties_of_power.domain.dates import iso, today
from parties_of_power.exchange.long_csv import LONG_COLUMNS
from parties_of_power.exchange.package.meanings import column_meaning, table_meaning
from parties_of_power.study.packaged import LAYOUT, packaged_columns
from parties_of_power.study.schema import RESEARCH, TABLES
from parties_of_power.study.study import Study

_TYPES = {"TEXT": "string", "INTEGER": "integer", "REAL": "number"}
_REFERENCE = re.compile(r"(?P<column>\w+) INTEGER (?:NOT NULL )?REFERENCES (?P<table>\w+)\(id\)")
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


def descriptor(study: Study, day: int) -> str:
    """As JSON text. `layout` tells the program that the tables are exact."""
    described = {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json",
        "name": _NOT_IN_A_NAME.sub("-", study.title.casefold()).strip("-") or "study",
        "title": study.title,
        "description": (
            f"A study of Parties of Power {__version__}. The tables hold every row as it is in the study, and the "
            "program makes an equal study of them; the history of edits is no part of it. long.csv is the same "
            "observations for reading, read.R reads it in R."
        ),
        "version": "1.0.0",
        "created": f"{iso(today())}T00:00:00Z",
        "as_of": iso(day),
        "layout": LAYOUT,
        "resources": [*(_table(table) for table in RESEARCH), _long()],
    }
    return json.dumps(described, ensure_ascii=False, indent=2) + "\n"


def _table(table: str) -> dict[str, Any]:
    fields = [
        _field(each.name, "string" if _is_id(each.name) else _TYPES[each.type], column_meaning(table, each.name))
        for each in packaged_columns(table)
    ]
    schema = {"fields": fields, "missingValues": [""], "primaryKey": ["id"], "foreignKeys": list(_references(table))}
    return _resource(table, table_meaning(table), schema)


def _long() -> dict[str, Any]:
    fields = [_field(*column) for column in LONG_COLUMNS]
    meaning = "The observations for reading: one row each, with names and keys instead of ids."
    return _resource("long", meaning, {"fields": fields, "missingValues": [""], "primaryKey": ["id"]})


def _resource(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        "description": description,
        "path": f"{name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"csv": {"lineTerminator": "\r\n"}},
        "schema": schema,
    }


def _field(name: str, of_type: str, description: str) -> dict[str, Any]:
    return {"name": name, "type": of_type, "description": description}


def _is_id(column: str) -> bool:
    """Ids have more digits than most programs keep of a number."""
    return column == "id" or column.endswith("_id")


def _references(table: str) -> Iterator[dict[str, Any]]:
    """As the schema of the study declares them; one to the table itself has no name in the standard."""
    for found in _REFERENCE.finditer(TABLES[table]):
        resource = "" if found["table"] == table else found["table"]
        yield {"fields": [found["column"]], "reference": {"resource": resource, "fields": ["id"]}}
