"""An invented audit with something in every area; no engine, so that the papers are tested apart from the finding."""

from collections.abc import Sequence
from datetime import date

from audit.checks.identity.extras import extras_of
from audit.model import (
    CONTENT_KINDS,
    Cue,
    CueList,
    Document,
    Examples,
    Find,
    Finding,
    Owner,
    Report,
    Rule,
    Verdict,
)
from audit.render.view import View, make_view
from audit.report import build
from audit.rulebook.load import RULES as RULES_FOLDER
from audit.rulebook.parse import parse_categories
from audit.rulebook.yaml_text import load_yaml

CATEGORIES = parse_categories(load_yaml(RULES_FOLDER / "categories.yaml", "rules/categories.yaml"))
OWNER = Owner("Inès", "Bensaïd")
DAY = date(2026, 11, 23)


def rule(id_, category, severity, title, why, advice, certainty="firm", on=CONTENT_KINDS, find=None) -> Rule:
    def both(text):
        return {"fr": text, "en": f"EN {text}"}

    lang = id_.partition(".")[0]
    return Rule(
        id=id_,
        lang=lang,
        category=category,
        severity=severity,
        certainty=certainty,
        on=on,
        find=find or Find("phrases"),
        title=both(title),
        why=both(why),
        advice=both(advice),
        instead=None,
        excepts=(),
        only_if=(),
        set_aside_if=(),
        review_if=(),
        references=(),
        examples=Examples(),
        file="rules/x.yaml",
        line=1,
    )


RULES = {
    made.id: made
    for made in (
        rule("fr.drugs.own", "drugs", "medium", "Cannabis : tu en parles pour toi", "Un recruteur peut douter du sérieux.", "Supprime-la."),
        rule("fr.alcohol.drunk", "alcohol", "low", "Soirée très arrosée", "Un recruteur peut y voir une habitude.", "Change la légende."),
        rule(
            "fr.insult.person", "insult", "medium", "Insulte contre une personne", "Un recruteur peut craindre un conflit.", "Supprime-la."
        ),
        rule(
            "fr.employer.bad", "employer", "medium", "Critique dure de ton patron", "Un recruteur peut craindre la suite.", "Supprime-la."
        ),
        rule("fr.profanity.swear", "profanity", "low", "Un gros mot", "Un recruteur peut trouver le ton familier.", "Remplace ce mot."),
        rule("any.personal.phone", "personal_data", "medium", "Ton numéro est visible", "Tout le monde peut appeler.", "Efface le numéro."),
        rule(
            "fr.writing.sms", "writing", "low", "Écriture de SMS dans ta bio", "Un recruteur peut lire moins de soin.", "Réécris la phrase."
        ),
        rule(
            "fr.violence.fight", "violence", "medium", "Bagarre racontée", "Un recruteur peut y voir de la violence.", "Relis.", "possible"
        ),
        rule("fr.sensitive.union", "sensitive", "info", "Engagement syndical", "La loi te protège.", "Choisis qui peut le voir."),
        rule("fr.distress.alone", "distress", "support", "Tu sembles aller mal", "On pense à toi.", "Appelle le 3114."),
        rule(
            "any.email.nickname",
            "address",
            "medium",
            "Un surnom dans l'adresse",
            "Un recruteur ne sait pas qui écrit.",
            "Prends une adresse à ton nom.",
            on=("email",),
            find=Find("check", name="email", options={"reason": "nickname"}),
        ),
    )
}
CUES = {
    ("fr", "quoted"): CueList(
        "quoted", "fr", {"fr": "Tu cites quelqu'un.", "en": "You quote someone."}, "quotes", 0, (), (), (), (), (), (), (), "x", 1
    )
}
TEXTS = (
    ("text1", "post", "J'ai encore fumé mon joint tranquille hier soir. La vie est belle 🌿"),
    ("text2", "caption", "Trop bourrée samedi, je me souviens de rien 🍺🍺"),
    ("text3", "comment", "t'es vraiment qu'un gros naze Kevin"),
    ("text4", "post", "Mon patron est un incapable, vivement que je parte. Bref."),
    ("text5", "post", "Bus en retard. Putain de bus ! Enfin bon."),
    ("text6", "bio", "jsuis tro motivé pr bosser 06 39 98 12 34"),
    ("text7", "message", "on s'est battus devant le lycée, tu verrais sa tête"),
    ("text8", "post", "Elle m'a dit « putain » devant tout le monde"),
    ("text9", "post", "Fière d'être syndiquée"),
    ("text10", "message", "j'en peux plus de la vie"),
    ("text11", "post", "Premier jour de stage en boulangerie, trop contente du résultat !"),
)
FOUND = (
    ("fr.drugs.own", "text1", "fumé mon joint", "flag"),
    ("fr.alcohol.drunk", "text2", "Trop bourrée", "flag"),
    ("fr.insult.person", "text3", "gros naze", "flag"),
    ("fr.employer.bad", "text4", "Mon patron est un incapable", "flag"),
    ("fr.profanity.swear", "text5", "Putain", "flag"),
    ("any.personal.phone", "text6", "06 39 98 12 34", "flag"),
    ("fr.writing.sms", "text6", "jsuis tro motivé pr", "flag"),
    ("fr.violence.fight", "text7", "on s'est battus", "review"),
    ("fr.profanity.swear", "text8", "putain", "set_aside"),
    ("fr.sensitive.union", "text9", "syndiquée", "flag"),
    ("fr.distress.alone", "text10", "j'en peux plus de la vie", "flag"),
    ("any.email.nickname", "email1", "titelouloute", "flag"),
)


def documents(texts: Sequence[tuple[str, str, str]] = TEXTS, owner: Owner = OWNER) -> list[Document]:
    made = [Document(text, kind=kind, id=id_, owner=owner) for id_, kind, text in texts]
    made.append(Document("titelouloute93@example.fr", kind="email", id="email1", owner=owner))
    made.append(Document("xx_loulou_xx", kind="handle", id="handle1", platform="tiktok", owner=owner))
    return made


def finding(rule_: Rule, document: Document, words: str, outcome: str = "flag") -> Finding:
    start = document.text.index(words)
    cues = (Cue("quoted", "« »"),) if outcome == "set_aside" else ()
    return Finding(rule_.id, rule_.category, rule_.severity, outcome, start, start + len(words), words, document.id, cues)


def make_report(found=FOUND, texts=TEXTS, owner: Owner = OWNER, rules=RULES) -> Report:
    made = documents(texts, owner)
    by_id = {document.id: document for document in made}
    findings = [finding(rules[name], by_id[id_], words, outcome) for name, id_, words, outcome in found]
    verdicts = [
        Verdict("email1", "email", "unsuitable", ("nickname",), ("ines.bensaid@example.fr", "bensaid.ines@example.fr")),
        Verdict("handle1", "handle", "neutral"),
    ]
    extras = extras_of(made, findings, verdicts)
    return build(made, findings, verdicts, [], {document.id: "fr" for document in made}, CATEGORIES, extras)


def make_invented_view(lang: str = "fr", report: Report | None = None, rules=RULES, **more) -> View:
    return make_view(report or make_report(), lang, rules, CATEGORIES, cues=CUES, today=DAY, **more)


def crowded(count: int) -> View:
    """A view with `count` more findings, each of its own rule."""
    rules = dict(RULES)
    for number in range(count):
        made = rule(f"fr.many.r{number}", "profanity", "low", f"Gros mot numéro {number}", "Un recruteur peut le lire.", "Remplace ce mot.")
        rules[made.id] = made
    found = (*FOUND, *((f"fr.many.r{number}", "text5", "Putain", "flag") for number in range(count)))
    return make_invented_view(report=make_report(found, rules=rules), rules=rules)
