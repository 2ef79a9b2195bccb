"""What each column of a found table is for: by its name, by earlier imports, by the codebook, by what stands in it."""

import json
import re
from dataclasses import dataclass, replace

from parties_of_power.domain.attributes import Attribute, Validity
from parties_of_power.domain.subjects import SubjectKind
from parties_of_power.exchange.imports.cell_texts import with_habits
from parties_of_power.exchange.imports.found import SECTION, FoundColumn, FoundTable
from parties_of_power.exchange.imports.headers import header_of
from parties_of_power.exchange.imports.kind_guess import KindGuess, guess_kind
from parties_of_power.exchange.imports.plan import ColumnUse, NewAttribute, Role
from parties_of_power.exchange.imports.subjects import Matcher, Who
from parties_of_power.study.lookups import folded
from parties_of_power.study.study import Study
from parties_of_power.texts import _

MEMORY = "import_columns"
_LOOKED_AT = 60
_ROLES: dict[str, Role] = {
    **dict.fromkeys(
        ("party", "party name", "name of party", "partyname", "name of the party", "партия", "название партии",
         "наименование партии", "партии", "партия атауы", "v2paenname", "parties"), "party"),
    **dict.fromkeys(
        ("country", "state", "country name", "country_name", "nation", "страна", "государство", "страны", "ел",
         "мемлекет", "countries", "states"), "state"),
    **dict.fromkeys(("year", "год", "жыл", "election year", "год выборов"), "year"),
    **dict.fromkeys(("date", "дата", "election date", "дата выборов", "historical_date", "day", "election"), "date"),
    **dict.fromkeys(("from", "start", "since", "begin", "start date", "с", "начало", "year_first"), "from"),
    **dict.fromkeys(("to", "end", "until", "end date", "по", "конец", "year_last"), "to"),
    **dict.fromkeys(("attribute", "variable", "indicator", "показатель", "series", "измерение"), "attribute"),
    **dict.fromkeys(("value", "значение", "obs_value"), "text"),
    **dict.fromkeys(("note", "notes", "comment", "remarks", "примечание", "примечания", "comments"), "ignored"),
}  # fmt: skip
_SCHEMES: dict[str, tuple[str, SubjectKind]] = {
    **dict.fromkeys(("iso2", "iso", "iso2c", "iso-2", "cca2", "iso 3166-1 alpha-2"), ("iso3166-1-alpha2", "state")),
    **dict.fromkeys(
        ("iso3", "iso3c", "iso-3", "cca3", "country_text_id", "iso 3166-1 alpha-3"), ("iso3166-1-alpha3", "state")
    ),
    **dict.fromkeys(("cow", "ccode", "cowcode", "cow code", "cown"), ("cow", "state")),
    **dict.fromkeys(("gw", "gwno", "gwcode", "gw code", "gwn"), ("gw", "state")),
    **dict.fromkeys(("vdem", "country_id", "v-dem country id"), ("vdem", "state")),
    **dict.fromkeys(("v2paid", "vparty", "v-party id"), ("vparty", "party")),
    **dict.fromkeys(("partyfacts_id", "pf_party_id", "partyfacts", "party facts id"), ("partyfacts", "party")),
    **dict.fromkeys(("wikidata", "wikidata_id", "qid"), ("wikidata", "party")),
}
# Words for attributes that the bundled study has by these keys.
_SYNONYMS: dict[str, tuple[str, ...]] = {
    "vote_share": ("vote %", "votes %", "share of votes", "% of votes", "доля голосов", "процент голосов",
                   "% голосов", "голоса в %", "результат", "votes in %", "share of the vote"),
    "votes": ("голоса", "голосов", "number of votes", "votes cast for the party", "число голосов"),
    "seats": ("мандаты", "места", "seats won", "мест", "мандатов", "number of seats", "число мандатов"),
    "seat_share": ("seat %", "seats %", "share of seats", "доля мест", "доля мандатов"),
    "leader": ("party leader", "chairman", "chair", "лидер", "председатель", "руководитель", "leaders", "көшбасшы"),
    "members": ("membership", "party members", "численность", "члены", "number of members", "членов"),
    "founded": ("founding date", "foundation", "year founded", "established", "основана", "дата основания",
                "год основания", "created", "year of foundation", "құрылған"),
    "dissolved": ("dissolution", "year dissolved", "распущена", "упразднена", "ended"),
    "ideology": ("идеология",),
    "capital": ("столица", "capital city"),
    "population": ("население", "inhabitants"),
    "head_of_state": ("president", "президент", "глава государства"),
    "head_of_government": ("prime minister", "премьер-министр", "глава правительства"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GuessedColumn:
    """`kind` is the guess for a new attribute."""

    use: ColumnUse
    kind: KindGuess | None = None


def guess_columns(study: Study, table: FoundTable, subject_kind: SubjectKind | None = None) -> list[GuessedColumn]:
    """In the order of the table; `subject_kind` is known when the unit is: then attributes are its."""
    matcher = Matcher(study)
    taken: set[str] = set()
    guesses = []
    for column in table.columns:
        guess = _guess(study, table, column, matcher, subject_kind)
        role = guess.use.role
        if role in ("party", "state", "year", "date", "from", "to", "attribute", "text") and role in taken:
            guess = _as_value(study, table, column, subject_kind)
        taken.add(guess.use.role)
        guesses.append(guess)
    return guesses


def _guess(
    study: Study, table: FoundTable, column: FoundColumn, matcher: Matcher, subject_kind: SubjectKind | None
) -> GuessedColumn:
    name = folded(column.title)
    bare = folded(header_of(column.printed).title)
    if bare in _SCHEMES:
        scheme, whose = _SCHEMES[bare]
        return GuessedColumn(ColumnUse(column.title, "identifier", scheme=scheme, of=whose, reason=_("an identifier")))
    for text in (name, bare):
        if text in _ROLES and not (text in ("election", "day") and not _are_dates(table, column)):
            return GuessedColumn(ColumnUse(column.title, _ROLES[text], reason=_("by its name")))
    if role := _by_content(table, column, matcher):
        return GuessedColumn(role)
    return _as_value(study, table, column, subject_kind)


def _by_content(table: FoundTable, column: FoundColumn, matcher: Matcher) -> ColumnUse | None:
    """A column in which parties or states stand, under whatever name."""
    texts = list(dict.fromkeys(table.texts(column)))[:_LOOKED_AT]
    if not texts or not any(text[:1].isalpha() for text in texts):
        return None
    for kind in ("state", "party"):
        found = sum(matcher.match(Who(kind, (text,))).subject_id != 0 for text in texts)
        if found >= max(1, 0.5 * len(texts)):
            said = _("{count} of {all} texts are known").format(count=found, all=len(texts))
            return ColumnUse(column.title, "state" if kind == "state" else "party", reason=said)
    return ColumnUse(column.title, "state", reason=_("headings between the rows")) if column.place == SECTION else None


def _are_dates(table: FoundTable, column: FoundColumn) -> bool:
    return all(any(character.isdigit() for character in text) for text in table.texts(column))


def _as_value(study: Study, table: FoundTable, column: FoundColumn, subject_kind: SubjectKind | None) -> GuessedColumn:
    known = attribute_for(study, column, subject_kind)
    use = with_habits(ColumnUse(column.title, "value", period=column.year, scale=column.scale), table.texts(column))
    if known is not None:
        attribute, reason = known
        return GuessedColumn(replace(use, attribute_id=attribute.id, reason=reason))
    cells = [cell for row in table.rows if (cell := row.cell(column.place))]
    if not cells:
        return GuessedColumn(ColumnUse(column.title, "ignored", reason=_("no values")))
    guess = guess_kind(column.title, cells, column.unit)
    name = header_of(column.printed).title or column.title
    validity: Validity = "until_changed" if guess.kind in ("text", "choice", "yes_no", "link") else "last_known"
    new = NewAttribute(
        name,
        guess.kind,
        column.unit if guess.kind in ("number", "percent") and column.scale == 1 else "",
        "timeless" if guess.kind == "date" else validity,
        source_variable=column.printed,
        choices=tuple((each, each) for each in guess.choices),
    )
    return GuessedColumn(replace(use, new=new, reason=guess.reason), guess)


def attribute_for(study: Study, column: FoundColumn, subject_kind: SubjectKind | None) -> tuple[Attribute, str] | None:
    """An attribute of the study, and why it is that one."""
    bare = header_of(column.printed).title
    remembered = memory(study).get(folded(bare))
    for attribute in study.catalogue.attributes.values():
        if attribute.id == remembered and subject_kind in (None, attribute.subject_kind):
            return attribute, _("as in an earlier import")
    for text in dict.fromkeys((column.title, bare, column.printed)):
        found = study.catalogue.attribute(text, subject_kind) if text else None
        if found is not None and not found.is_computed:
            return found, _("by its name")
    possible = [
        each
        for each in study.catalogue.attributes.values()
        if subject_kind in (None, each.subject_kind) and not each.is_computed
    ]
    wanted = folded(bare)
    for each in possible:
        if wanted in _variables(each):
            return each, _("it is the variable of the codebook")
        percent = {f"{word} %" for word in (wanted,)} if column.unit == "%" else set()
        if {wanted, *percent} & set(_SYNONYMS.get(each.key, ())):
            return each, _("by another name")
    return None


def memory(study: Study) -> dict[str, int]:
    try:
        return {str(name): int(attribute) for name, attribute in json.loads(study.setting(MEMORY, "{}")).items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def remember_columns(study: Study, attributes: dict[str, int]) -> None:
    """For the next imports: which attribute a header was taken for."""
    known = memory(study) | {folded(name): attribute for name, attribute in attributes.items()}
    study.set_setting(MEMORY, json.dumps(known, ensure_ascii=False))


def _variables(attribute: Attribute) -> set[str]:
    return {folded(part) for part in re.split(r"[,;]", attribute.source_variable) if part.strip()}
