"""`history`: who changed what and when, newest first."""

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict

from parties_of_power.commands.arguments import add_json, add_study, opened
from parties_of_power.commands.definition import Command
from parties_of_power.study import history
from parties_of_power.texts import _


def _arguments(parser: ArgumentParser) -> None:
    add_study(parser)
    add_json(parser)


def _run(options: Namespace) -> int:
    study = opened(options, read_only=True)
    try:
        entries = history.history(study)
    finally:
        study.close()
    if options.json:
        print(json.dumps([asdict(entry) for entry in entries], ensure_ascii=False))
    else:
        for entry in entries:
            state = "" if entry.state == "done" else f" ({entry.state})"
            print(f"{entry.number:>6}  {entry.at}  {entry.coder}  {entry.label}{state}")
    return 0


COMMAND = Command("history", _("list the edits of a study, newest first"), _arguments, _run)
