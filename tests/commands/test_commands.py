"""The headless commands on the bundled study: what they answer, and how they refuse."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from parties_of_power import paths
from parties_of_power.commands.run import main
from parties_of_power.domain.comparisons import Weight
from parties_of_power.study import edits, queries
from parties_of_power.study.bundle import bundled_study
from parties_of_power.study.study import Study


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("bundled") / "made.parties"
    bundled_study(paths.data("cis-2008"), path)
    return path.read_bytes()


@pytest.fixture
def study(tmp_path: Path, made: bytes) -> str:
    path = tmp_path / "cis.parties"
    path.write_bytes(made)
    return str(path)


def dump(path: str) -> str:
    study = Study.open(Path(path), read_only=True)
    try:
        return study.dump()
    finally:
        study.close()


def answer(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    assert main(words) == status
    captured = capsys.readouterr()
    return captured.err if status else captured.out


def table(capsys: pytest.CaptureFixture[str], study: str, *words: str) -> dict[str, dict[str, dict[str, object]]]:
    """Cells by the name of the row and the title of the column."""
    read = json.loads(answer(capsys, "table", study, "--json", *words))
    return {row["cells"][0]["text"]: dict(zip(read["columns"], row["cells"], strict=True)) for row in read["rows"]}


def test_new_writes_the_bundled_study_and_refuses_to_write_over_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "new.parties")
    answer(capsys, "new", path)
    before = Path(path).read_bytes()
    assert "exists already" in answer(capsys, "new", path, status=1)
    assert Path(path).read_bytes() == before


def test_info_counts_what_the_study_holds(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    counts = json.loads(answer(capsys, "info", study, "--json"))
    assert (counts["states"], counts["parties"], counts["attributes"]) == (16, 41, 36)
    assert (counts["events"], counts["ties"], counts["statements"], counts["sources"]) == (186, 34, 67, 353)


def test_an_empty_study_counts_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "empty.parties")
    answer(capsys, "new", path, "--empty")
    counts = json.loads(answer(capsys, "info", path, "--json"))
    assert not any(counts.values())


def test_check_finds_the_bundled_study_in_order(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "in order" in answer(capsys, "check", study)


def test_the_day_decides_what_a_party_is_called(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    whole = ("--comparison", "Whole study")
    assert "Otan" in table(capsys, study, *whole, "--as-of", "2000-01-01")
    assert "Amanat" in table(capsys, study, *whole, "--as-of", "2023-06-15")
    nur_otan = table(capsys, study)["Nur Otan"]
    assert nur_otan["Leader"]["text"] == "Nursultan Nazarbayev"


def test_the_cell_of_the_issue_reads_as_the_sources_say(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    cell = table(capsys, study)["United Russia"]["Vote share"]
    assert (cell["number"], cell["base"], cell["agrees"]) == (64.3, "votes cast", 2)
    assert (cell["rivals"], cell["other_bases_or_roundings"]) == (1, 2)


def test_a_ranked_table_says_rank_range_and_score(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Study.open(Path(study)) as opened:
        comparison = queries.comparisons(opened)[0]
        share = next(each for each in opened.catalogue.attributes.values() if each.name == "Vote share")
        column = next(each.id for each in comparison.columns if each.attribute_id == share.id)
        edits.rank_comparison(opened, comparison.id, [Weight(column, 1)])
    row = table(capsys, study, "--comparison", comparison.name, "--as-of", "2008-11-25")["United Russia"]
    assert {title: row[title]["text"] for title in ("Rank", "Possible ranks", "Score")} == {
        "Rank": "3",
        "Possible ranks": "3",
        "Score": "0.460",
    }


def test_set_undo_and_redo_travel_through_the_same_states(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = dump(study)
    answer(capsys, "set", study, "United Russia", "Vote share", "66", "--reason", "a trial")
    changed = dump(study)
    cell = table(capsys, study)["United Russia"]["Vote share"]
    assert cell["number"] == 66
    assert changed != before
    answer(capsys, "undo", study)
    assert dump(study) == before
    answer(capsys, "redo", study)
    assert dump(study) == changed
    newest = json.loads(answer(capsys, "history", study, "--json"))[0]
    assert "United Russia" in newest["label"]


def test_a_subject_is_found_by_any_of_its_names(study: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer(capsys, "set", study, "Единая Россия", "Members", "1900000", "--from", "2008-11")
    assert table(capsys, study, "--comparison", "Whole study")["United Russia"]["Members"]["number"] == 1_900_000


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("set", "No such party", "Seats", "3"), "No such party"),
        (("set", "United Russia", "No such attribute", "3"), "There is no attribute"),
        (("set", "United Russia", "Seats"), "one of the two"),
        (("set", "United Russia", "Seats", "3", "--source", "nobody"), "no source"),
        (("set", "United Russia", "Seats", "3", "--from", "2008-13"), "2008-13"),
        (("undo",), "nothing to undo"),
        (("redo",), "nothing to redo"),
        (("table", "--comparison", "None such"), "no comparison"),
        (("table", "--as-of", "2008"), "not one day"),
    ],
)
def test_a_refusal_is_one_sentence_and_changes_nothing(
    study: str, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    before = dump(study)
    verb, *rest = words
    sentence = answer(capsys, verb, study, *rest, status=1)
    assert says in sentence
    assert sentence.count("\n") == 1
    assert dump(study) == before


def test_a_file_that_is_no_study_is_refused_untouched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "letter.parties"
    path.write_text("Dear colleague", encoding="utf-8")
    assert str(path.name) in answer(capsys, "info", str(path), status=1)
    assert path.read_text(encoding="utf-8") == "Dear colleague"


def test_wrong_usage_ends_with_2() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["table"])
    assert ended.value.code == 2


def test_apply_acknowledges_each_line_and_stops_at_a_wrong_one(
    study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text(
        "# trial\nset 'United Russia' Members 5 --from 2008-01\nundo\nredo\nset Nobody Members 5\nundo\n",
        encoding="utf-8",
    )
    assert main(["apply", study, str(lines)]) == 1
    captured = capsys.readouterr()
    assert captured.out.split() == ["ok", "2", "ok", "1", "ok", "2"]
    assert "Line 5" in captured.err


def test_a_study_without_a_comparison_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "empty.parties")
    answer(capsys, "new", path, "--empty")
    assert "no comparison yet" in answer(capsys, "table", path, status=1)
    assert "no comparison yet" in answer(capsys, "export", path, str(tmp_path / "out.csv"), status=1)


def test_killed_in_the_middle_every_acknowledged_line_is_there(study: str) -> None:
    command = [sys.executable, "-m", "parties_of_power", "apply", study, "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        acknowledged = 0
        for number in range(40):
            process.stdin.write(f"set 'United Russia' Members {1000 + number} --from 2008-{number % 12 + 1:02}\n")
            process.stdin.flush()
            if number >= 2:
                assert process.stdout.readline() == f"ok {acknowledged + 2}\n"
                acknowledged += 1
        os.kill(process.pid, signal.SIGKILL)
    left = Study.open(Path(study))
    try:
        assert left.edit_number >= acknowledged + 1
        assert queries.counts(left)["edits"] == left.edit_number
        assert left.check() == []
    finally:
        left.close()


def test_table_and_csv_export_hold_the_same_texts(
    study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    answer(capsys, "export", study, str(out))
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    text = out.read_text(encoding="utf-8-sig")
    for name, cells in table(capsys, study).items():
        assert name in text
        assert str(cells["Leader"]["text"]) in text


def test_import_lists_the_differences_and_takes_them_as_one_edit(
    study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out.xlsx")
    answer(capsys, "export", study, out)
    assert "No differences" in answer(capsys, "import", study, out)
    book = openpyxl.load_workbook(out)
    row = next(row for row in book.worksheets[0].iter_rows() if row[0].value == "Nur Otan")
    row[6].value = 97
    book.save(out)
    before = dump(study)
    told = answer(capsys, "import", study, out)
    assert "changed: Nur Otan · Seats: 98 | 97 | 98" in told
    assert "1 difference" in told
    assert dump(study) == before
    read = json.loads(answer(capsys, "import", study, out, "--accept", "all", "--note", "recounted", "--json"))
    assert (read["taken"], [each["theirs"] for each in read["differences"]]) == (1, ["97"])
    assert table(capsys, study)["Nur Otan"]["Seats"]["text"] == "97"
    answer(capsys, "undo", study)
    assert dump(study) == before


def test_import_refuses_what_it_cannot_take(study: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other, out = str(tmp_path / "other.parties"), str(tmp_path / "out.xlsx")
    answer(capsys, "new", other, "--empty")
    answer(capsys, "export", study, out)
    assert "another study" in answer(capsys, "import", other, out, status=1)
    assert "is empty" in answer(capsys, "import", study, os.devnull, status=1)
    Path(out).write_bytes(b"PK\x03\x04" + bytes(50))
    assert "damaged" in answer(capsys, "import", study, out, status=1)
