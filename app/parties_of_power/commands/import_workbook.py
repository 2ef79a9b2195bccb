"""`import`: takes over what was changed in a workbook that was exported from the study, or what another table says."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path

from parties_of_power.analysis.columns import Columns
from parties_of_power.commands.arguments import add_json, add_study, opened
from parties_of_power.commands.definition import Command, Refused
from parties_of_power.commands.import_table import add_table_options, import_table, is_table
from parties_of_power.domain.sources import Cite
from parties_of_power.exchange.imports.importing import open_table
from parties_of_power.exchange.returned.comparing import compare
from parties_of_power.exchange.returned.differences import Decision, Difference, Returned, kind_name
from parties_of_power.exchange.returned.taking import take, what_taking_does
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext

_CONFLICTS: dict[str, Decision] = {"ours": "keep", "theirs": "take", "both": "both"}


def _arguments(parser: ArgumentParser) -> None:
    add_study(parser)
    parser.add_argument("file", metavar="FILE", help=_("a workbook that was exported from the study, or any table"))
    parser.add_argument(
        "--accept",
        choices=("none", "all"),
        default="none",
        help=_("none only lists the differences; all takes them, but not what is probably spoiled"),
    )
    parser.add_argument(
        "--conflicts",
        choices=tuple(_CONFLICTS),
        default="ours",
        help=_("what becomes of cells that were changed on both sides"),
    )
    parser.add_argument("--source", metavar="KEY", help=_("the source that everything taken cites"))
    parser.add_argument("--locator", metavar="TEXT", default="", help=_("where in the source"))
    parser.add_argument("--note", metavar="TEXT", default="", help=_("why it is adopted"))
    add_table_options(parser)
    add_json(parser)


def _run(options: Namespace) -> int:
    study = opened(options, read_only=options.accept == "none")
    try:
        path = Path(options.file)
        citing = _citing(study, options)
        table = open_table(path)
        assert table is not None  # nobody cancels it here
        if is_table(study, table, options):
            return import_table(study, table, options, citing)
        returned = compare(study, Columns(study), table.file, path.name)
        wills = [what_taking_does(study, each, citing) for each in returned.differences]
        taken = take(study, returned, _decided(returned, options), citing=citing, note=options.note)
    finally:
        study.close()
    if options.json:
        print(json.dumps(_plain(returned, taken), ensure_ascii=False, indent=1))
    else:
        _tell(returned, wills, taken, is_asked=options.accept == "all")
    return 0


def _decided(returned: Returned, options: Namespace) -> list[tuple[Difference, Decision]]:
    if options.accept == "none":
        return []
    return [(each, _decision(each, options)) for each in returned.differences]


def _decision(difference: Difference, options: Namespace) -> Decision:
    if difference.kind == "spoiled":
        return "keep"
    return _CONFLICTS[options.conflicts] if difference.kind == "both" else "take"


def _citing(study: Study, options: Namespace) -> Cite | None:
    if options.source is None:
        return None
    source = study.catalogue.source(options.source)
    if source is None:
        raise Refused(_("There is no source “{key}” in this study.").format(key=options.source))
    return Cite(source.id, options.locator)


def _tell(returned: Returned, wills: list[str], taken: int, *, is_asked: bool) -> None:
    print(returned.found)
    for note in returned.notes:
        print(note)
    for each, will in zip(returned.differences, wills, strict=True):
        cell = _("{row} · {column}").format(row=each.row, column=each.column) if each.row else each.column
        values = " | ".join((each.old, each.theirs or _("(blank)"), each.ours))
        said = " – ".join(filter(None, [each.why if each.kind == "spoiled" else "", will]))
        print(f"{kind_name(each.kind)}: {cell}: {values}: {said}")
    count = len(returned.differences)
    print(
        ngettext("{count} difference", "{count} differences", count).format(count=count)
        if count
        else _("No differences")
    )
    if is_asked:
        print(ngettext("{count} taken", "{count} taken", taken).format(count=taken))


def _plain(returned: Returned, taken: int) -> dict[str, object]:
    return {
        "file": returned.name,
        "found": returned.found,
        "guessed": returned.is_guess,
        "notes": returned.notes,
        "differences": [asdict(each) for each in returned.differences],
        "taken": taken,
    }


COMMAND = Command(
    "import",
    _("take changes from a workbook of the study, or values from any table"),
    _arguments,
    _run,
)
