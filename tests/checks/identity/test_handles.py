"""What a handle tells, by platform."""

import pytest

from audit.checks.identity import joined_handles, judge_handle
from audit.model import Document, Owner

LEA = Owner("Léa", "Moreau")


def test_a_professional_place_wants_the_real_name():
    assert judge_handle("lea-moreau", "linkedin", LEA).verdict == "good"
    assert judge_handle("lea-moreau-4b2a1", "LinkedIn", LEA).verdict == "good"
    judged = judge_handle("chouquette_du_44", "linkedin", LEA)
    assert judged.verdict == "unsuitable"
    assert "name_missing" in judged.reasons
    assert "leamoreau" in judged.suggestions


def test_a_private_place_may_keep_a_nickname():
    for platform in ("instagram", "tiktok", "snapchat", "x", "twitch"):
        assert judge_handle("chouquette_du_44", platform, LEA).verdict == "neutral"


@pytest.mark.parametrize("handle", ["c0nn4rd_75", "sexy.lady.77", "weed_lover", "k4lash_man", "sale_arabe"])
def test_harmful_words_are_unsuitable_everywhere(handle):
    assert judge_handle(handle, "instagram", LEA).verdict == "unsuitable"


@pytest.mark.parametrize("handle", ["zombie_killer_fr", "headshot_game", "marie.negre", "fatou_conde", "anushka.perera", "karimzobiri"])
def test_games_and_names_are_not_harmful(handle):
    assert judge_handle(handle, "instagram").verdict != "unsuitable"


def test_a_leading_at_sign_is_no_part_of_the_handle():
    judged = judge_handle("  @super_connard", "x")
    assert "  @super_connard"[slice(*judged.spans["vulgar"])] == "connard"


@pytest.mark.parametrize("handle", ["", "@", "___", "😂😂", "\x00", "1" * 3000, "a" * 3000])
def test_no_handle_stops_the_check(handle):
    assert judge_handle(handle, "instagram").verdict in ("good", "neutral", "unsuitable")


def test_one_handle_in_two_worlds_is_shown():
    documents = [
        Document("@lea.mru44", kind="handle", platform="instagram", id="i"),
        Document("leamru44@gmail.com", kind="email", id="e"),
        Document("Léa Moreau\nsnap : lea_mru44", kind="cv", id="c"),
    ]
    assert {(one.private_platform, one.shown_on) for one in joined_handles(documents)} == {("instagram", "email"), ("instagram", "cv")}


def test_short_or_different_handles_are_not_joined():
    documents = [
        Document("lea", kind="handle", platform="x"),
        Document("lea@gmail.com", kind="email"),
        Document("panda_bleu", kind="handle", platform="tiktok"),
    ]
    assert joined_handles(documents) == ()
