from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from timeline._compiled import solver_text
from timeline._version import __version__
from timeline.cli.program import COMMANDS, program
from timeline.cli.resolve import reading_value
from timeline.expressions.readings import Reading, TimexType
from timeline.formats import FORMATS, Format, read_yaml
from timeline.times import Bounds, CivilDate, Granularity, Interval, Period
from timeline.times.distance import Distance

KURSK = Path(__file__).parents[2] / "docs" / "examples" / "kursk"
YONHAP, TASS, KBS, CHOSUN = (
    str(KURSK / f"{name}.timeline.yaml") for name in ("yonhap", "tass", "kbs", "chosun")
)
ALL = (YONHAP, TASS, KBS, CHOSUN)


def run(*arguments: str, text: str | bytes | None = None) -> Result:
    """Run a command in this process, and make sure that no traceback ever reaches a user."""
    result = CliRunner().invoke(program, arguments, input=text, prog_name="timeline")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def test_one_source_is_consistent_and_leaves_two_readings() -> None:
    result = run("check", YONHAP)
    assert result.exit_code == 0
    assert result.stdout.startswith("consistent\n")
    assert "can be 2025-06 (June before the anchor)" in result.stdout
    assert "2024-06 (June of the previous year)" in result.stdout


def test_a_second_source_excludes_a_reading() -> None:
    result = run("check", YONHAP, TASS)
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert (
        "'last June' (yonhap) cannot be 2025-06, because tass says 'the summer of 2024' (2024-06..08); it is 2024-06"
        in told
    )
    assert "still stand" not in told


def test_four_sources_conflict_and_are_mended() -> None:
    result = run("check", *ALL)
    assert result.exit_code == 1
    told = " ".join(result.stdout.split())
    assert told.startswith("inconsistent: 3 conflicts")
    for name in ("yonhap says 'Friday'", "tass says 'December 12'", "kbs says 'the previous day'"):
        assert f"ceremony: {name} (2025-12-12) and chosun says 'the 9th to 11th' (2025-12-09..11): " in told
    assert "dropping chosun's claim 'the 9th to 11th' about ceremony makes everything fit" in told


def test_check_as_json() -> None:
    result = run("check", *ALL, "--json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert report["consistent"] is False
    assert len(report["conflicts"]) == 3
    assert result.stderr == ""


def test_show_draws_the_story() -> None:
    result = run("show", *ALL, "--width", "100")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "The engineers' mission and return"
    assert any(line.startswith("! 2025-12-12") and "Welcoming ceremony" in line for line in lines)
    assert all(len(line) <= 100 for line in lines)
    assert "\x1b" not in result.stdout
    assert run("show", *ALL, "--ascii").stdout.isascii()
    assert run("show", *ALL).stdout == run("show", *ALL, "--width", "80").stdout


def test_show_as_json_is_the_layout() -> None:
    picture = json.loads(run("show", *ALL, "--json").stdout)
    assert picture["verdict"] == "inconsistent: 3 conflicts"
    ceremony = next(row for row in picture["rows"] if row["id"] == "ceremony")
    assert ceremony["phrase"] == "2025-12-12"
    assert ceremony["segments"][0]["kind"] == "possible"
    assert {"says": "the 9th to 11th", "sources": ["chosun"], "aspect": "when", "dropped": True} in ceremony[
        "words"
    ]


def test_why_names_the_two_claims_and_the_sum() -> None:
    result = run("why", YONHAP, TASS, "clearing")
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert "clearing ends before 2025-11-10" in told
    assert "engineers ends before 2025-08-11: yonhap says 'early August'" in told
    assert "clearing ends before 2025-11-10: yonhap says it lasted 'less than three months'" in told
    assert "early = " in told
    assert result.stdout.count("\n- ") == 4
    passed = " ".join(run("why", YONHAP, "ceremony").stdout.split())
    assert (
        "'Friday' (yonhap) is not taken to be 2025-12-19, which is not yet past on the day of the source"
        in passed
    )


def test_why_as_json() -> None:
    found = json.loads(run("why", YONHAP, TASS, "clearing", "--json").stdout)
    assert found["id"] == "clearing"
    assert found["latest_end"] == "2025-11-09T15:00:00Z"


def test_why_lists_the_corrections_best_first_with_what_follows() -> None:
    result = run("why", *ALL, "ceremony", "--corrections")
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    first = "weight 6: dropping chosun's claim 'the 9th to 11th' about ceremony ceremony is then 2025-12-12"
    second = "about ceremony ceremony is then 2025-12-09..11"
    assert first in told
    assert "weight 18: dropping" in told
    assert told.index(first) < told.index(second)
    found = json.loads(run("why", *ALL, "ceremony", "--corrections", "--json").stdout)
    assert [way_out["weight"] for way_out in found["corrections"]] == [6, 18]
    assert found["corrections"][1]["then"]["latest_end"] == "2025-12-11T15:00:00Z"
    assert "nothing has to be dropped" in run("why", TASS, "ceremony", "--corrections").stdout


def test_why_shows_no_more_than_ten_corrections_and_says_so() -> None:
    days = ", ".join(f"2025-01-{day:02}" for day in range(1, 13))
    story = f"timeline: 1\nevents: {{a: {{when: [{days}]}}}}"
    lines = run("why", "-", "a", "--corrections", text=story.encode()).stdout.splitlines()
    assert sum(line.startswith("- weight") for line in lines) == 10
    assert lines[-1] == "- and there are more"


def test_why_shows_how_far_each_statement_holds_a_bound() -> None:
    told = " ".join(run("why", *ALL, "clearing", "--sensitivity").stdout.split())
    assert "without yonhap's claim 'early August' about engineers: the same" in told
    assert "that engineers meets clearing: ends before 2025-12-13, 33 days later" in told
    found = json.loads(run("why", *ALL, "clearing", "--sensitivity", "--json").stdout)
    first, *_ = found["sensitivity"]["latest_end"]
    assert first["statement"] == "engineers meets clearing []"
    assert first["moved"].startswith("PT79")


def test_an_unknown_event_gets_the_nearest_id() -> None:
    result = run("why", YONHAP, "clearin")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == "error: no event 'clearin'; did you mean 'clearing'?\n"


def test_diff_tells_the_reading_and_the_bounds_that_a_second_source_moves(tmp_path: Path) -> None:
    both = tmp_path / "both.json"
    run("export", YONHAP, TASS, "--to", "json", "-o", str(both))
    result = run("diff", YONHAP, str(both))
    assert result.exit_code == 1
    told = " ".join(result.stdout.split())
    assert "'last June' (yonhap) can no longer be 2025-06, because tass says 'the summer of 2024'" in told
    assert "treaty: 2024-06, was 2024-06 or 2025-06" in told
    assert run("diff", YONHAP, "-", text=both.read_bytes()).stdout == result.stdout
    found = json.loads(run("diff", YONHAP, str(both), "--json").stdout)
    assert found["same"] is False
    assert "tass" in found["new"]["sources"]
    treaty = next(event for event in found["events"] if event["id"] == "treaty")
    assert treaty["bounds"]["latest_end"]["after"]["value"] == "2024-06-30T15:00:00Z"
    assert {reading["after"]["verdict"] for reading in treaty["readings"]} == {"chosen", "excluded"}


TIMEML = b"""<TimeML><DOCID>doc</DOCID><EVENT eid="e1" class="STATE">calm</EVENT><MAKEINSTANCE eventID="e1" eiid="ei1"/>
<TIMEX3 tid="t1" type="DATE" value="2025-12">December</TIMEX3>
<TLINK lid="l1" relType="DURING" eventInstanceID="ei1" relatedToTime="t1"/>
<TLINK lid="l12" relType="BEGINS" eventInstanceID="ei1" relatedToTime="t1"/></TimeML>"""


def test_timeml_is_checked_and_its_conflicts_are_named_by_their_links(tmp_path: Path) -> None:
    file = tmp_path / "doc.tml"
    file.write_bytes(TIMEML)
    result = run("check", str(file))
    assert result.exit_code == 1
    told = " ".join(result.stdout.split())
    assert "doc (l1) says ei1 equals t1" in told
    assert "doc (l12) says ei1 starts t1" in told
    assert "go in a circle: ei1 ends no later than t1 ends" in told
    assert run("check", "-", text=TIMEML).stdout == result.stdout
    statements = json.loads(run("check", str(file), "--json").stdout)["conflicts"][0]["statements"]
    assert [statement["id"] for statement in statements] == [
        "ei1 equals t1 [doc: l1]",
        "ei1 starts t1 [doc: l12]",
    ]
    assert run("why", str(file), "ei1", "--corrections").stdout.count("weight 6") == 2


def test_files_are_read_in_the_format_that_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "doc.txt"
    file.write_bytes(TIMEML.replace(b"BEGINS", b"IS_INCLUDED"))
    assert run("check", str(file)).exit_code == 1
    assert run("check", str(file), "--from", "timeml-inside").exit_code == 0
    assert run("check", "--from", "timeml-inside", "-", text=file.read_bytes()).exit_code == 0
    assert run("check", str(file), "--from", "json").exit_code == 2
    assert "no format 'timml'; did you mean 'timeml'?" in run("check", str(file), "--from", "timml").stderr
    assert "in the format 'mermaid'" in run("check", str(file), "--from", "mermaid").stderr


def test_documents_whose_ids_are_their_own_are_not_merged(tmp_path: Path) -> None:
    file = tmp_path / "doc.tml"
    file.write_bytes(TIMEML)
    result = run("check", str(file), YONHAP)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith(
        "doc.tml: ids of TimeML mean something in one document only; give one at a time\n"
    )


def test_ask_answers_with_a_proof_or_with_both_cases() -> None:
    entailed = run("ask", YONHAP, TASS, "clearing before recognition")
    assert entailed.exit_code == 0
    result = run("ask", YONHAP, TASS, "treaty < combat < ceremony")
    assert (result.exit_code, result.stdout.count("must be so")) == (0, 2)
    result = run("ask", YONHAP, TASS, "combat before treaty")
    assert result.exit_code == 1
    assert result.stdout.startswith("- no: combat before treaty cannot be so\n")
    assert "yonhap says treaty precedes combat" in result.stdout
    result = run("ask", YONHAP, TASS, "memorial before ceremony")
    assert result.exit_code == 1
    told = " ".join(result.stdout.split())
    assert "can be so, and can be otherwise it can be so: memorial" in told
    assert "it can be otherwise: memorial" in told


def test_ask_as_json_has_the_chains_or_the_witnesses() -> None:
    (found,) = json.loads(run("ask", YONHAP, TASS, "memorial before ceremony", "--json").stdout)
    assert found["verdict"] == "open"
    before, after = found["witness"], found["counterexample"]
    assert before["memorial"]["end"] < before["ceremony"]["start"]
    assert after["memorial"]["end"] >= after["ceremony"]["start"]
    (proved,) = json.loads(run("ask", YONHAP, "treaty < combat", "--json").stdout)
    assert proved["verdict"] == "entailed"
    assert proved["proof"][0]["steps"]


def test_ask_of_a_contradictory_timeline_says_what_it_is_about() -> None:
    result = run("ask", *ALL, "ceremony at least two months after clearing")
    assert result.exit_code == 1
    assert "what remains after the cheapest correction" in " ".join(result.stdout.split())
    assert run("ask", TASS, "clearin before ceremony").stderr.endswith("did you mean 'clearing'?\n")


def test_ask_how_long() -> None:
    result = run("ask", YONHAP, TASS, "How long between clearing and ceremony?")
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    assert told.startswith("- from the end of clearing to the start of ceremony: at least ")
    found = json.loads(
        run("ask", YONHAP, TASS, "how long from the start of clearing to ceremony", "--json").stdout
    )
    assert (found["from"], found["to"]) == ("the start of clearing", "the start of ceremony")
    assert found["least_by"]
    assert (
        "no event 'cermony'; did you mean 'ceremony'?"
        in run("ask", YONHAP, "how long between clearing and cermony").stderr
    )
    for question in ("how long", "how long is ceremony", "how long between clearing to ceremony"):
        assert "write `how long between a and b`" in run("ask", YONHAP, question).stderr
    told = run("ask", YONHAP, "how long between treaty and recognition").stdout
    assert told.startswith("- from the end of treaty to the start of recognition: at least ")


def test_ask_how_likely(tmp_path: Path) -> None:
    file = tmp_path / "story.timeline.yaml"
    file.write_text(
        "timeline: 1\nevents:\n  clearing: {when: '2025-08'}\n  ceremony: {when: '2025-09'}\n",
        encoding="utf-8",
    )
    asked = ("ask", str(file), "clearing < ceremony", "--likelihood")
    result = run(*asked, "--seed", "1")
    assert result.exit_code == 0
    assert result.stdout.startswith("- likelihood of clearing before or meets ceremony: 100 %")
    assert "an assumption and no finding" in result.stdout
    (found,) = json.loads(run(*asked, "--seed", "1", "--json").stdout)
    assert (found["probability"], found["seed"]) == (1.0, 1)
    assert "go together" in run(*asked).stderr
    assert "go together" in run("ask", YONHAP, "clearing < ceremony", "--seed", "1").stderr
    assert (
        run("ask", YONHAP, "how long between clearing and ceremony", "--likelihood", "--seed", "1").exit_code
        == 2
    )


def test_diff_of_equals() -> None:
    result = run("diff", TASS, TASS)
    assert (result.exit_code, result.stdout) == (0, "same\n")
    assert json.loads(run("diff", TASS, TASS, "--json").stdout)["same"] is True


def test_diff_without_a_source_shows_what_it_contributes() -> None:
    result = run("diff", *ALL, "--without", "chosun")
    assert result.exit_code == 1
    assert result.stdout.count("both cannot be true") == 3
    assert run("diff", TASS, "--without", "tas").stderr == "error: no source 'tas'; did you mean 'tass'?\n"


def test_diff_wants_two_files() -> None:
    for files in ((TASS,), ALL, ("-", "-")):
        result = run("diff", *files)
        assert (result.exit_code, result.stdout) == (2, "")


def test_export_is_valid_against_the_schema_and_the_same_twice() -> None:
    one, two = (run("export", YONHAP, TASS, "--to", "json") for _ in range(2))
    assert one.exit_code == 0
    assert one.stdout_bytes == two.stdout_bytes
    document = json.loads(one.stdout)
    jsonschema.validate(document, json.loads(run("schema").stdout))
    assert document["report"]["consistent"] is True


def test_an_export_can_be_read_again() -> None:
    document = run("export", *ALL, "--to", "json").stdout_bytes
    assert run("check", "-", text=document).stdout == run("check", *ALL).stdout


def test_export_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "story.json"
    result = run("export", TASS, "--to", "json", "-o", str(target))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert target.read_bytes() == run("export", TASS, "--to", "json").stdout_bytes
    summary = json.loads(run("export", TASS, "--to", "json", "-o", str(target), "--json").stdout)
    assert summary == {"format": "json", "output": str(target), "omissions": []}


def test_what_a_format_cannot_carry_is_told() -> None:
    result = run("export", TASS, "--to", "yaml")
    assert result.stderr.startswith("lost: the report")
    assert run("check", "-", text=result.stdout_bytes).exit_code == 0
    summary = json.loads(run("export", TASS, "--to", "yaml", "--json").stdout)
    assert len(summary["omissions"]) == 1
    assert summary["document"] == result.stdout


def test_strict_refuses_to_lose_anything(tmp_path: Path) -> None:
    target = tmp_path / "story.mmd"
    result = run("export", TASS, "--to", "mermaid", "--strict", "-o", str(target))
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("would lose: ")
    assert not target.exists()
    summary = json.loads(run("export", TASS, "--to", "mermaid", "--strict", "--json").stdout)
    assert "document" not in summary
    assert {"part": "order and distances", "says": "6 constraints", "events": []} in summary["omissions"]
    assert run("export", TASS, "--to", "json", "--strict").exit_code == 0


def test_a_table_is_imported_and_checked(tmp_path: Path) -> None:
    table = tmp_path / "log.csv"
    table.write_text("Datum,Title\nFriday,Ceremony\nsoonish,Thanks\n", encoding="utf-8")
    told = ("import", str(table), "--from", "csv", "--column", "when=Datum", "--anchor", "2025-12-13")
    result = run(*told)
    assert result.exit_code == 0
    assert f"lost: {table}:3: thanks: not understood" in result.stderr
    assert run("check", "-", text=result.stdout_bytes).stdout.startswith("consistent\n2 events, 1 claim")
    target = tmp_path / "log.timeline.json"
    assert run(*told, "-o", str(target)).stdout == ""
    assert run("check", str(target)).exit_code == 0
    strict = run(*told, "--strict", "-o", str(tmp_path / "none.yaml"))
    assert (strict.exit_code, strict.stdout) == (1, "")
    assert not (tmp_path / "none.yaml").exists()
    summary = json.loads(run(*told, "--json").stdout)
    assert (summary["events"], len(summary["omissions"])) == (2, 1)
    assert json.loads(summary["timeline"])["events"][0]["id"] == "ceremony"


def test_imports_that_cannot_be(tmp_path: Path) -> None:
    table = tmp_path / "log.csv"
    table.write_text("title,date\nA,2025\n", encoding="utf-8")
    assert "take it over with `timeline import --from csv`" in run("check", str(table)).stderr
    assert run("import", "-", "--from", "csv", "--column", "when", text="a\n").exit_code == 2
    assert run("import", "-", "--from", "csv", "--anchor", "soon", text="a\n").exit_code == 2
    assert run("import", "-", "--from", "mermaid", text="timeline\n").exit_code == 2
    assert (
        "assumed: the column 'Headline' is the title"
        in run("import", "-", "--from", "csv", text="Headline\nA\n").stderr
    )
    assert run("import", TASS, "--from", "yaml").exit_code == 0


def test_resolve_gives_each_reading_with_its_reason() -> None:
    result = run("resolve", "last June", "--anchor", "2025-12-13")
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if not line.startswith(" ")] == [
        "1. 2025-06: June before the anchor",
        "2. 2024-06: June of the previous year",
    ]
    assert "TIMEX3  DATE 2025-06\n" in result.stdout
    assert "EDTF    2025-06\n" in result.stdout
    readings = json.loads(run("resolve", "last June", "--anchor", "2025-12-13", "--json").stdout)
    assert [reading["timex_value"] for reading in readings] == ["2025-06", "2024-06"]
    assert readings[0]["earliest_start"] == "2025-06-01T00:00:00Z"


def test_resolve_reads_days_in_a_zone_and_lengths() -> None:
    seoul = run("resolve", "Friday", "--anchor", "2025-12-13", "--zone", "Asia/Seoul").stdout
    assert "bounds  2025-12-11T15:00:00Z/2025-12-12T15:00:00Z" in seoul
    length = run("resolve", "less than three months", "--anchor", "2025-12-13").stdout
    assert length.startswith("1. less than 3 months: ")
    assert "length  less than P3M" in length
    assert "bounds" not in length


def test_tag_finds_expressions() -> None:
    text = "It rained on Friday, and in early August 2024."
    lines = run("tag", "--text", text, "--anchor", "2025-12-13").stdout.splitlines()
    assert lines[0].split() == ["13-19", "'Friday'", "DATE", "2025-12-12"]
    assert run("tag", "-", "--anchor", "2025-12-13", text=text).stdout.splitlines() == lines
    found = [
        json.loads(line)
        for line in run("tag", "--text", text, "--anchor", "2025-12-13", "--json").stdout.splitlines()
    ]
    assert [text[mention["start"] : mention["end"]] for mention in found] == [
        mention["text"] for mention in found
    ]
    assert found[1]["readings"][0]["phrase"] == "2024-08-01..10"
    assert run("tag", "--text", "nothing", "--anchor", "2025-12-13").stdout == "no time expressions\n"
    assert run("tag", "-", "--anchor", "2025-12-13", text=b"\xff").exit_code == 2


def test_edtf_describes_arguments_and_lines() -> None:
    good = run("edtf", "1985-04", "-0043", "198X/..")
    assert good.exit_code == 0
    assert [json.loads(line)["valid"] for line in good.stdout.splitlines()] == [True, True, True]
    bad = run("edtf", text="1985-04\r\n1985-13\n\u0661\n")
    assert bad.exit_code == 1
    assert [json.loads(line)["valid"] for line in bad.stdout.splitlines()] == [True, False, False]
    assert run("edtf", text=b"\xff\n").exit_code == 1
    assert run("edtf", text="").stdout == ""
    assert run("edtf", "--level", "0", "198X").exit_code == 1
    assert run("edtf", "--level", "3", "198X").exit_code == 2


def test_formats_are_listed() -> None:
    assert run("formats").stdout.split()[:4] == ["json", "read", "and", "written:"]
    assert "holds all but findings\n" in run("formats").stdout
    assert [known["name"] for known in json.loads(run("formats", "--json").stdout)][:2] == ["json", "yaml"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_sentence_an_example_and_json(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example: timeline {command}" in " ".join(result.stdout.split())
    assert "--json" in result.stdout
    assert command in run("--help").stdout


def test_the_version_is_told_in_any_way() -> None:
    assert run("--version").stdout == f"timeline {__version__} ({solver_text()})\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "no-such-file.yaml"), "no-such-file.yaml: "),
        (("check", str(KURSK)), "directory"),
        (("check", "-", "-"), "standard input can be read only once"),
        (("check",), "Missing argument"),
        (("chek", TASS), "No such command"),
        ((), "Usage"),
        (("show", TASS, "--width", "5"), "20 to 1000 columns"),
        (("show", TASS, "--width", "wide"), "not a valid integer"),
        (("export", TASS, "--to", "jsn"), "did you mean 'json'?"),
        (("export", TASS), "--to"),
        (("export", TASS, "--to", "json", "-o", str(KURSK)), "directory"),
        (("resolve", "Friday"), "--anchor"),
        (("resolve", "Friday", "--anchor", "2025-13-13"), "month 13 does not exist"),
        (("resolve", "Friday", "--anchor", "2025-12-13", "--zone", "Mars/Base"), "no time zone 'Mars/Base'"),
        (("resolve", "blah", "--anchor", "2025-12-13"), "column 1 of 'blah'"),
        (("why", TASS, "a b"), "no id"),
    ],
)
def test_bad_input_is_told_on_standard_error_with_exit_code_2(
    arguments: tuple[str, ...], message: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"\xff\xfe\x00",
        b"{",
        b"[]",
        b"timeline: 2",
        b"timeline: 1\nevents: 3",
        b"\x1f\x8b\x08",
        b'{"timeline": NaN}',
        b"a: &a [*a]",
    ],
)
def test_what_is_no_timeline_is_bad_input(document: bytes) -> None:
    result = run("check", "-", text=document)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: <stdin>")


def test_all_problems_of_a_file_are_told_each_on_a_line() -> None:
    document = "timeline: 1\nevents:\n  a: {titel: x, when: 2025}\n  b: {when: 'twenty \\x1b[31m'}\n  c: {follows: d}\n"
    lines = run("check", "-", text=document).stderr.splitlines()
    assert [line.split(": ")[1].rpartition(":")[0] for line in lines] == [
        "<stdin>:3",
        "<stdin>:4",
        "<stdin>:5",
    ]


def test_messages_and_pages_control_no_terminal() -> None:
    result = run("check", "\x1b[2J\u202e.yaml")
    assert "\\x1b[2J\\u202e.yaml" in result.stderr
    document = 'timeline: 1\nevents:\n  a: {title: "\\e[2J[/b]\\u202e", when: "2025"}\n'
    for command in ("show", "check", "why"):
        page = run(command, "-", *(["a"] if command == "why" else []), text=document)
        assert page.exit_code == 0
        assert not set("\x1b\u202e") & set(page.output)
    assert "\\x1b[2J[/b]\\u202e" in run("show", "-", text=document).stdout


def test_a_format_that_is_only_read_cannot_be_exported_to(monkeypatch: pytest.MonkeyPatch) -> None:
    read_only = Format("log", (".log",), sentence="lines of a log", read=read_yaml)
    monkeypatch.setitem(FORMATS, "log", read_only)
    result = run("export", TASS, "--to", "log")
    assert (result.exit_code, result.stderr) == (2, "error: the format 'log' can be read, but not written\n")
    assert "read: lines of a log (.log)" in run("formats").stdout


def test_short_mentions_are_told_on_one_line() -> None:
    assert run("tag", "--text", "in 2024", "--anchor", "2025-12-13").stdout.split() == [
        "3-7",
        "'2024'",
        "DATE",
        "2024",
        "2024",
    ]


def test_a_reading_of_when_and_how_long_is_told_with_both() -> None:
    may = Bounds.within(Interval.of(Granularity.MONTH, CivilDate(2024, 5)))
    week = Distance.exactly(Period.of(weeks=1))
    reading = Reading(
        may, reason="made by hand", timex_type=TimexType.DATE, timex_value="2024-05", distance=week
    )
    assert reading_value(reading, "UTC")["phrase"] == "2024-05, lasting exactly 7 days"
