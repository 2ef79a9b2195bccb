"""Taking differences over into the study: as typing does it, all of them one edit and one undo."""

from collections.abc import Iterable, Sequence

from parties_of_power.domain.sources import Cite
from parties_of_power.exchange.returned.differences import CELL_KINDS, Decision, Difference, Returned
from parties_of_power.study.edits.attributes import add_attribute
from parties_of_power.study.edits.comparisons import add_row, remove_row, show_column
from parties_of_power.study.edits.subjects import add_name, add_party, add_state
from parties_of_power.study.pasting import Pasted, Pasting, Plan, what_pasting_does
from parties_of_power.study.queries import comparisons
from parties_of_power.study.study import Study
from parties_of_power.study.typing import set_value, what_typing_does
from parties_of_power.texts import _, ngettext

Decided = tuple[Difference, Decision]


def take(
    study: Study, returned: Returned, decided: Iterable[Decided], *, citing: Cite | None = None, note: str = ""
) -> int:
    """How many differences were taken. What was cited stays as a rival; `note` is the reason of what is taken."""
    wanted = [(each, way) for each, way in decided if each.can_take and way in ("take", "both")]
    if not wanted:
        return 0
    count = len(wanted)
    label = ngettext("Take {count} change from {name}", "Take {count} changes from {name}", count)
    with study.edit(label.format(count=count, name=returned.name)):
        texts = [each for each, way in wanted if each.kind in CELL_KINDS and way == "take"]
        pasting(study, texts, citing).apply(label, only_fitting=False, reason=note)
        for each, way in wanted:
            if each.kind in CELL_KINDS and way == "both":
                _take_as_rival(study, each, citing, note)
            elif each.kind not in CELL_KINDS:
                _take_line(study, returned, each, citing, note)
    return count


def pasting(study: Study, differences: Sequence[Difference], citing: Cite | None) -> Pasting:
    """What taking these cells will do, said before it is done."""
    texts = [Pasted(each.subject_id, each.attribute_id or 0, each.day, each.text, each.missing) for each in differences]
    return what_pasting_does(study, texts, citing)


def what_taking_does(study: Study, difference: Difference, citing: Cite | None) -> str:
    """One sentence for one difference."""
    if not difference.can_take:
        return difference.why
    if difference.kind in CELL_KINDS:
        plans = pasting(study, [difference], citing).plans
        return _sentence(study, plans[0], citing) if plans else ""
    if difference.kind == "row_new" and difference.row_id:
        return _("It is in the study, and is listed in this comparison again")
    return {
        "renamed": _("Kept as another spelling; the name that is shown stays"),
        "row_gone": _("It leaves this comparison only, and stays in the study"),
        "row_new": ngettext("A new row with {count} value", "A new row with {count} values", len(difference.values)),
        "column_new": ngettext(
            "A new attribute with {count} value", "A new attribute with {count} values", len(difference.values)
        ),
    }[difference.kind].format(count=len(difference.values))


def _sentence(study: Study, plan: Plan, citing: Cite | None) -> str:
    if plan.kind != "wrong":
        return plan.sentence(study, citing)
    pasted = plan.pasted
    return what_typing_does(
        study, pasted.subject_id, pasted.attribute_id, pasted.text, day=pasted.day, citing=citing
    ).sentence


def _take_as_rival(study: Study, difference: Difference, citing: Cite | None, note: str) -> None:
    """Theirs stands beside ours."""
    set_value(
        study,
        difference.subject_id,
        difference.attribute_id or 0,
        difference.text,
        missing=difference.missing,
        standing="rival",
        reason=note,
        citing=citing,
        day=difference.day,
    )


def _take_line(study: Study, returned: Returned, difference: Difference, citing: Cite | None, note: str) -> None:
    cites = (citing,) if citing else ()
    comparison_id = returned.sheet.comparison_id
    if difference.kind == "renamed":
        add_name(study, difference.row_id, difference.text, standing="rival", note=note, cites=cites)
    elif difference.kind == "row_gone":
        remove_row(study, comparison_id, difference.row_id)
    elif difference.kind == "row_new":
        _take_row(study, returned, difference, citing, note)
    elif difference.kind == "column_new":
        kind = returned.sheet.subject_kind
        attribute_id = add_attribute(study, kind, difference.column, difference.text)
        for row_id, text in difference.values:
            set_value(study, row_id, attribute_id, text, citing=citing, reason=note, day=returned.sheet.day)
        if _is_there(study, comparison_id):
            show_column(study, comparison_id, attribute_id)


def _take_row(study: Study, returned: Returned, difference: Difference, citing: Cite | None, note: str) -> None:
    sheet, cites = returned.sheet, (citing,) if citing else ()
    if difference.row_id:
        add_row(study, sheet.comparison_id, difference.row_id)
        return
    if sheet.subject_kind == "party":
        subject_id = add_party(study, difference.text, difference.subject_id, cites=cites)
    else:
        subject_id = add_state(study, difference.text, cites=cites)
    for place, text in difference.values:
        column = sheet.columns[place]
        if column.attribute_id is not None:
            day = sheet.day if column.day is None else column.day
            set_value(study, subject_id, column.attribute_id, text, citing=citing, reason=note, day=day)
    if any(each.id == sheet.comparison_id and each.rows_from == "list" for each in comparisons(study)):
        add_row(study, sheet.comparison_id, subject_id)


def _is_there(study: Study, comparison_id: int) -> bool:
    return any(each.id == comparison_id for each in comparisons(study))
