"""What the tables of a data package and their columns hold, for whoever opens it without the program."""

_TABLES = {
    "study": "What the study is called, and from which bundle it was made.",
    "source": "Everything that is cited.",
    "person": "Persons, with other spellings of their names.",
    "subject": "Parties and states.",
    "name": "Dated names of parties and states.",
    "identifier": "What other datasets call a party or a state.",
    "attribute": "The codebook: what is asked of every party or state.",
    "choice": "The answers of the codebook to attributes that have a choice.",
    "event": "Elections, foundings, congresses and other events.",
    "event_subject": "Which parties and states an event concerns.",
    "observation": "One row is what is said of one attribute of one subject in one period; long.csv reads easier.",
    "tie": "Cooperation of parties, concluded or proposed.",
    "tie_party": "The parties of a tie.",
    "tie_realises": "Which proposed tie another one realises.",
    "succession": "How parties follow one another.",
    "statement": "What sources say that is no value of an attribute.",
    "statement_about": "Whom a statement is about.",
    "citation": "The use of a source at one place, for a row of another table.",
    "comparison": "Saved comparisons.",
    "comparison_row": "The rows of comparisons that have a fixed list.",
    "comparison_column": "The columns of comparisons.",
    "chart": "Saved charts.",
}
_COLUMNS = {
    "id": "Id of the row.",
    "key": "Key, the same in every copy of a bundled study; blank for rows that a user has made.",
    "value": "The value as its kind writes it; ids where it refers to choices, persons, parties or states.",
    "subject_kind": "party or state.",
    "kind": "Kind.",
    "standing": "adopted (what tables show), rival (another source says otherwise) or claim.",
    "period": "When it held, in EDTF (ISO 8601-2); blank is always.",
    "attested": "The last day, in EDTF, on which a source says that it still held.",
    "date": "Date, in EDTF.",
    "accessed": "The day of access.",
    "note": "Note.",
    "position": "Place in its order.",
    "number": "The value of a number or percent (in points); 1 and 0 for yes and no.",
    "missing": "Why there is no value: not_coded, unknown, not_applicable, interrupted, irreconcilable.",
    "wrong": "1 where the text that was typed cannot be read by its kind.",
    "typed": "The value as typed or printed in the source.",
    "out_of": "The total that a count is of.",
    "base": "What a share is of.",
    "bound": "exact, about, at_least, at_most.",
    "low": "Lower end of the interval.",
    "high": "Upper end of the interval.",
    "interval": "What low and high are.",
    "coders": "Number of coders of an expert score.",
    "ordinal": "The ordinal version of a score; of a choice 1 where the choices have an order.",
    "certainty": "high, medium or low.",
    "claimant": "Who claims it.",
    "reason": "Why it was adopted.",
    "coder": "Who coded it.",
    "edited": "The number of the edit that last touched it: of equal starts the latest edit is in force.",
    "locator": "The place in the source.",
    "grp": "Group of the codebook.",
    "validity": "How long a value holds: timeless, until_changed, last_known, own_period.",
    "formula": "The formula of a computed attribute, in which attributes stand as {id}.",
    "variants": "Other spellings, a JSON list.",
    "rounds": "The days of its rounds, a JSON list.",
}


def table_meaning(table: str) -> str:
    return _TABLES.get(table) or _words(table)


def column_meaning(table: str, column: str) -> str:
    referred = column.removesuffix("_id")
    if referred != column:
        return f"Id of the {_words(referred)}."
    if (table, column) == ("study", "key"):
        return "What the value says."
    if (table, column) == ("study", "value"):
        return "Text."
    return _COLUMNS.get(column) or f"{_words(column).capitalize()}."


def _words(name: str) -> str:
    return name.replace("_", " ")
