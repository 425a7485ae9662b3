"""Every platform card is whole in both languages, and every code of the links has its sentence."""

import re
from pathlib import Path

import pytest

from audit.i18n import LANGS, has, say
from audit.sources.links import card, cards, identify
from audit.sources.links.nouns import KINDS, OUTCOMES
from audit.sources.links.platforms import FOLDER, name_of, platforms, read_yaml

ROOT = Path(__file__).parents[3]
BIG = ("instagram", "facebook", "tiktok", "x", "linkedin", "snapchat", "youtube", "reddit", "discord", "whatsapp", "telegram", "pinterest")


def texts():
    for each in cards():
        for lang in LANGS:
            for path in (each.private, each.bulk, each.export, each.delete):
                if path:
                    yield each.platform, lang, path.text[lang]
            for words in (each.under18, each.copy, each.save, each.outside):
                if words:
                    yield each.platform, lang, words[lang]


def test_there_are_twenty_five_cards_with_date_confidence_and_word():
    assert len(cards()) >= 25
    for each in cards():
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", each.checked) and each.source and each.name
        for path in (each.private, each.bulk, each.export, each.delete):
            assert path is None or (
                path.confidence in "ABC" and all(path.word[lang] for lang in LANGS) and all(path.text[lang] for lang in LANGS)
            )
            assert path is None or not path.url or path.url.startswith("https://")


@pytest.mark.parametrize("platform", BIG)
def test_the_platforms_young_people_use_have_every_path(platform):
    each = card(platform)
    assert each.private and each.bulk and each.export and each.delete


def test_a_platform_without_a_card_still_says_how_to_copy_save_and_look_from_outside():
    each = card("wattpad")
    assert each.name == "Wattpad" and each.copy["fr"] and each.save["fr"] and each.outside["fr"] and each.private is None


def test_the_steps_of_a_card_are_short():
    for platform, lang, text in texts():
        for sentence in re.split(r"(?<=[.!?])\s+", text):
            steps = [step for step in re.split(r"→|[;:,()]", sentence) if step.strip()]
            assert all(len(step.split()) <= 12 for step in steps), (platform, lang, sentence)


def test_our_own_advice_in_french_says_tu():
    for each in cards():  # the names of menus keep the "vous" of the app
        for words in (each.under18, each.copy, each.save, each.outside):
            assert not re.search(r"\b(?:vous|votre|vos)\b", words.get("fr", ""), re.I), each.platform


def codes_in_the_code():
    found = set()
    for file in [*(ROOT / "audit/sources/links").rglob("*.py"), FOLDER / "walls.yaml"]:
        text = file.read_text(encoding="utf-8")
        found |= set(re.findall(r"""(?:failed|problem|Unreachable|Refused|LinkError)\(\s*["']([a-z_]+)["']""", text))
        found |= set(re.findall(r"""Wall\(["']\w+["'], ["']([a-z_]+)["']\)""", text)) | set(
            re.findall(r"outcome: \w+, code: ([a-z_]+)", text)
        )
        found |= set(re.findall(r'"(is_an?_[a-z]+)"', text))
    return found


@pytest.mark.parametrize("code", sorted(codes_in_the_code()))
def test_every_problem_has_its_sentence_in_both_languages(code):
    assert all(has(f"links.problem.{code}", lang) for lang in LANGS)


def test_every_outcome_kind_and_next_step_has_its_words():
    source = (ROOT / "audit/sources/links/reading.py").read_text(encoding="utf-8")
    steps = set(re.findall(r'"((?:save|ask|copy|check|paste)_[a-z_]+|nothing_to_do|try_later)"', source))
    assert len(steps) >= 6
    for lang in LANGS:
        assert all(has(f"links.next.{step}", lang) for step in steps)
        assert all(has(f"links.outcome.{outcome}", lang) for outcome in OUTCOMES)
        assert all(has(f"links.kind.{kind}", lang) for kind in KINDS)


def test_sentences_of_links_are_twelve_words_or_fewer():
    for lang in LANGS:
        for key, text in read_yaml(ROOT / f"audit/i18n/links.{lang}.yaml").items():
            assert all(len(sentence.split()) <= 12 for sentence in re.split(r"(?<=[.!?:])\s+", text)), key
    assert say("links.progress", "fr", done=1, total=3) == "Profils lus : 1 sur 3"


def test_every_platform_has_a_name_and_every_closed_one_is_known():
    for platform in platforms():
        assert name_of(platform, "fr") and name_of(platform, "en")
    assert set(read_yaml(FOLDER / "closed.yaml")) <= set(platforms())


def test_a_card_can_be_found_from_a_link():
    assert card(identify("https://www.instagram.com/lea.demo/").platform).name == "Instagram"
