"""Claims that the report of a day leaves out: those about other days, and those of a cell that holds nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from parties_of_power.analysis.cells import CellReport
from parties_of_power.analysis.entries import entries_of_cell
from parties_of_power.analysis.said import Said, said_of
from parties_of_power.analysis.series import Point
from parties_of_power.study.queries import observations_of
from parties_of_power.study.study import Study


def other_claims(study: Study, report: CellReport, points: Sequence[Point]) -> tuple[Said, ...]:
    """`points` are all observations of the cell."""
    listed = {claim.id for claim in report.claims} | {each.id for each in report.agreeing}
    left = {point.observation_id for point in points if point.standing == "claim"} - listed
    if not left:
        return ()
    cell = (report.subject_id, report.attribute.id)
    observations = {each.id: each for each in observations_of(study, *cell)}
    return tuple(
        said_of(study.catalogue, report.attribute, observations[entry.id], entry, report.day)
        for entry in entries_of_cell(study, *cell)
        if entry.id in left
    )
