"""Message spellings: words that nobody writes by accident in a letter, and what they stand for."""

from __future__ import annotations

import re

# written (folded) -> right
_FR = """
slt=salut bjr=bonjour bsr=bonsoir cc=coucou jsuis="je suis" jss="je suis" jsui="je suis" jsuiss="je suis" chui="je suis" chuis="je suis" jvs="je vous" jvous="je vous" jve="je veux" jveu="je veux" jveux="je veux"
jcherche="je cherche" jrecherche="je recherche" jfé="je fais" jfe="je fais" jfai="je fais" jme="je me" jte="je te" jpe="je peux" jpeu="je peux" jpeux="je peux" jsé="je sais" jsai="je sais" jsais="je sais" jsp="je ne sais pas"
jai="j'ai" jé="j'ai" jaime="j'aime" jm="j'aime" jador="j'adore" jdor="je dors" jspr="j'espère" jesper="j'espère" jatend="j'attends" jatten="j'attends" jaten="j'attends" jecris="j'écris" jecri="j'écris" jvien="je viens" jprend="je prends" japprend="j'apprends" jpostul="je postule"
tkt="ne vous inquiétez pas" mdr="" ptdr="" lol="" jpp="" wsh="" wallah="" tt=tout ts=tous tte=toute ttes=toutes tjr=toujours tjrs=toujours tjs=toujours bcp=beaucoup bi1=bien bien1=bien dmn=demain 2m1=demain ajd="aujourd'hui" auj="aujourd'hui"
pk=pourquoi pq=pourquoi pck="parce que" pcq="parce que" psk="parce que" paske="parce que" pr=pour dc=donc ds=dans dan=dans ac=avec avk=avec avek=avec ss=sans ns=nous vs=vous vou=vous qd=quand qan=quand kan=quand quan=quand
koi=quoi ki=qui ke=que kel=quel kelk=quelque kil="qu'il" kon="qu'on" kom=comme komme=comme qq=quelque qqn="quelqu'un" qqs=quelques qqchose="quelque chose" kelkun="quelqu'un" slmt=seulement vrmt=vraiment rdv=rendez-vous
dsl=désolé stp="s'il te plaît" sivouplai="s'il vous plaît" svpp="s'il vous plaît" svppp="s'il vous plaît" mrc=merci mci=merci rep=réponse msg=message mn=mon nvo=nouveau nvel=nouvelle pb=problème pt=peut ptet="peut-être" ptetre="peut-être"
g="j'ai" c="c'est" é=et è=est ai1="" pa=pas sa="" san=sans tro=trop tp=trop tps=temps mem=même mm=même meme=même oci=aussi ossi=aussi osi=aussi deja=déjà dja=déjà la="" cé="c'est" sé="c'est" cet1="certain" lé=les dé=des mé=mais lè=les mai=mais o="au" nivo=niveau boulo=boulot
che=chez ché=chez fo="il faut" fodra="il faudra" fé=fait fai=fais sui=suis s8=suis v="vais" ve=veux veu=veux peu="" pe=peux vé=vais vo=vos vot=votre votr=votre d="de" dla="de la" dlo="de l'eau" m="" k="que" tel="" tro=trop tou="" tout="" tafer=travailler taffe=travaille taf=travail boss=""
""".replace("\n", " ")
_PAIR = re.compile(r'(\S+?)=("[^"]*"|\S*)')
# Only these stand for a fault alone; the others of the table are too ambiguous to count (they are ordinary words too).
_AMBIGUOUS = frozenset(
    [
        "cc",
        "sa",
        "la",
        "o",
        "d",
        "k",
        "v",
        "peu",
        "tel",
        "tou",
        "tout",
        "m",
        "boss",
        "pe",
        "c",
        "g",
        "rep",
        "msg",
        "deja",
        "meme",
        "pt",
        "ss",
        "lol",
        "rdv",
        "tp",
        "mai",
        "san",
        "fai",
        "o",
        "è",
        "sé",
        "taf",
        "tps",
        "d",
        "ve",
    ]
)
FRENCH = {word: right.strip('"') for word, right in _PAIR.findall(_FR) if word not in _AMBIGUOUS}
# Ambiguous words that are faults where these patterns hold (folded text).
FRENCH_PATTERNS = (
    (re.compile(r"(?<![\w'&.])g (?=(?:eu|ete|fait|vu|pa|pas|bcp|deja|\d+ ?ans?|un|une|le|la|des|travail\w*|repri|pri|mon|mn)\b)"), "j'ai"),
    (
        re.compile(r"(?<![\w'&.])c (?=(?:moi|pr|pour|quoi|koi|pas|pa|ma|mon|le|la|un|une|super|trop|bien|vrai|mieu\w*|l'|\w+ \w)\b)"),
        "c'est",
    ),
    (re.compile(r"(?<![\w'&.])(?:o (?=(?:moul|marche|chomage|bureau|college|lycee|moin|moins)\b))"), "au"),
    (re.compile(r"(?<![\w'])sui(?![\w'])"), "suis"),
    (re.compile(r"(?<![\w'])1 (?=(?:moi|boite|taf|job|plan|poste?|peu|patron|stage|scouter|contra|cave|affiche|voix)\b)"), "un"),
    (re.compile(r"(?<![\w'])(?:pa|ss|tp|tps|taf) (?=\w)"), ""),
    (re.compile(r"(?<![\w'])peu (?=(?:m|me|vous|vs|etre|faire|venir|commence\w*)\b)"), "peux"),
    (re.compile(r"(?<![\w'])(?:svp+p+|merci+i|moi+i+i|vit+t+e|stp+p+|salu+u+t)(?!\w)"), ""),
)
_EN = """
u=you ur=your r=are y=why n=and 2="to" 4="for" b4=before gr8=great l8r=later pls=please plz=please plss=please thx=thanks thnx=thanks ty="thank you" cuz=because coz=because cos=because bcoz=because bc=because tho=though thru=through
wanna="want to" gonna="going to" gotta="have to" gimme="give me" lemme="let me" kinda="kind of" dunno="don't know" imma="I am going to" im="I'm" ive="I've" id="" dont="don't" cant="can't" wont="won't" didnt="didn't" doesnt="doesn't" isnt="isn't" wasnt="wasn't"
lookin=looking workin=working hirin=hiring doin=doing goin=going nothin=nothing somethin=something babysittin=babysitting hmu="contact me" lol="" lmao="" tbh="" idk="I don't know" omg="" asap="" wen=when wat=what wot=what wud=would shud=should cud=could luv=love d=the dat=that dis=this da=the
gurl=girl wkends=weekends wk=week yrs=years yr=year ppl=people jus=just evrything=everything sum=some wit=with ur=your nite=night rn="right now" ngl="" fr="" bro="" fam="" hy=hi ya=you yall="you all" innit="" aint="isn't" w/e="" msg="" dm=""
""".replace("\n", " ")
_AMBIGUOUS_EN = frozenset(
    [
        "d",
        "y",
        "r",
        "n",
        "b",
        "2",
        "4",
        "id",
        "asap",
        "fr",
        "sum",
        "wit",
        "da",
        "msg",
        "dm",
        "bc",
        "cos",
        "w/e",
        "yr",
        "yrs",
        "bro",
        "fam",
        "ya",
        "hmu",
    ]
)
ENGLISH = {word: right.strip('"') for word, right in _PAIR.findall(_EN) if word not in _AMBIGUOUS_EN}
ENGLISH_PATTERNS = (
    (re.compile(r"(?<![\w'])n (?=[a-z]{3,}\b)(?<=[a-z]{3} n )"), "and"),
    (re.compile(r"(?<=[a-z] )[24] (?=(?:a|any|the|u|ur|join|work|life|my|interv\w+|job)\b)"), "to, for"),
    (re.compile(r"(?<![\w'])(?:hmu|dm me|no time waster)(?!\w)"), ""),
    (re.compile(r"(?<![\w'.@/])i (?=(?:am|have|can|do|send|wud|like|come|just|jus|speak|search|work|want|will)\b)"), "I"),
)
