"""What the finders of personal data share: the folded text, its neighbourhoods, and whose datum it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from audit.text import Reading


@dataclass(frozen=True, slots=True)
class Piece:
    """A datum found in the folded text [start, end); `reason` is the code that a rule answers to."""

    reason: str
    start: int
    end: int


_PEOPLE = (
    r"(?:ex|pote|potes|copain|copine|ami|amie|voisin|voisine|proprio|patron|patronne|chef|cheffe|boss|collegue|prof|cousin|cousine|oncle|"
    r"tonton|tante|tata|frere|soeur|frangin|frangine|mere|pere|daron|daronne|papa|maman|mamie|papi|grand mere|grand pere|mari|femme|mec|meuf|"
    r"fils|fille|niece|neveu|coloc|colocataire|locataire|beau pere|belle mere|client|cliente)"
)
_OTHERS = re.compile(
    r"\b(?:son|sa|leur|ton|ta|votre|his|her|their|your)\s(?:\w+\s)?(?:vrai |nouveau )?(?:numero|num|tel|telephone|portable|perso|adresse|plaque|"
    r"voiture|caisse|bagnole|carte|cb|06|07|iban|rib|numero de secu|secu|n° de secu|insta|snap|mail|number|mobile|address|plate|car)\b"
    r"|\b(?:numero|num|tel|adresse|plaque|carte|cb|06|07|snap|voiture|caisse) (?:de la |du |de l'|d'|de |a la |a |au |des )(?!moi\b|contact|la maison|chez)"
    rf"(?:mon |ma |mes |ton |ta |son |sa |ce |cette |cet |ces |{_PEOPLE}\b|m\.|mme|monsieur|madame|mec|type|gars|keum|connard)"
    rf"|\b(?:l'ex|son ex|mon ex|le voisin|la voisine|mon voisin|ma voisine|mon {_PEOPLE}|ma {_PEOPLE}|notre {_PEOPLE}) (?:\w+ ){{0,3}}(?:habite|vit|loge|dort|rentre|bosse|travaille|se gare|est au|est ne|s'appelle|finit|sort)"
    r"|\b(?:il|elle|ils|elles|he|she) (?:\w+ )?(?:habite|habitent|vit|vivent|loge|dort|rentre|bosse|travaille|se gare|s'appelle|s'appellent|lives?|moved|works?)\b"
    r"|\b(?:le|la|ce|cette|du|au) (?:mec|meuf|fille|gars|type|batard|connard|connasse|keum|salope|voleur|voleuse|arnaqueur|chauffard|harceleur|nana|proprio) (?:qui|ki|que|m'a|ma|a cote)\b"
    r"|\b(?:celui|celle|ceux) qui (?:m'|ma|nous|a |vole|a balance|harcele|arnaque)"
    rf"|\b(?:mon ex|l'ex de|mon ancien {_PEOPLE}|mon ancienne {_PEOPLE}|ma tante|mon oncle|la nouvelle copine de|le nouveau mec de)\b"
    r"|\bharcelez|faites vous plaisir|amusez vous|a vous de voir|allez (?:lui|y|leur)\b|spammez|appelez (?:le|la|les) tous"
)
# The datum of an organisation is public: it is no personal datum.
_PUBLIC = re.compile(
    r"\b(?:mairie|prefecture|gymnase|salle des fetes|salle polyvalente|temple|eglise|mosquee|synagogue|cathedrale|ressourcerie|recyclerie|boutique|magasin|"
    r"restaurant|resto|brasserie|cinema|theatre|musee|hopital|clinique|cabinet|lycee|college|ecole|universite|campus|association|asso|"
    r"maison des|mjc|agence|bureaux|siege|garage|boulangerie|patisserie|pharmacie|librairie|mediatheque|bibliotheque|stade|piscine|"
    r"cfa|greta|afpa|mission locale|france travail|pole emploi|gare|parking|entreprise|salon de|festival|concert|marche blanche|rassemblement|"
    r"commissariat|gendarmerie|standard|secretariat|service client|sav|hotline|numero vert|samu|pompiers|urgences|refuge|veterinaire|"
    r"office de tourisme|poste restante|centre social|centre culturel|croix rouge|restos du coeur|secours|emmaus|local de|au local|"
    r"permanence|cinema|bowling|epicerie|superette|tribunal|caf|cpam|impots|town hall|library|church|school|hospital|clinic|shop|store|museum|charity|office|helpline)\b"
)
_ORDER = re.compile(
    r"\b(?:suivi|colis|commande|commandes|ref|reference|references|dossier|facture|devis|contrat|siret|siren|rcs|tva|ticket|billet|reservation|"
    r"resa|lot|serie|modele|article|isbn|ean|code barre|tracking|order|parcel|invoice|booking|score|serial|chapitre|version|adeli|rpps|agrement|imei|"
    r"bon de livraison|retrait|licence n|numero de client|n° client|vol n|train n|chassis|chorus|loto|bingo|pi)\b"
)


@dataclass(slots=True)
class Ground:
    """The folded text of one reading, with what stands around a place in it."""

    text: str = field(repr=False)
    reading: Reading = field(repr=False)

    @property
    def kind(self) -> str:
        return self.reading.document.kind

    def raw(self, start: int, end: int) -> str:
        """The text as written at folded [start, end)."""
        a, b = self.reading.folded.span(start, end)
        return self.reading.text[a:b]

    def before(self, start: int, reach: int = 40) -> str:
        """What stands before, in the same sentence or line, `reach` characters at most."""
        piece = self.text[max(0, start - reach) : start]
        return _LAST_STOP.split(piece)[-1]

    def after(self, end: int, reach: int = 40) -> str:
        """What stands after, in the same sentence or line, `reach` characters at most."""
        return _LAST_STOP.split(self.text[end : end + reach])[0]

    def around(self, start: int, end: int, reach: int = 60) -> str:
        """The neighbourhood on both sides, over sentence ends too."""
        return self.text[max(0, start - reach) : end + reach]

    def of_other(self, start: int, end: int) -> bool:
        """True when the datum is somebody else's, as far as the words around it say."""
        return bool(_OTHERS.search(self.before(start, 110) + self.text[start:end] + self.after(end, 70)))

    def of_public(self, start: int) -> bool:
        """True when the words before say that an organisation or a place open to all is meant."""
        return bool(_PUBLIC.search(self.before(start, 80)))

    def is_reference(self, start: int, end: int) -> bool:
        """True when the words around say that the digits number an order, a parcel, a file."""
        return bool(_ORDER.search(self.before(start, 36))) or bool(
            re.match(r"\W{0,3}(?:est )?(?:ma|la|le|mon) (?:numero de )?(?:ref|commande|dossier|suivi)", self.after(end, 30))
        )


_LAST_STOP = re.compile(r"(?<!\bm)(?<!\bmme)(?<!\bbat)(?<!\bbd)(?<!\bav)(?<!\btel)(?<!\bst)(?<!\bref)(?<!\bn)[.!?](?=\s)|\n")
