"""The tables of a study file, version 1.

Ids are 63-bit integers. The tables of RESEARCH hold what researchers enter: edits to them are recorded and can be
undone; each of their rows ends with a digest of its other fields. Days are numbers (0001-01-01 is day 1); an open or
unbounded day is `domain.force.ALWAYS_BEFORE` or `ALWAYS_AFTER`. `history.parent` is the edit that was the last one in
force when an edit was made, 0 for none: branches that were set aside can be followed back.
"""

APPLICATION_ID = 0x506F5031
VERSION = 1

_PERIOD = """period TEXT NOT NULL DEFAULT '', attested TEXT NOT NULL DEFAULT '',
  start_min INTEGER NOT NULL, start_max INTEGER NOT NULL, end_min INTEGER NOT NULL, end_max INTEGER NOT NULL,
  end_unknown INTEGER NOT NULL DEFAULT 0, attested_day INTEGER NOT NULL"""

TABLES: dict[str, str] = {
    "study": """id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL,
  digest INTEGER NOT NULL""",
    "source": """id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '', title TEXT NOT NULL,
  author TEXT NOT NULL DEFAULT '', publisher TEXT NOT NULL DEFAULT '', date TEXT NOT NULL DEFAULT '',
  url TEXT NOT NULL DEFAULT '', doi TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT '',
  license TEXT NOT NULL DEFAULT '', accessed TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  digest INTEGER NOT NULL""",
    "person": """id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '', name TEXT NOT NULL,
  native TEXT NOT NULL DEFAULT '', variants TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  digest INTEGER NOT NULL""",
    "subject": """id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('party', 'state')), state_id INTEGER REFERENCES subject(id),
  role TEXT NOT NULL DEFAULT '', hue TEXT NOT NULL DEFAULT '', tone TEXT NOT NULL DEFAULT 'full',
  colour TEXT NOT NULL DEFAULT '', retired INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '',
  digest INTEGER NOT NULL""",
    "name": f"""id INTEGER PRIMARY KEY NOT NULL, subject_id INTEGER NOT NULL REFERENCES subject(id),
  text TEXT NOT NULL, language TEXT NOT NULL DEFAULT 'en', script TEXT NOT NULL DEFAULT 'Latn',
  form TEXT NOT NULL DEFAULT 'short' CHECK (form IN ('full', 'short', 'abbreviation')), {_PERIOD},
  standing TEXT NOT NULL DEFAULT 'adopted' CHECK (standing IN ('adopted', 'rival', 'claim')),
  note TEXT NOT NULL DEFAULT '', digest INTEGER NOT NULL""",
    "identifier": """id INTEGER PRIMARY KEY NOT NULL, subject_id INTEGER NOT NULL REFERENCES subject(id),
  scheme TEXT NOT NULL, value TEXT NOT NULL, period TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  digest INTEGER NOT NULL""",
    "attribute": """id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '',
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('party', 'state')), name TEXT NOT NULL,
  grp TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL,
  unit TEXT NOT NULL DEFAULT '',
  validity TEXT NOT NULL CHECK (validity IN ('timeless', 'until_changed', 'last_known', 'own_period')),
  role TEXT NOT NULL DEFAULT '', definition TEXT NOT NULL DEFAULT '', coding_rule TEXT NOT NULL DEFAULT '',
  source_variable TEXT NOT NULL DEFAULT '', source_scale TEXT NOT NULL DEFAULT '', decimals INTEGER,
  formula TEXT NOT NULL DEFAULT '', digest INTEGER NOT NULL""",
    "choice": """id INTEGER PRIMARY KEY NOT NULL, attribute_id INTEGER NOT NULL REFERENCES attribute(id),
  code TEXT NOT NULL, label TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0, ordinal INTEGER NOT NULL DEFAULT 0,
  meaning TEXT NOT NULL DEFAULT '', digest INTEGER NOT NULL""",
    "event": """id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '', title TEXT NOT NULL,
  kind TEXT NOT NULL, date TEXT NOT NULL, chamber TEXT NOT NULL DEFAULT '', rounds TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', digest INTEGER NOT NULL""",
    "event_subject": """id INTEGER PRIMARY KEY NOT NULL, event_id INTEGER NOT NULL REFERENCES event(id),
  subject_id INTEGER NOT NULL REFERENCES subject(id), position INTEGER NOT NULL DEFAULT 0, digest INTEGER NOT NULL""",
    "observation": f"""id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '',
  subject_id INTEGER NOT NULL REFERENCES subject(id), attribute_id INTEGER NOT NULL REFERENCES attribute(id),
  value TEXT NOT NULL DEFAULT '', number REAL, missing TEXT NOT NULL DEFAULT '', wrong INTEGER NOT NULL DEFAULT 0,
  typed TEXT NOT NULL DEFAULT '', out_of REAL, base TEXT NOT NULL DEFAULT '', bound TEXT NOT NULL DEFAULT '',
  low REAL, high REAL, interval TEXT NOT NULL DEFAULT '', coders INTEGER, ordinal REAL, {_PERIOD},
  event_id INTEGER REFERENCES event(id), certainty TEXT NOT NULL DEFAULT '',
  standing TEXT NOT NULL CHECK (standing IN ('adopted', 'rival', 'claim')), claimant TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '', coder TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '',
  edited INTEGER NOT NULL DEFAULT 0, digest INTEGER NOT NULL""",
    "tie": """id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '', class_of TEXT NOT NULL DEFAULT '',
  form TEXT NOT NULL, status TEXT NOT NULL CHECK (status IN ('concluded', 'proposed')), date TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', digest INTEGER NOT NULL""",
    "tie_party": """id INTEGER PRIMARY KEY NOT NULL, tie_id INTEGER NOT NULL REFERENCES tie(id),
  subject_id INTEGER NOT NULL REFERENCES subject(id), position INTEGER NOT NULL DEFAULT 0, digest INTEGER NOT NULL""",
    "tie_realises": """id INTEGER PRIMARY KEY NOT NULL, tie_id INTEGER NOT NULL REFERENCES tie(id),
  realises_id INTEGER NOT NULL REFERENCES tie(id), digest INTEGER NOT NULL""",
    "succession": f"""id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '',
  from_id INTEGER NOT NULL REFERENCES subject(id), to_id INTEGER NOT NULL REFERENCES subject(id), kind TEXT NOT NULL,
  {_PERIOD}, standing TEXT NOT NULL DEFAULT 'adopted' CHECK (standing IN ('adopted', 'rival', 'claim')),
  note TEXT NOT NULL DEFAULT '', digest INTEGER NOT NULL""",
    "statement": """id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source(id), locator TEXT NOT NULL DEFAULT '',
  mention TEXT NOT NULL DEFAULT '', restatement TEXT NOT NULL, claimant TEXT NOT NULL DEFAULT '',
  explicitness TEXT NOT NULL DEFAULT '', note TEXT NOT NULL DEFAULT '', digest INTEGER NOT NULL""",
    "statement_about": """id INTEGER PRIMARY KEY NOT NULL, statement_id INTEGER NOT NULL REFERENCES statement(id),
  subject_id INTEGER REFERENCES subject(id), person_id INTEGER REFERENCES person(id),
  position INTEGER NOT NULL DEFAULT 0, digest INTEGER NOT NULL,
  CHECK ((subject_id IS NULL) <> (person_id IS NULL))""",
    "citation": """id INTEGER PRIMARY KEY NOT NULL, source_id INTEGER NOT NULL REFERENCES source(id),
  locator TEXT NOT NULL DEFAULT '', accessed TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0,
  observation_id INTEGER REFERENCES observation(id), name_id INTEGER REFERENCES name(id),
  event_id INTEGER REFERENCES event(id), tie_id INTEGER REFERENCES tie(id),
  succession_id INTEGER REFERENCES succession(id), subject_id INTEGER REFERENCES subject(id),
  identifier_id INTEGER REFERENCES identifier(id), person_id INTEGER REFERENCES person(id), digest INTEGER NOT NULL,
  CHECK ((observation_id IS NOT NULL) + (name_id IS NOT NULL) + (event_id IS NOT NULL) + (tie_id IS NOT NULL)
  + (succession_id IS NOT NULL) + (subject_id IS NOT NULL) + (identifier_id IS NOT NULL)
  + (person_id IS NOT NULL) = 1)""",
    "comparison": """id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '', name TEXT NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('party', 'state')), position INTEGER NOT NULL DEFAULT 0,
  row_unit TEXT NOT NULL DEFAULT 'subject', rows_from TEXT NOT NULL DEFAULT 'all',
  ended TEXT NOT NULL DEFAULT 'state', sorting TEXT NOT NULL DEFAULT '', filter_text TEXT NOT NULL DEFAULT '',
  grouping TEXT NOT NULL DEFAULT '', colouring TEXT NOT NULL DEFAULT '', ranking TEXT NOT NULL DEFAULT '',
  frozen_columns INTEGER NOT NULL DEFAULT 1, frozen_rows INTEGER NOT NULL DEFAULT 0,
  wraps INTEGER NOT NULL DEFAULT 0, distributions INTEGER NOT NULL DEFAULT 0,
  note TEXT NOT NULL DEFAULT '', digest INTEGER NOT NULL""",
    "comparison_row": """id INTEGER PRIMARY KEY NOT NULL, comparison_id INTEGER NOT NULL REFERENCES comparison(id),
  subject_id INTEGER NOT NULL REFERENCES subject(id), position INTEGER NOT NULL DEFAULT 0, digest INTEGER NOT NULL""",
    "comparison_column": """id INTEGER PRIMARY KEY NOT NULL, comparison_id INTEGER NOT NULL REFERENCES comparison(id),
  position INTEGER NOT NULL DEFAULT 0, attribute_id INTEGER REFERENCES attribute(id), field TEXT NOT NULL DEFAULT '',
  of_state INTEGER NOT NULL DEFAULT 0, day INTEGER, width INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0, filter_test TEXT NOT NULL DEFAULT '', filter_texts TEXT NOT NULL DEFAULT '',
  digest INTEGER NOT NULL""",
    "chart": """id INTEGER PRIMARY KEY NOT NULL, key TEXT NOT NULL DEFAULT '', name TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0, kind TEXT NOT NULL, definition TEXT NOT NULL, digest INTEGER NOT NULL""",
}
RESEARCH: tuple[str, ...] = tuple(TABLES)

# Not recorded: the settings of the window (as-of day, citing), and the record itself.
RECORD: dict[str, str] = {
    "setting": """key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL""",
    "history": """number INTEGER PRIMARY KEY NOT NULL, at TEXT NOT NULL, coder TEXT NOT NULL, label TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'aside', 'kept')), aside_by INTEGER,
  parent INTEGER NOT NULL DEFAULT 0, changeset BLOB NOT NULL, sha256 BLOB NOT NULL""",
    "history_row": """id INTEGER PRIMARY KEY NOT NULL, edit INTEGER NOT NULL REFERENCES history(number),
  tbl TEXT NOT NULL, row_id INTEGER NOT NULL, subject_id INTEGER, attribute_id INTEGER, before TEXT, after TEXT""",
}

INDEXES: tuple[str, ...] = (
    "CREATE INDEX observation_cell ON observation(subject_id, attribute_id)",
    "CREATE INDEX observation_attribute ON observation(attribute_id, standing)",
    "CREATE INDEX observation_event ON observation(event_id) WHERE event_id IS NOT NULL",
    "CREATE INDEX name_subject ON name(subject_id)",
    "CREATE INDEX identifier_subject ON identifier(subject_id)",
    "CREATE INDEX choice_attribute ON choice(attribute_id)",
    "CREATE INDEX event_subject_event ON event_subject(event_id)",
    "CREATE INDEX event_subject_subject ON event_subject(subject_id)",
    "CREATE INDEX tie_party_tie ON tie_party(tie_id)",
    "CREATE INDEX tie_realises_tie ON tie_realises(tie_id)",
    "CREATE INDEX statement_about_statement ON statement_about(statement_id)",
    "CREATE INDEX citation_source ON citation(source_id)",
    *(
        f"CREATE INDEX citation_{owner} ON citation({owner}_id) WHERE {owner}_id IS NOT NULL"
        for owner in ("observation", "name", "event", "tie", "succession", "subject", "identifier", "person")
    ),
    "CREATE INDEX comparison_row_comparison ON comparison_row(comparison_id)",
    "CREATE INDEX comparison_column_comparison ON comparison_column(comparison_id)",
    "CREATE INDEX history_row_row ON history_row(tbl, row_id)",
    "CREATE INDEX history_row_cell ON history_row(subject_id, attribute_id) WHERE subject_id IS NOT NULL",
    "CREATE INDEX history_row_edit ON history_row(edit)",
)


def statements() -> tuple[str, ...]:
    """The SQL that makes an empty study."""
    tables = (f"CREATE TABLE {name}({fields}) STRICT" for name, fields in {**TABLES, **RECORD}.items())
    return (*tables, *INDEXES)
