"""What the lines of the bundled CSV files share: where they stand, the ids their keys become, and their citations."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from parties_of_power.domain.dates import NO_PERIOD, Period
from parties_of_power.domain.force import Span, in_force
from parties_of_power.study.edit import Edit
from parties_of_power.study.errors import StudyError
from parties_of_power.study.ids import id_of_key
from parties_of_power.texts import _


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a CSV file; `number` is where it ends in the file."""

    file: str
    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def several(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that lists keys or texts."""
        return tuple(part for part in self.cells[column].split(";") if part)

    def whole(self, column: str) -> int | None:
        return int(self.cells[column]) if self.cells[column] else None

    def number_in(self, column: str) -> float | None:
        return float(self.cells[column]) if self.cells[column] else None

    def period(self, timeless: bool = False) -> Period:
        start, end = self.cells["from"], self.cells["to"]
        return Period.of(start, end, timeless) if start or end or not timeless else NO_PERIOD


@contextmanager
def taken(line: Line) -> Iterator[None]:
    """What is wrong with a line is said with its file and number."""
    try:
        yield
    except (StudyError, ValueError, KeyError) as wrong:
        raise StudyError(
            _("{file}, line {line}: {detail}").format(file=line.file, line=line.number, detail=wrong)
        ) from wrong


class Taking:
    """A bundled study being taken over into an open edit: which keys there are so far, and what persons and subjects
    are called. `attributes` are the lines of attributes by key, `asks_of` the kind of subject of each comparison."""

    def __init__(self, edit: Edit) -> None:
        self.attributes: dict[str, Line] = {}
        self.asks_of: dict[str, str] = {}
        self._edit = edit
        self._known: set[tuple[str, str]] = set()
        self._numbers: Counter[tuple[str, str]] = Counter()
        self._accessed: dict[str, str] = {}
        self._called: dict[str, str] = {}

    def insert(self, table: str, key: str, /, **fields: object) -> int:
        """The id of a new row that keeps its key. ValueError where the key stands twice."""
        if table == "source":
            self._accessed[key] = str(fields["accessed"])
        return self.insert_part(table, key, **{"key": key, **fields})

    def insert_part(self, table: str, key: str, /, **fields: object) -> int:
        """The id of a new row whose key only makes its id."""
        if (table, key) in self._known:
            raise ValueError(_("“{key}” stands twice.").format(key=key))
        self._known.add((table, key))
        return self._edit.insert(table, id=id_of_key(table, key), **fields)

    def id_of(self, table: str, key: str) -> int:
        """The id of a row already taken over. ValueError where there is none."""
        if (table, key) not in self._known:
            raise ValueError(_("there is no {table} “{key}”.").format(table=table, key=key))
        return id_of_key(table, key)

    def has(self, table: str, key: str) -> bool:
        return (table, key) in self._known

    def numbered(self, table: str, key: str) -> str:
        """The key, with a number where it was used before: the order in the file tells such rows apart."""
        self._numbers[table, key] += 1
        number = self._numbers[table, key]
        return key if number == 1 else f"{key}.{number}"

    def cite(self, table: str, key: str, sources: Sequence[str], locator: str = "") -> None:
        """The sources of a row, the locator being that of the first."""
        owner = id_of_key(table, key)
        for position, source in enumerate(sources):
            self.insert_part(
                "citation",
                f"{table}.{key}.{position}",
                source_id=self.id_of("source", source),
                locator="" if position else locator,
                accessed=self._accessed[source],
                position=position,
                **{f"{table}_id": owner},
            )

    def learn_names(self, people: Sequence[Line], names: Sequence[Line], day: int) -> None:
        """What a claimant is called who stands in the files with a key: a subject by its short name on a day."""
        self._called.update({line["id"]: line["name"] for line in people})
        short: dict[str, list[Line]] = {}
        for line in names:
            if (line["language"], line["form"], line["standing"]) == ("en", "short", "adopted"):
                short.setdefault(line["subject_id"], []).append(line)
        for subject, lines in short.items():
            spans = [Span.of(line.period(), line["attested"]) for line in lines]
            place, _hold = in_force("until_changed", day, spans)
            self._called[subject] = lines[place]["text"]

    def called(self, key: str) -> str:
        return self._called[key] if key else ""
