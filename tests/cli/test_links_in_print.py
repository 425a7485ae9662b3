"""`run --link`: a network that cannot be read has its settings in print all the same, and the saved report keeps what came of it."""

from audit.__main__ import parser
from audit.cli.whole import audit_arguments
from audit.render.to_json import from_json


def run(engine, *words):
    return audit_arguments(parser().parse_args(["run", *words]), engine)


def test_a_closed_network_prints_its_settings(engine):
    printed = run(engine, "--link", "https://www.instagram.com/lea.demo/")  # nothing is fetched from it
    assert "Mes réglages" in printed and "Confidentialité du compte" in printed and "chemin sûr" in printed


def test_a_saved_report_keeps_what_came_of_each_link(engine, tmp_path):
    path = tmp_path / "report.json"
    run(engine, "--link", "https://www.instagram.com/lea.demo/", "--json", str(path))
    (kept,) = from_json(path.read_text(encoding="utf-8")).extras["profiles"]
    assert (kept["platform"], kept["outcome"], kept["problems"]) == ("instagram", "blocked", ["login_wall"])
