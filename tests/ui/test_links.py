"""Profile links on the page: identified as they come, read only when they are the person's own, told honestly. No network."""

import html
import threading
import time

import pytest

from audit import tasks
from audit.i18n import say
from audit.model import Document, Owner, Problem, Report
from audit.render.to_json import to_json
from audit.sources.links import PageResult, Quota, card, identify
from audit.ui import links, resources, state, work
from audit.ui.parts.profile import profiles, where_next
from audit.ui.profiles import Job, Profile, documents_of, handles_of, lines_of
from audit.ui.work import refilled

FOUND = PageResult(
    "found",
    "bluesky",
    {"name": "Aya Koné", "headline": "Vendeuse", "bio": "<b>Aya</b>, 19 ans", "contact": ["aya@example.fr"]},
    (
        Document("<b>Aya</b>, 19 ans", kind="bio", platform="bluesky", visibility="public"),
        Document("Putain de bus, encore en retard.", platform="bluesky", visibility="public"),
        Document("Belle journée au marché.", platform="bluesky", visibility="public"),
    ),
    (),
    ("check_logged_out",),
)
BLOCKED = PageResult("blocked", "instagram", {}, (), (Problem("login_wall"),), ("save_page", "copy_texts"))
ABSENT = PageResult("absent", "github", {}, (), (Problem("nobody_there"),), ("check_spelling",))
ANSWERS = {"bluesky": FOUND, "instagram": BLOCKED, "github": ABSENT}
LINKS = "https://bsky.app/profile/aya.bsky.social\ninstagram.com/aya.kone\nhttps://github.com/ayakone"
SAVED = """<!doctype html><!-- saved from url=(0030)https://github.com/exemple-aya --><html><head><title>exemple-aya (Aya)</title>
<meta property="og:title" content="exemple-aya - Overview"><meta property="og:description" content="J'apprends la vente. &lt;script&gt;alert(1)">
<link rel="canonical" href="https://aya.example.fr/"></head><body><h1>Aya</h1><p>J'apprends la vente à Lyon.</p></body></html>"""


class FakePool:
    """The pool, whose fetches are answered here; all else is done by the real workers."""

    def __init__(self, real, gate=None):
        self.real, self.size, self.gate, self.asked = real, real.size, gate, []

    def call(self, function, *args, deadline=20.0, news=None):
        if function != "audit.sources.links.gather:fetch_batch":
            return self.real.call(function, *args, deadline=deadline)
        self.asked += args[0]
        if self.gate:
            self.gate.wait(20)
        for place, url in enumerate(args[0]):
            news((place, ANSWERS[identify(url).platform]))
        return None


@pytest.fixture
def fetches(pool, monkeypatch):
    fake = FakePool(pool)
    monkeypatch.setattr(resources, "pool", lambda: fake)
    return fake


def said(key, lang="fr", **facts):
    return html.escape(say(key, lang, **facts))


def read(visit, links=LINKS):
    """The links are typed, said to be mine, and read to the end."""
    visit.go("inputs").write("text_area", "links", links).write("checkbox", "own", True).click("read_links")
    for _ in range(50):
        if not any(one.key == "stop_links" for one in visit.app.button):
            break
        time.sleep(0.1)
        visit.run()
    return visit.run()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_links_are_identified_at_once_and_a_bad_one_gets_its_sentence(visit, fetches, lang):
    if lang == "en":
        visit.click("language")
    visit.go("inputs").write(
        "text_area", "links", "instagram.com/aya.kone\nbonjour <b>toi</b>\nhttps://wa.me/33600000000\nhttps://x.com/home"
    )
    assert "<strong>Instagram</strong>" in visit.html and ">aya.kone</span>" in visit.html
    assert said("links.problem.not_a_link", lang) in visit.html
    assert said("links.problem.is_a_phone", lang) in visit.html
    assert said("links.problem.names_nobody", lang) in visit.html and said("links.kind.blog", lang) not in visit.html
    assert "<b>toi</b>" not in visit.html and not visit.broken
    assert fetches.asked == []


def test_nothing_is_fetched_before_the_person_says_it_is_theirs(visit, fetches):
    visit.go("inputs").write("text_area", "links", LINKS)
    assert visit.app.button(key="read_links").disabled
    visit.write("checkbox", "own", True)
    assert not visit.app.button(key="read_links").disabled
    assert fetches.asked == []


def test_found_absent_and_blocked_are_told_apart_with_what_to_do(visit, fetches):
    read(visit)
    assert len(fetches.asked) == 3 and not visit.broken
    for key in (
        "links.outcome.found",
        "links.outcome.absent",
        "links.outcome.blocked",
        "links.next.check_spelling",
    ):
        assert said(key) in visit.html, key
    assert html.escape(card("instagram").save["fr"]) in visit.html
    assert "lu : 1 bio, 1 parcours, 2 publications" in visit.html


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_who_saved_the_login_page_is_told_so(lang, monkeypatch):
    monkeypatch.setattr(state, "lang", lambda: lang)
    door = PageResult("blocked", "instagram", {}, (), (Problem("login_wall"),), ("save_page",))
    saved, fetched = Profile("instagram", door), Profile("instagram", door, "https://www.instagram.com/aya/", "aya")
    assert said("links.problem.saved_door", lang) in str(where_next(saved))
    assert said("links.problem.saved_door", lang) not in str(where_next(fetched))
    assert said("links.problem.login_wall", lang) in str(where_next(fetched))
    monkeypatch.setattr(state, "mine", lambda: state.Mine())
    assert said("links.outcome.blocked.saved", lang) in str(profiles([saved]))
    assert said("links.outcome.blocked.why", lang) in str(profiles([fetched]))


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("platform", ["instagram", "linkedin", "facebook", "x", "snapchat", "tiktok"])
def test_a_closed_network_says_in_its_own_words_what_to_copy_save_and_ask_for(platform, lang, monkeypatch):
    monkeypatch.setattr(state, "lang", lambda: lang)
    steps = ("save_page", "ask_archive", "copy_texts", "check_logged_out")
    told = str(where_next(Profile(platform, PageResult("blocked", platform, {}, (), (Problem("login_wall"),), steps))))
    about = card(platform, lang)
    for words in (about.save[lang], about.export.text[lang], about.copy[lang], about.outside[lang]):
        assert html.escape(words) in told
    assert (said("links.next.drop_archive", lang) in told) is (platform == "linkedin")


def test_what_was_read_is_audited_and_shown_in_the_report_and_the_plan(visit, fetches):
    read(visit).click("run_now")
    assert "<mark>Putain</mark> de bus" in visit.html
    assert said("ui.links.report") in visit.html
    assert "aya@example.fr" in visit.html and "&lt;b&gt;Aya&lt;/b&gt;, 19 ans" in visit.html and "<b>Aya</b>" not in visit.html
    visit.go("plan")
    assert said("ui.links.cards") in visit.html and not visit.broken
    assert said("links.card.title", platform="Instagram") in visit.html
    assert said("links.card.word", word="Compte privé") in visit.html
    visit.click("language").go("plan")
    assert said("links.card.word", "en", word="Private account") in visit.html and not visit.broken


def test_a_reading_can_be_stopped_and_the_page_stays_whole(visit, fetches):
    fetches.gate = threading.Event()
    visit.go("inputs").write("text_area", "links", LINKS).write("checkbox", "own", True).click("read_links")
    visit.click("stop_links")
    for _ in range(50):
        visit.run()
        if said("links.problem.stopped") in visit.html:
            break
        time.sleep(0.1)
    fetches.gate.set()
    assert said("links.problem.stopped") in visit.html and not visit.broken


def test_erase_forgets_links_and_ends_the_reading(visit, fetches):
    read(visit).click("erase_now").go("inputs")
    assert not visit.widget("text_area", "links").value
    assert said("links.outcome.found") not in visit.html and not visit.broken


def test_a_profile_can_be_taken_away(visit, fetches):
    read(visit, "instagram.com/aya.kone")
    key = next(one.key for one in visit.app.button if one.key.startswith("drop_profile_"))
    visit.click(key)
    assert said("links.outcome.blocked") not in visit.html


def test_profiles_come_back_with_a_saved_report(visit, fetches):
    read(visit).click("run_now")
    report = visit.app.session_state["result"].report
    again = reread(to_json(report))
    visit.app.session_state["mine"], visit.app.session_state["result"] = again
    visit.go("report")
    assert said("ui.links.report") in visit.html and "aya@example.fr" in visit.html and not visit.broken
    assert said("links.outcome.blocked.why") in visit.html and said("links.outcome.absent.why") in visit.html
    visit.go("plan")
    assert said("links.card.title", platform="Instagram") in visit.html and not visit.broken


def reread(saved):
    """(mine, result) of a saved report, as `work.load_back` makes them."""
    report, review, owner = tasks.load(saved.encode())
    mine = refilled(report, owner)
    return mine, state.Result(report, review, mine.version, owner)


def test_a_report_loaded_back_is_audited_again_as_it_was(visit, fetches):
    read(visit).click("run_now")
    first = visit.app.session_state["result"].report
    mine, _ = reread(to_json(first))
    given = work.given(mine)
    told = {(one.text, one.kind, one.platform, one.visibility) for one in first.documents}
    assert {(one.text, one.kind, one.platform, one.visibility) for one in tasks.documents(given)} == told
    assert mine.links.splitlines() == [one.address for one in mine.profiles] and not mine.own
    assert not any(text.text for text in mine.texts)


def test_a_strangers_file_holds_no_profile_that_breaks_the_page():
    mine = state.Mine()
    for wild in (
        {"a": 1},
        "x",
        [3, None, {}, {"outcome": "found"}, {"outcome": "found", "platform": "<b>"}],
        [{"outcome": "odd", "platform": "x"}],
    ):
        assert links.restore(Report((), (), (), (), (), (), (), {}, {"profiles": wild}), mine) == set()
    assert mine.profiles == [] and mine.links == ""
    record = {"outcome": "found", "platform": "x", "profile": {"name": ["a"], "links": ["javascript:x", 3], "evil": "y"}, "address": "javascript:alert(1)",
              "problems": ["a b", 4], "steps": {"a": 1}, "documents": ["f1.l1", 7], "handle": 5}  # fmt: skip
    links.restore(Report((), (), (), (), (), (), (), {}, {"profiles": [record]}), mine)
    (kept,) = mine.profiles
    assert (kept.address, kept.handle, kept.result.problems, kept.result.documents) == ("", "", (), ())
    assert kept.result.profile == {"links": ["javascript:x"]}  # shown as text, never as a link


def test_a_saved_page_is_read_by_a_worker(visit):
    visit.go("inputs")
    visit.widget("file_uploader", "saved_page").upload("page.html", SAVED.encode(), "text/html")
    visit.run()
    assert said("links.outcome.found") in visit.html and not visit.broken
    visit.click("run_now")
    assert said("links.outcome.found.saved") in visit.html and said("links.outcome.found.why") not in visit.html
    assert "apprends la vente" in visit.html and "<script>alert" not in visit.html


def test_the_quota_of_a_visit_holds():
    job = Job(lines_of(LINKS), FakePool(type("Real", (), {"size": 2})()), Quota(a_minute=1))
    job._thread.join(10)
    assert sorted(problem.code for one in job.profiles()[1:] for problem in one.result.problems) == ["too_many_links"] * 2


def test_a_bare_name_is_no_story_and_the_same_text_counts_once():
    name_only = PageResult("found", "x", {"name": "Aya Koné"})
    assert documents_of(Profile("x", name_only), Owner()) == ()
    kinds = [document.kind for document in documents_of(Profile("bluesky", FOUND), Owner("Aya", "Koné"))]
    assert kinds == ["bio", "post", "post", "profile"]
    twice = PageResult("found", "x", {"name": "Aya", "headline": "Vendeuse"}, (Document("Vendeuse", kind="bio"),))
    assert [document.kind for document in documents_of(Profile("x", twice), Owner())] == ["bio"]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("https://www.instagram.com.evil.example/aya", "looks_alike"),
        ("https://login.tiktok.com.evil.example/@aya", "looks_alike"),
        ("https://www.instagram.com@evil.example/aya", "credentials"),
        ("https://www.google.com/search?q=aya", "is_a_search"),
        ("https://aya-kone.example.com/", ""),
        ("https://aya.wordpress.com/", ""),
    ],
)
def test_an_imitation_a_trap_and_a_search_are_told_and_never_read(typed, problem):
    assert [line.problem for line in lines_of(typed)] == [problem]


def test_handles_of_links_are_heard_once_and_numbers_are_none():
    lines = lines_of(
        "mastodon.social/@aya\ninstagram.com/aya\nhttps://instagram.com/aya/\nhttps://www.facebook.com/profile.php?id=100001234567890\n"
        "https://www.linkedin.com/in/ACoAAAabcdefGHIJKLmnop\nhttps://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"
    )
    assert list(handles_of(lines, ())) == [("mastodon", "aya"), ("instagram", "aya")]


def test_the_name_of_nobody_is_not_judged():
    lines = lines_of("https://github.com/ayakone")
    assert list(handles_of(lines, [Profile("github", ABSENT, lines[0].address, "ayakone")])) == []
    assert list(handles_of(lines, [Profile("github", BLOCKED, lines[0].address, "ayakone")])) == [("github", "ayakone")]
