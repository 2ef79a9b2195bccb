"""The parts of the form of an observation that say how it stands to others, and what is known about its number."""

from __future__ import annotations

from typing import get_args

from parties_of_power.domain.attributes import Attribute
from parties_of_power.domain.kinds import kind
from parties_of_power.domain.observations import BASES, Bound, Certainty, Observation, base_name
from parties_of_power.domain.subjects import Standing
from parties_of_power.study.edits.observations import ObservationFields
from parties_of_power.texts import _
from parties_of_power.ui.dialogs.fields import NumberField, Remark, combo
from parties_of_power.ui.dialogs.form import Form


class StandingFields:
    """Adopted with a reason, a rival, or the claim of somebody."""

    def __init__(self, form: Form, observation: Observation) -> None:
        entries = [(_("adopted: the table shows it"), "adopted"), (_("rival: another source says so"), "rival")]
        entries.append((_("claim: somebody asserts it"), "claim"))
        self.box = combo(form, _("Stan&ding"), entries, observation.standing)
        self.reason = form.line(_("&Reason"), observation.reason, _("why it is adopted over others"))
        self.claimant = form.line(_("C&laimant"), observation.claimant, _("who asserts it"))
        self.remark = Remark(form, self.claimant)
        self.claimant.textChanged.connect(lambda: self.remark.say(""))
        self.box.currentIndexChanged.connect(self.show_standing)
        self.show_standing()

    @property
    def standing(self) -> Standing:
        chosen: Standing = self.box.currentData()
        return chosen

    def show_standing(self) -> None:
        self.reason.setEnabled(self.standing == "adopted")
        self.claimant.setEnabled(self.standing == "claim")

    def fields(self) -> ObservationFields:
        claimant = self.claimant.text().strip() if self.standing == "claim" else ""
        if self.standing == "claim" and not claimant:
            self.remark.refuse(_("A claim needs a claimant: say who asserts it."))
        reason = self.reason.text().strip() if self.standing == "adopted" else ""
        return {"standing": self.standing, "claimant": claimant, "reason": reason}


class Details:
    """What a number is of and between which bounds it lies, how sure the evidence is, and a note."""

    def __init__(self, form: Form, attribute: Attribute, observation: Observation) -> None:
        self.is_numeric = kind(attribute.kind).is_numeric
        if self.is_numeric:
            self._ask_numbers(form, observation)
        certainties = [(_("not said"), ""), (_("high"), "high"), (_("medium"), "medium"), (_("low"), "low")]
        self.certainty = combo(form, _("Certaint&y"), certainties, observation.certainty)
        self.note = form.text(_("&Note"), observation.note, lines=2)

    def fields(self) -> ObservationFields:
        certainty: Certainty = self.certainty.currentData()
        fields: ObservationFields = {"certainty": certainty, "note": self.note.toPlainText().strip()}
        if self.is_numeric:
            bound: Bound = self.bound.currentData()
            fields |= {
                "out_of": self.out_of.number(),
                "base": self.base.currentData(),
                "bound": bound,
                "low": self.low.number(),
                "high": self.high.number(),
                "interval": self.interval.text().strip(),
            }
        return fields

    def _ask_numbers(self, form: Form, observation: Observation) -> None:
        self.out_of = NumberField(form, _("&Out of"), observation.out_of, _("450, for seats out of all seats"))
        bases = [(_("not a share"), ""), *((base_name(each), each) for each in BASES)]
        if observation.base not in ("", *BASES):
            bases.append((observation.base, observation.base))
        self.base = combo(form, _("&Base"), bases, observation.base)
        bounds = {"": _("not said"), "exact": _("exact"), "about": _("about")}
        bounds |= {"at_least": _("at least"), "at_most": _("at most")}
        self.bound = combo(form, _("E&xactness"), [(bounds[each], each) for each in get_args(Bound)], observation.bound)
        self.low = NumberField(form, _("Lo&w"), observation.low, _("the lower end of its interval"))
        self.high = NumberField(form, _("Hi&gh"), observation.high, _("the upper end"))
        self.interval = form.line(_("&Interval"), observation.interval, _("what these ends are, as 68 % credible"))
