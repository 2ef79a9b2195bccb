"""`export`: a comparison as of a day, written to a file whose ending says in which format."""

from pathlib import Path

from parties_of_power.analysis.columns import Columns
from parties_of_power.analysis.table import ComparisonTable
from parties_of_power.exchange.definition import Export, ExportRefused, Format, Progress
from parties_of_power.exchange.formats import FORMATS
from parties_of_power.exchange.options import USUAL, Options
from parties_of_power.exchange.whole_file import written_whole
from parties_of_power.study.queries import comparison
from parties_of_power.study.study import Study
from parties_of_power.texts import _


def export(
    study: Study,
    columns: Columns,
    out_path: Path,
    comparison_id: int,
    day: int,
    *,
    progress: Progress | None = None,
    options: Options = USUAL,
) -> list[str]:
    """Writes the file whole or not at all; answers one sentence for everything that had to change on the way.

    ExportRefused says why there is no file, Cancelled comes from `progress`.
    """
    chosen = format_of(out_path)
    table = ComparisonTable(study, columns, comparison(study, comparison_id), day, in_full=True)
    if out_path.exists() and study.path.exists() and out_path.samefile(study.path):
        raise ExportRefused(_("{name} is the study itself: choose another name.").format(name=out_path.name))
    with written_whole(out_path) as temporary:
        return chosen.write(Export(study, columns, table, options), temporary, progress or _unheard)


def format_of(path: Path) -> Format:
    """The format that a file's ending stands for, of `.csv` and `.long.csv` the longer; ExportRefused names those
    there are."""
    ending, name = path.suffix.casefold(), path.name.casefold()
    fitting = [(len(end), each) for each in FORMATS for end in each.endings if name.endswith(end.casefold())]
    if ending and fitting:
        return max(fitting, key=lambda pair: pair[0])[1]
    known = ", ".join(ending for each in FORMATS for ending in each.endings)
    if not ending:
        raise ExportRefused(
            _("{name} has no ending that says what to write: choose one of {endings}.").format(
                name=path.name, endings=known
            )
        )
    raise ExportRefused(
        _("Nothing is written as {ending}: the name may end with {endings}.").format(ending=ending, endings=known)
    )


def _unheard(_done: float) -> None:
    """Nobody waits."""
