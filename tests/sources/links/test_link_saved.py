"""Pages in the shape of each network, invented here: what is the person's is read, what is somebody else's or a door is not."""

import pytest

from audit.sources.links import read_page, read_saved


def saved(url, title, body, head=""):
    return read_saved(
        f"<!-- saved from url=(0030){url} --><html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()
    )


def texts(result, *kinds):
    return [one.text for one in result.documents if not kinds or one.kind in kinds]


TWEET = '<article data-testid=tweet><div data-testid=User-Name><span>{name}</span><span>@{handle}</span><time datetime="2025-03-01T10:00:00.000Z">1 mars</time></div><div data-testid=tweetText><span>{text}</span></div>{more}</article>'


def test_x_an_author_line_without_blocks_is_understood_and_renamed_emoji_are_kept():
    quoted = "<div role=link><div data-testid=User-Name>@autre</div><div data-testid=tweetText>Cité</div></div>"
    body = (
        "<div data-testid=UserName><div>Tom Leroux</div><div>@tom_leroux7</div></div>"
        + TWEET.format(name="Tom", handle="tom_leroux7", text="Mon patron <img alt='😂' src='page_files/1f602.svg'>", more=quoted)
        + TWEET.format(name="Autre", handle="autre", text="Pas lui", more="")
        + TWEET.format(name="Tom", handle="tom_leroux77", text="Un autre Tom", more="")
    )
    result = saved("https://x.com/tom_leroux7", "(2) Tom Leroux (@tom_leroux7) / X", body)
    assert texts(result, "post") == ["Mon patron 😂"] and result.documents[0].date == "2025-03-01T10:00:00Z"


def test_linkedin_what_was_only_shared_liked_or_answered_is_not_the_persons():
    rows = "".join(
        f"<li><div>Sarah Petit {deed}</div><div class='update-components-text'>{text}</div></li>"
        for deed, text in (("a publié ceci", "J'aime ça, je cherche une entreprise !"), ("a republié ceci", "Autre 1"), ("aime ceci", "Autre 2"), ("likes this", "Autre 3"))
    )  # fmt: skip
    result = saved("https://www.linkedin.com/in/sarah/", "Sarah Petit | LinkedIn", f"<main><h1>Sarah Petit</h1><section><h2>Activité</h2><ul>{rows}</ul></section></main>")  # fmt: skip
    assert texts(result, "post") == ["J'aime ça, je cherche une entreprise !"]


INSTAGRAM = "<main><header><h2>nadia_b</h2><div>Nadia Benali</div><div>Photographe à Lyon</div><a href='https://l.instagram.com/?u=https%3A%2F%2Fnadia.example.fr%2F&e=A'>nadia.example.fr</a><div>Suivi(e) par <a>karim_x</a> et 4 autres personnes</div></header></main>"


def test_instagram_who_follows_is_no_bio_and_a_link_is_shown_without_its_gate():
    result = saved("https://www.instagram.com/nadia_b/", "Nadia Benali (@nadia_b) • Instagram", INSTAGRAM)
    assert "karim" not in result.profile["bio"] and result.profile["links"] == ["https://nadia.example.fr/"]


@pytest.mark.parametrize(
    ("more", "private"),
    [
        ('<script>{"username":"nadia_b","is_private":true}</script>', True),
        ('<script>{"is_private":false,"username":"nadia_b"}{"is_private":true,"username":"karim_x"}</script>', False),
        ("<main>Ce compte est privé</main>", True),
        ("", False),
    ],
)
def test_instagram_only_the_persons_own_record_says_that_the_account_is_private(more, private):
    body = INSTAGRAM.replace("</main>", "Ce compte est privé</main>") if more.startswith("<main>") else INSTAGRAM + more
    result = saved("https://www.instagram.com/nadia_b/", "Nadia Benali (@nadia_b) • Instagram", body)
    assert (result.profile.get("private") == "private") is private


@pytest.mark.parametrize("tail", ["created by Maya 💃 with Maya 💃's son original", "created by Maya with ROSÉ's original sound - x"])
def test_tiktok_the_sound_of_a_video_is_no_part_of_its_text(tail):
    result = saved("https://www.tiktok.com/@maya.danse", "Maya (@maya.danse) | TikTok", f"<div data-e2e=user-post-item><img alt=\"Mon prof est relou #prof {tail}\"></div>")  # fmt: skip
    assert texts(result, "caption") == ["Mon prof est relou #prof"]


def test_bluesky_page_gives_only_the_persons_posts():
    body = "<div data-testid=profileHeaderDisplayName>Inès</div><div data-testid=profileHeaderDescription>Illustratrice</div>"
    body += "".join(f"<div data-testid='feedItem-by-{who}'><div data-testid=postText>{text}</div></div>" for who, text in (("ines.bsky.social", "À moi"), ("autre.bsky.social", "À lui")))  # fmt: skip
    assert texts(saved("https://bsky.app/profile/ines.bsky.social", "Inès — Bluesky", body)) == ["Illustratrice", "À moi"]


def test_mastodon_page_gives_name_bio_and_the_persons_posts():
    status = "<div class=status><strong class=display-name__html>X</strong><span class=display-name__account>@{0}</span><div class=status__content><p>{1}</p></div></div>"
    body = "<div class=account__header><h1><span class=display-name__html>Hugo</span><small>@hugo_m@piaille.fr</small></h1><div class=account__header__content><p>Boulanger à Brest</p></div></div>"
    head = "<meta property='og:title' content='Hugo (@hugo_m@piaille.fr)'><meta property='og:description' content='12 messages, 3 abonnés'>"
    result = saved("https://piaille.fr/@hugo_m", "Hugo", body + status.format("hugo_m", "À moi") + status.format("lea", "À elle"), head)
    assert result.profile["name"] == "Hugo" and texts(result) == ["Boulanger à Brest", "À moi"]


def test_reddit_page_gives_comments_and_threads_counts_are_no_bio():
    comment = "<shreddit-profile-comment author=leo_99><div id=a-post-rtjson-content><p>Mon avis</p></div></shreddit-profile-comment>"
    result = saved("https://www.reddit.com/user/leo_99/", "leo_99 (u/leo_99) - Reddit", comment)
    assert texts(result, "comment") == ["Mon avis"] and result.profile["name"] == "leo_99"
    about = "<meta property='og:description' content='120 followers • 14 threads • Photographe à Lyon. Découvrez les dernières conversations avec @nadia_b.'>"
    assert saved("https://www.threads.com/@nadia_b", "Nadia (@nadia_b)", "", about).profile["bio"] == "Photographe à Lyon."


def test_linktree_saved_without_its_data_still_says_where_it_leads():
    body = "<a href='https://www.tiktok.com/@maya'>Mes vidéos</a><a href='https://linktr.ee/s/about'>Linktree</a>"
    result = saved("https://linktr.ee/maya", "@maya | Linktree", body)
    assert result.profile["links"] == ["https://www.tiktok.com/@maya"] and texts(result) == ["Mes vidéos"]


DOORS = [
    ("https://www.instagram.com/lea/", "Restricted profile • Instagram", "", "blocked"),
    ("https://www.instagram.com/lea/", "Offre spéciale • Instagram", "", "unknown"),
    ("https://x.com/lea", "Profil / X", "<div data-testid=emptyState>Ce compte n’existe pas</div>", "unknown"),
    ("https://x.com/lea", "Profile / X", "<div data-testid=emptyState>Account suspended</div>", "unknown"),
    ("https://www.linkedin.com/in/lea", "S’identifier ou s’inscrire | LinkedIn", "", "blocked"),
    ("https://www.linkedin.com/in/lea", "LinkedIn: Log In or Sign Up", "", "blocked"),
    ("https://www.tiktok.com/@lea", "Impossible de trouver ce compte | TikTok", "", "absent"),
    ("https://www.tiktok.com/@lea", "Couldn't find this account | TikTok", "", "absent"),
    ("https://www.tiktok.com/@lea", "Please wait...", "<script>x</script>", "blocked"),
    ("https://www.reddit.com/user/lea", "lea (u/lea) - Reddit", "Sorry, nobody on Reddit goes by that name.", "absent"),
    ("https://www.reddit.com/user/lea", "u/lea", "This account has been suspended", "unknown"),
    ("https://lea.tumblr.com/", "Request denied", "", "blocked"),
    ("https://lea.wordpress.com/", "Protected Blog › Log in", "", "blocked"),
    ("https://lea.blogspot.com/", "Blogger: Blog not found", "", "absent"),
    ("https://www.depop.com/lea/", "Une erreur est survenue", "", "unknown"),
    ("https://www.depop.com/lea/", "lea's shop - Depop", "", "found"),
]


@pytest.mark.parametrize(("url", "title", "body", "outcome"), DOORS)
def test_a_door_or_an_error_with_status_200_is_nobodys_profile(url, title, body, outcome):
    result = read_page(f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode(), url, 200, "text/html")
    assert result.outcome == outcome
    assert outcome == "found" or (result.problems and not result.profile)
