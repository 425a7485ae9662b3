"""Phrases hit whole words; a template finds what its written-out phrases would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.folded import plain
from audit.model import Template
from audit.rulebook.expand import expand, written_out
from audit.text.phrases import PhraseIndex
from audit.text.templates import words_of

WORDS = st.sampled_from(["chat", "chien", "oiseau", "maison", "petit jardin", "l'arbre"])
OPTIONAL = st.sampled_from([("", "tres "), ("", "vraiment ", "trop "), ("", "un peu ")])


def found(phrases, text):
    return [plain(text)[start:end] for _, start, end in PhraseIndex((phrase, None) for phrase in phrases).scan(plain(text))]


@pytest.mark.parametrize(
    ("phrase", "text", "hit"),
    [
        ("con", "Le conseil est là", []),
        ("con", "quel con !", ["con"]),
        ("mort*", "tu es mortel", ["mortel"]),
        ("t'es nul", "tes nul", ["tes nul"]),
        ("t'es nul", "t es nul", ["t es nul"]),
        ("🍆", "un 🍆 ici", ["🍆"]),
    ],
)
def test_a_phrase_hits_whole_words(phrase, text, hit):
    assert found([phrase], text) == hit


@given(st.lists(st.one_of(st.tuples(WORDS, WORDS), OPTIONAL, st.tuples(WORDS)), min_size=1, max_size=4), st.data())
def test_a_template_finds_every_phrase_it_stands_for(groups, data):
    pieces = [("grosse ",)]
    for group in groups:
        pieces.append(tuple(dict.fromkeys(group)))
        if "" not in group:
            pieces.append((" ",))
    pieces.append(("fin",))
    template = Template(tuple(pieces))
    phrase = data.draw(st.sampled_from(written_out(template.pieces)))
    assert found([template], f"on dit {phrase} ici") == [phrase]


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("{ce,cet,cette,mon,ton,son,le,un} {,gros ,petit ,sale }{chat,chien,rat,coq,bouc,porc,lapin}", "oh ce gros lapin là"),
        ("{ce,cet,cette,mon,ton,son,le,un} {gros,petit,sale,vieux,} {chat,chien,rat,coq,bouc,porc,lapin}", "oh ce lapin là"),
        ("{ce,cet,cette,mon,ton,son,le,un} {chat,chien,rat,coq,bouc,porc,lapin} {tout,tres,trop,} {moche*,laid*}", "ce chat mochement"),
        ("{c'est,ce sont,voila,quel} {un,une,des,mon,ton} {chat,chien,rat} {, noir, blanc, roux}", "cest un rat"),
        ("{c'est,ce sont,voila,quel} {un,une,des,mon,ton} {chat,chien,rat} {, noir, blanc, roux}", "cest un rat noir"),
        ("{ce,cet,cette,mon,ton,son,le,un} {chat,chien,rat,coq,bouc,porc,lapin} {,tout }{,tres }{,moche ,laid }", "ce chat !"),
        ("{ce,cet,cette,mon,ton,son,le,un} {chat,chien,rat,coq,bouc,porc,lapin} {,tout }{,tres }{,moche ,laid }", "ce chat tres laid !"),
        ("{,tout }{,tres }{,moche ,laid } {chat,chien,rat,coq,bouc,porc,lapin} {ce,cet,cette,mon,ton,son,le,un}", "rat le"),
    ],
)
def test_a_template_keeps_its_spaces_tidy(short, text):
    (template,) = expand(short, {})
    assert isinstance(template, Template)
    hits = found([template], text)
    assert len(hits) == 1
    assert hits[0] == hits[0].strip()
    assert found([template], text.replace(" ", "")) == []


def test_a_phrase_whose_parts_may_all_be_empty_is_refused():
    with pytest.raises(ValueError, match="may be empty"):
        PhraseIndex([(Template((("", "a "), ("", "b "))), None)])


def test_a_long_text_is_searched_round_its_anchors():
    (template,) = expand("{ce,cet,cette,mon,ton,son,le,un} {,gros ,petit ,sale }{chat,chien,rat,coq,bouc,porc,lapin}", {})
    text = "mot " * 5000 + "ce gros lapin " + "mot " * 5000 + "le rat"
    assert found([template], text) == ["ce gros lapin", "le rat"]


PHRASES = st.sampled_from(
    ["con", "mort*", "trop mort*", "t'es nul", "🍆", "c'est l'ete", Template((("gros ", "petit "), ("chat", "chien*"), ("", " noir")))]
)
TEXTS = st.lists(
    st.sampled_from(["con", "conseil", "mortel", "trop mortel", "tes nul", "t es nul", "🍆", "cest l ete", "gros chien noir", "petit chat"])
)


@given(st.lists(PHRASES, min_size=1), TEXTS)
def test_a_text_that_holds_a_phrase_bears_its_marks(phrases, pieces):
    index, text = PhraseIndex((phrase, number) for number, phrase in enumerate(phrases)), " ".join(pieces)
    marks = index.marks()
    assert all(marks[number].may_stand(text, words_of(text)) for number, _, _ in index.scan(text))


def test_a_text_without_any_word_of_a_phrase_lacks_its_marks():
    marks = PhraseIndex([("t'es nul", 0), ("trop mort*", 0)]).marks()[0]
    assert not marks.may_stand("tu vas bien", words_of("tu vas bien"))
