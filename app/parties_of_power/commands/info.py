"""`info`: what a study holds, counted."""

import json
from argparse import ArgumentParser, Namespace

from parties_of_power.commands.arguments import add_json, add_study, opened
from parties_of_power.commands.definition import Command
from parties_of_power.study import queries
from parties_of_power.texts import _


def _arguments(parser: ArgumentParser) -> None:
    add_study(parser)
    add_json(parser)


def _run(options: Namespace) -> int:
    study = opened(options, read_only=True)
    try:
        counts = queries.counts(study)
    finally:
        study.close()
    if options.json:
        print(json.dumps(counts))
    else:
        for name, count in counts.items():
            print(f"{count:>9,}  {name}")
    return 0


COMMAND = Command("info", _("count what a study holds"), _arguments, _run)
