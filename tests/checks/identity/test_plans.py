"""Moving plan, first screen, what to add, search kit: facts and codes, each with a sentence in both languages."""

from audit.checks.identity import HOMONYMS, LOOK_AT, first_screen, models, moving_plan, removal_links, search_links, to_add
from audit.checks.identity.first_screen import ORDER
from audit.checks.identity.moving import STEPS
from audit.checks.identity.story.nouns import TOPICS
from audit.checks.identity.to_add import _MODELS, WANTED
from audit.i18n import has
from audit.model import Account, Document, Finding, Owner
from audit.report.priority import priority

LEA = Owner("Léa", "Moreau")


def test_the_moving_plan_goes_from_creation_to_test():
    codes = [step.code for step in moving_plan("unsuitable", ("vulgar",))]
    assert codes[:7] == ["create", "forward", "cv", "france_travail", "mission_locale", "linkedin", "others"]
    assert "test" in codes
    assert moving_plan("good") == ()


def test_nothing_is_forwarded_from_a_mailbox_that_does_not_exist():
    assert "forward" not in [step.code for step in moving_plan("unsuitable", ("typo_domain",))]


def test_every_code_has_its_sentence():
    keys = [f"identity.moving.{code}" for code in STEPS]
    keys += [f"identity.screen.{what}" for order in ORDER.values() for what in order]
    keys += [f"identity.add.{piece}" for pieces in WANTED.values() for piece in pieces]
    keys += [f"identity.model.{code}" for code in _MODELS]
    keys += [f"identity.look.{code}" for code in LOOK_AT] + [f"identity.homonym.{code}" for code in HOMONYMS]
    keys += [f"identity.removal.{link.engine}" for link in removal_links()]
    keys += [f"identity.search.{link.group}" for link in search_links(LEA, ["lea.m"], "Nantes", "lea@example.fr")]
    missing = [(key, lang) for key in keys for lang in ("fr", "en") if not has(key, lang)]
    assert missing == []


def test_every_topic_has_its_rule(engine):
    assert {f"any.consistency.{topic}" for topic in TOPICS} <= set(engine.rulebook.rules)


def test_search_links_are_escaped_and_only_for_what_was_given():
    links = search_links(Owner("Léa", "O'Neill & fils"), ["@panda bleu", ""], "")
    assert all(link.url.startswith("https://") and " " not in link.url and "&fils" not in link.url for link in links)
    assert not [link for link in links if link.group in ("name_city", "account", "email")]
    assert search_links(Owner()) == ()


def test_the_first_screen_goes_from_top_to_bottom():
    documents = [
        Document("@lea", kind="handle", platform="instagram", id="h", visibility="public"),
        Document("vieux", kind="post", platform="instagram", id="p1", date="2024-01-01"),
        Document("neuf", kind="post", platform="instagram", id="p2", date="2026-01-01"),
    ]
    (screen,) = first_screen(documents, [], [Account("instagram", "", ("face", "party"))])
    assert [seen.what for seen in screen.seen] == list(ORDER["instagram"])
    assert {seen.what: seen.document for seen in screen.seen}["posts"] == "p2"
    assert (screen.visibility, screen.picture) == ("public", ("face", "party"))


def finding(document, severity, outcome="flag"):
    return Finding("fr.x.y", "insult", severity, outcome, 0, 1, "x", document=document)


def test_priority_is_visible_times_serious_times_easy():
    documents = [
        Document("x", kind="message", id="message"),
        Document("x", kind="post", id="hidden", visibility="private"),
        Document("x", kind="post", id="public"),
        Document("x", kind="bio", id="bio"),
    ]
    scores = [priority(finding(document.id, "high"), document) for document in documents]
    assert scores == sorted(scores)
    assert priority(finding("bio", "low"), documents[3]) < scores[3]
    assert priority(finding("bio", "high", "review"), documents[3]) < scores[3]


def test_strengths_come_first_and_missing_pieces_are_named():
    cv = Document("Léa Moreau\nFORMATION\n2021 - 2023 : BTS NDRC, Lycée Livet\nBénévole aux Restos du cœur\nAnglais B1", kind="cv", id="cv")
    mail = Document("lea.moreau@gmail.com", kind="email", id="mail")
    added = to_add([cv, mail], LEA)
    assert {"identity.good.email", "identity.good.training", "identity.good.volunteering"} <= {one.code for one in added.strengths}
    assert {one.piece for one in added.missing} == {"experience", "skills", "contact"}


def test_models_have_no_hole():
    assert models({}) == ()
    codes = {model.code for model in models({"training": "BTS NDRC", "town": "Nantes", "search": "  "})}
    assert codes == {"bio_short"}
