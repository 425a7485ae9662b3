"""A profile is fetched by its public answers first, then by its page, and each way out is said. The web here is a table."""

import json

import pytest

from audit.sources.links import fetch, fetch_profile
from audit.sources.links.network import Answer
from audit.sources.links.watch import Unreachable


@pytest.fixture
def web(monkeypatch):
    """`web[address] = (status, body)`; other addresses answer 404. `web.asked` lists the requests in order."""

    class Web(dict):
        asked: list

    pages = Web()
    pages.asked = []

    def get(url, policy=None, stop_at=None):
        pages.asked.append(url)
        status, body = pages.get(url, (404, ""))
        if isinstance(body, Exception):
            raise body
        if status in (301, 302):
            if stop_at and stop_at(body):
                return Answer(body, 200, moved=True)
            return get(body, policy, stop_at)
        return Answer(url, status, body.encode() if isinstance(body, str) else json.dumps(body).encode())

    monkeypatch.setattr(fetch, "get", get)
    return pages


def texts(result):
    return [document.text for document in result.documents]


def test_bluesky_profile_and_posts_come_from_its_public_service(web):
    api = "https://public.api.bsky.app/xrpc/app.bsky"
    web[f"{api}.actor.getProfile?actor=lea.bsky.social"] = (
        200,
        {"handle": "lea.bsky.social", "displayName": "Léa", "description": "Ma bio"},
    )
    post = {"post": {"author": {"handle": "lea.bsky.social"}, "record": {"text": "Salut", "createdAt": "2026-05-01T00:00:00Z"}}}
    web[f"{api}.feed.getAuthorFeed?actor=lea.bsky.social&limit=50&filter=posts_with_replies"] = (200, {"feed": [post]})
    result = fetch_profile("https://bsky.app/profile/lea.bsky.social")
    assert (result.outcome, result.profile["name"], texts(result)) == ("found", "Léa", ["Ma bio", "Salut"])
    assert not [url for url in web.asked if "robots" in url]


def test_mastodon_posts_are_asked_once_the_number_is_known(web):
    web["https://mamot.fr/api/v1/accounts/lookup?acct=lea"] = (
        200,
        {"id": "42", "username": "lea", "acct": "lea", "display_name": "Léa", "note": "<p>Bio</p>"},
    )
    web["https://mamot.fr/api/v1/accounts/42/statuses?limit=40&exclude_reblogs=true"] = (
        200,
        [{"content": "<p>Coucou</p>", "visibility": "public"}],
    )
    assert texts(fetch_profile("@lea@mamot.fr")) == ["Bio", "Coucou"]


def test_gitlab_gives_the_whole_profile_and_the_projects(web):
    api = "https://gitlab.com/api/v4/users"
    web[f"{api}?username=lea"] = (200, [{"id": 7, "username": "lea", "name": "Léa Moreau", "avatar_url": "https://a.example/l.png"}])
    web[f"{api}/7"] = (
        200,
        {
            "id": 7,
            "username": "lea",
            "name": "Léa Moreau",
            "bio": "J'apprends le code",
            "location": "Nantes",
            "public_email": "lea@example.fr",
        },
    )
    projects = [{"description": "Mon premier site", "last_activity_at": "2026-03-02T10:00:00Z"}]
    web[f"{api}/7/projects?order_by=last_activity_at&per_page=30"] = (200, projects)
    result = fetch_profile("https://gitlab.com/lea")
    assert result.outcome == "found" and texts(result) == ["J'apprends le code", "Mon premier site"]
    assert (result.profile["location"], result.profile["contact"]) == ("Nantes", ["lea@example.fr"])
    assert result.documents[1].date == "2026-03-02T10:00:00Z" and result.documents[1].visibility == "public"


def test_a_gitlab_user_without_projects_is_found_and_nobody_is_absent(web):
    api = "https://gitlab.com/api/v4/users"
    web[f"{api}?username=lea"] = (200, [{"id": 7, "username": "lea", "name": "Léa"}])
    web[f"{api}/7/projects?order_by=last_activity_at&per_page=30"] = (200, [])
    assert fetch_profile("https://gitlab.com/lea").outcome == "found"
    web[f"{api}?username=lea"] = (200, [])
    assert fetch_profile("https://gitlab.com/lea").outcome == "absent"


def test_stack_exchange_gives_posts_and_comments_with_their_date(web):
    api, last = "https://api.stackexchange.com/2.3/users/12", "site=stackoverflow&order=desc&sort=creation&pagesize=30&filter=withbody"
    web[f"{api}?site=stackoverflow"] = (
        200,
        {"items": [{"user_id": 12, "display_name": "Léa", "about_me": "<p>Bio</p>", "location": "Nantes"}]},
    )
    web[f"{api}/posts?{last}"] = (
        200,
        {"items": [{"body": "<p>Ma question</p>", "post_type": "question", "creation_date": 1780000000, "owner": {"user_id": 12}}]},
    )
    web[f"{api}/comments?{last}"] = (200, {"items": []})
    result = fetch_profile("https://stackoverflow.com/users/12/lea")
    assert result.outcome == "found" and texts(result) == ["Bio", "Ma question"]
    assert result.documents[1].date.startswith("2026-05-28") and result.documents[1].kind == "post"


def test_lemmy_gives_posts_and_comments(web):
    person = {"person": {"name": "lea", "display_name": "Léa", "bio": "Ma bio"}}
    posts = [{"post": {"name": "Un titre", "body": "Un texte", "published": "2026-01-01T00:00:00Z"}}]
    comments = [{"comment": {"content": "Ma réponse", "published": "2026-01-02T00:00:00Z"}}]
    web["https://lemmy.world/api/v3/user?username=lea&sort=New&limit=30"] = (
        200,
        {"person_view": person, "posts": posts, "comments": comments},
    )
    result = fetch_profile("https://lemmy.world/u/lea")
    assert [(one.kind, one.text) for one in result.documents] == [
        ("bio", "Ma bio"),
        ("post", "Un titre\nUn texte"),
        ("comment", "Ma réponse"),
    ]


def test_peertube_gives_the_videos_with_their_visibility(web):
    api = "https://framatube.org/api/v1/accounts/lea"
    web[api] = (200, {"name": "lea", "displayName": "Léa", "description": "Ma bio", "avatars": [{"path": "/a.png"}]})
    videos = [{"name": "Mon montage", "publishedAt": "2026-02-01T00:00:00Z", "privacy": {"id": 1}}]
    web[f"{api}/videos?sort=-publishedAt&count=30"] = (200, {"total": 1, "data": videos})
    result = fetch_profile("https://framatube.org/a/lea")
    assert texts(result) == ["Ma bio", "Mon montage"] and result.profile["picture"] == "https://framatube.org/a.png"
    assert [one.visibility for one in result.documents] == ["public", "public"]


def test_soundcloud_is_read_by_oembed_then_by_the_feed(web):
    frame = '<iframe src="https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Fusers%2F4242&show_artwork=true"></iframe>'
    oembed = {
        "author_name": "Léa",
        "author_url": "https://soundcloud.com/lea",
        "description": "Du rap",
        "thumbnail_url": "https://i.example/l.jpg",
        "html": frame,
    }
    web["https://soundcloud.com/oembed?format=json&url=https://soundcloud.com/lea"] = (200, oembed)
    feed = "<rss><channel><title>Léa</title><item><title>Mon son</title><pubDate>Thu, 01 Jan 2026 10:00:00 +0000</pubDate></item></channel></rss>"
    web["https://feeds.soundcloud.com/users/soundcloud:users:4242/sounds.rss"] = (200, feed)
    result = fetch_profile("https://soundcloud.com/lea")
    assert texts(result) == ["Du rap", "Mon son"] and result.documents[1].date == "2026-01-01T10:00:00Z"
    assert result.profile["picture"] == "https://i.example/l.jpg" and result.profile["handle"] == "lea"


def test_a_known_network_that_is_not_found_means_that_the_way_out_is_missing(web):
    web["https://api.github.com/users/lea"] = (0, Unreachable("no_such_host"))
    web["https://api.github.com/users/lea/repos?sort=updated&per_page=30"] = (0, Unreachable("no_such_host"))
    web["https://github.com/robots.txt"] = (0, Unreachable("no_such_host"))
    result = fetch_profile("https://github.com/lea")
    assert (result.outcome, result.problems[0].code, result.next_steps[0]) == ("unknown", "offline", "try_later")


def test_a_host_that_imitates_a_network_is_not_opened(web):
    result = fetch_profile("https://www.instagram.com.evil.example/lea")
    assert result.problems[0].code == "looks_alike" and web.asked == []


def test_an_absent_profile_is_not_asked_for_twice(web):
    web["https://api.github.com/users/nobody"] = (404, {"message": "Not Found", "status": "404"})
    assert fetch_profile("https://github.com/nobody").outcome == "absent"
    assert web.asked == ["https://api.github.com/users/nobody"]


def test_a_refused_answer_leads_to_the_page_and_a_refused_page_stays_blocked(web):
    web["https://api.github.com/users/lea"] = (403, {"message": "API rate limit exceeded"})
    web["https://github.com/lea"] = (200, "<html><title>lea</title><span class=p-name>Léa M</span><div class=p-note>Ma bio</div></html>")
    assert fetch_profile("https://github.com/lea").profile["bio"] == "Ma bio"
    web["https://github.com/lea"] = (429, "")
    assert fetch_profile("https://github.com/lea").outcome == "blocked"


def test_a_youtube_name_is_read_by_its_page_then_by_the_feed_of_its_channel(web):
    channel = "UC" + "a" * 22
    web["https://www.youtube.com/@lea"] = (
        200,
        f'<html><script>var ytInitialData = {{"metadata":{{"channelMetadataRenderer":{{"title":"Léa","description":"Bio","externalId":"{channel}"}}}}}};"externalId":"{channel}"</script></html>',
    )
    web[f"https://www.youtube.com/feeds/videos.xml?channel_id={channel}"] = (
        200,
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Ma vidéo</title></entry></feed>',
    )
    assert texts(fetch_profile("https://www.youtube.com/@lea")) == ["Bio", "Ma vidéo"]


def test_a_page_that_robots_may_not_read_is_left_alone(web):
    web["https://www.pinterest.com/robots.txt"] = (200, "User-agent: *\nDisallow: /")
    result = fetch_profile("https://www.pinterest.com/lea/")
    assert result.outcome == "blocked" and result.problems[0].code == "robots_refused"
    assert "https://www.pinterest.com/lea/" not in web.asked


def test_a_short_link_is_followed_until_it_names_somebody(web):
    web["https://vm.tiktok.com/ZMabc"] = (302, "https://www.tiktok.com/@lea/video/1?x=y")
    web["https://www.tiktok.com/oembed?url=https://www.tiktok.com/@lea"] = (
        200,
        {"author_name": "Léa", "author_url": "https://www.tiktok.com/@lea", "embed_product_id": "lea"},
    )
    result = fetch_profile("https://vm.tiktok.com/ZMabc/")
    assert (result.outcome, result.platform, result.profile["handle"]) == ("found", "tiktok", "lea")


def test_a_short_link_to_a_closed_network_stops_before_it(web):
    web["https://www.instagram.com/share/BA"] = (302, "https://www.instagram.com/lea/")
    result = fetch_profile("https://www.instagram.com/share/BA")
    assert result.outcome == "blocked" and web.asked == ["https://www.instagram.com/share/BA"]


def test_a_personal_site_is_read_with_the_feed_it_names(web):
    web["https://lea.example.fr/"] = (
        200,
        '<html><head><title>Léa</title><link rel=alternate type="application/rss+xml" href="/feed.xml"></head><body><main>Bonjour à tous</main></body></html>',
    )
    web["https://lea.example.fr/feed.xml"] = (
        200,
        '<?xml version="1.0"?><rss><channel><title>Blog</title><item><title>Un article</title></item></channel></rss>',
    )
    assert texts(fetch_profile("https://lea.example.fr/")) == ["Bonjour à tous", "Un article"]


def test_a_feed_elsewhere_is_not_followed(web):
    web["https://lea.example.fr/"] = (
        200,
        '<html><head><link rel=alternate type="application/rss+xml" href="https://other.example.org/feed"></head><body><main>Bonjour à tous</main></body></html>',
    )
    fetch_profile("https://lea.example.fr/")
    assert not [url for url in web.asked if "other" in url]


@pytest.mark.parametrize("code", ["too_slow", "no_such_host", "no_connection", "bad_certificate", "bad_answer"])
def test_a_network_failure_is_unknown_never_absent(web, code):
    for url in (
        "https://api.github.com/users/lea",
        "https://github.com/robots.txt",
        "https://github.com/lea",
        "https://api.github.com/users/lea/repos?sort=updated&per_page=30",
    ):
        web[url] = (0, Unreachable(code))
    result = fetch_profile("https://github.com/lea")
    assert result.outcome in ("unknown", "blocked") and result.problems


@pytest.mark.parametrize(
    ("url", "first"),
    [
        ("https://gitlab.com/lea", "https://gitlab.com/api/v4/users?username=lea"),
        ("https://gravatar.com/lea", "https://gravatar.com/lea.json"),
        ("https://t.me/lea_demo", "https://t.me/s/lea_demo"),
        ("https://steamcommunity.com/id/lea", "https://steamcommunity.com/id/lea/?xml=1"),
        ("https://stackoverflow.com/users/12/lea", "https://api.stackexchange.com/2.3/users/12?site=stackoverflow"),
        ("https://superuser.com/users/12/lea", "https://api.stackexchange.com/2.3/users/12?site=superuser"),
        ("https://www.reddit.com/user/lea", "https://www.reddit.com/user/lea/.rss"),
        ("https://www.tiktok.com/@lea", "https://www.tiktok.com/oembed?url=https://www.tiktok.com/@lea"),
        ("https://lea.wordpress.com/", "https://public-api.wordpress.com/rest/v1.1/sites/lea.wordpress.com"),
        ("https://lea.blogspot.com/", "https://lea.blogspot.com/feeds/posts/default?max-results=40"),
        ("https://medium.com/@lea", "https://medium.com/feed/@lea"),
        ("https://lea.tumblr.com/", "https://lea.tumblr.com/rss"),
        ("https://soundcloud.com/lea", "https://soundcloud.com/oembed?format=json&url=https://soundcloud.com/lea"),
        ("https://lemmy.world/u/lea", "https://lemmy.world/api/v3/user?username=lea&sort=New&limit=30"),
        ("https://framatube.org/a/lea", "https://framatube.org/api/v1/accounts/lea"),
        ("https://pixelfed.social/lea", "https://pixelfed.social/api/v1/accounts/lookup?acct=lea"),
        ("https://github.com/lea", "https://api.github.com/users/lea"),
        ("https://mamot.fr/@lea", "https://mamot.fr/api/v1/accounts/lookup?acct=lea"),
        (
            "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
        ),
        ("https://linktr.ee/lea", "https://linktr.ee/robots.txt"),
        ("https://lichess.org/@/lea", "https://lichess.org/api/user/lea"),
    ],
)
def test_each_platform_is_asked_where_it_answers_in_public(web, url, first):
    result = fetch_profile(url)
    assert web.asked[0] == first
    assert len(web.asked) <= fetch.MOST_REQUESTS and result.problems


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://www.instagram.com/direct/t/12345/", "instagram"),
        ("https://x.com/home", "x"),
        ("https://www.linkedin.com/jobs/view/3800000000/", "linkedin"),
        ("https://m.facebook.com/media/set/?set=a.123", "facebook"),
        ("https://www.tiktok.com/music/son-7123", "tiktok"),
    ],
)
def test_a_page_of_a_network_that_names_nobody_is_no_website_and_is_not_opened(web, url, platform):
    result = fetch_profile(url)
    assert (result.platform, result.problems[0].code, result.next_steps) == (platform, "names_nobody", ("paste_profile",))
    assert web.asked == []
