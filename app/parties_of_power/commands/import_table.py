"""What `import` does with a table that was not exported from the study: it shows, or takes, what the table says."""

import json
from argparse import ArgumentParser, Namespace

from parties_of_power.analysis.columns import Columns
from parties_of_power.commands.definition import Refused
from parties_of_power.domain.sources import Cite
from parties_of_power.exchange.imports.applying import apply
from parties_of_power.exchange.imports.importing import Opened, first_plan, propose_import
from parties_of_power.exchange.imports.plan import TAKEN_UNITS, unit_name
from parties_of_power.exchange.imports.proposals import STATUSES, Proposal, Proposed, status_name
from parties_of_power.exchange.imports.recipes import Recipe, keep_recipe, recipe
from parties_of_power.exchange.imports.subjects import Match
from parties_of_power.exchange.returned.comparing import was_exported
from parties_of_power.study.study import Study
from parties_of_power.texts import _, ngettext


def add_table_options(parser: ArgumentParser) -> None:
    parser.add_argument("--table", action="store_true", help=_("read it as a table that is none of the study"))
    parser.add_argument("--recipe", metavar="NAME", help=_("read the table as this recipe of the study says"))
    parser.add_argument("--save-recipe", metavar="NAME", dest="save_recipe", help=_("keep how it was read as a recipe"))
    parser.add_argument(
        "--new-rows",
        action="store_true",
        dest="new_rows",
        help=_("add parties and states that are new"),
    )


def is_table(study: Study, opened: Opened, options: Namespace) -> bool:
    """Whether it is a table of strangers: as was asked for, by its columns, or as nothing of the study is in it."""
    if options.table or options.recipe or options.save_recipe or options.new_rows or opened.dataset:
        return True
    return not was_exported(study, Columns(study), opened.file, opened.path.name)


def import_table(study: Study, opened: Opened, options: Namespace, citing: Cite | None) -> int:
    """With `--recipe` as that recipe says, else as the table is understood; `--save-recipe` keeps how it was done."""
    known = recipe(study, options.recipe) if options.recipe else None
    plan = known.plan if known else first_plan(study, opened, new_rows="add" if options.new_rows else "leave")
    if plan.unit not in TAKEN_UNITS:
        said = _("A row of this table is a {unit}, which is not imported as values.")
        raise Refused(said.format(unit=unit_name(plan.unit)))
    source_ids = [*(known.source_ids if known else ()), *([citing.source_id] if citing else ())]
    proposal = propose_import(study, opened, plan, source_ids=source_ids)
    assert proposal is not None
    if citing is None and known and known.source_ids and not plan.source:
        citing = Cite(known.source_ids[-1])
    taken = 0
    if options.accept == "all" and proposal.to_take:
        taken, source_id = apply(study, proposal, citing)
        source_ids = [*source_ids, *([source_id] if source_id else [])]
    name = options.save_recipe or (known.name if known and taken else "")
    if name and options.accept == "all":
        keep_recipe(study, Recipe(name, plan, tuple(dict.fromkeys(source_ids))))
    _say(study, proposal, taken, options)
    return 0


def _say(study: Study, proposal: Proposal, taken: int, options: Namespace) -> None:
    if options.json:
        print(json.dumps(_plain(proposal, taken), ensure_ascii=False, indent=1))
        return
    print(_("A row is a {unit}").format(unit=unit_name(proposal.plan.unit)))
    for decision in proposal.decisions:
        print(decision.sentence)
    for match in proposal.unsure:
        print(_match_words(study, match))
    for said in proposal.left_out:
        print(said)
    for value in proposal.values:
        if value.status != "same":
            print(_value_words(study, value))
    counts = proposal.counts
    print("; ".join(f"{status_name(each)}: {counts[each]}" for each in STATUSES if counts[each]) or _("No values"))
    if options.accept == "all":
        print(ngettext("{count} taken", "{count} taken", taken).format(count=taken))


def _match_words(study: Study, match: Match) -> str:
    def shown(subject_id: int) -> str:
        return study.catalogue.shown_name(subject_id, study.as_of).text

    found = shown(match.subject_id) if match.subject_id else _("nobody")
    like = ", ".join(f"{shown(each)} {score:.2f}" for each, score in match.candidates)
    return "“{name}”: {found}{like}{why}".format(
        name=match.who.name, found=found, like=f" ({like})" if like else "", why=f", {match.why}" if match.why else ""
    )


def _value_words(study: Study, value: Proposed) -> str:
    subject = value.subject
    named = study.catalogue.shown_name(subject, study.as_of).text if isinstance(subject, int) else subject.name
    against = f" | {'; '.join(value.against)}" if value.against else ""
    said = value.said.typed or value.said.missing
    return f"{status_name(value.status)}: {named} · {value.column} ({value.cell}): {said}{against}"


def _plain(proposal: Proposal, taken: int) -> dict[str, object]:
    return {
        "file": proposal.file,
        "unit": proposal.plan.unit,
        "dataset": proposal.plan.dataset,
        "decisions": [each.sentence for each in proposal.decisions],
        "names": [
            {"name": each.who.name, "how": each.how, "subject": str(each.subject_id), "why": each.why}
            for each in proposal.unsure
        ],
        "left_out": proposal.left_out,
        "values": [
            {
                "status": each.status,
                "subject": str(each.subject) if isinstance(each.subject, int) else each.subject.name,
                "column": each.column,
                "cell": each.cell,
                "text": each.said.typed or each.said.missing,
                "period": each.period.text,
                "against": each.against,
            }
            for each in proposal.values
            if each.status != "same"
        ],
        "counts": dict(proposal.counts),
        "taken": taken,
    }
