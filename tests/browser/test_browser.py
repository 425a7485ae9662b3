"""From paste to paper in a real browser; nothing leaves the machine; nothing that was pasted runs."""

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import go, settle

pytestmark = pytest.mark.browser

PAYLOADS = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg><script>window.hit=1</script></svg>",
    "<svg/onload=window.hit=1>",
    '<iframe srcdoc="<script>parent.hit=1</script>"></iframe>',
    "<details open ontoggle=window.hit=1>",
    '<a href="javascript:window.hit=1">x</a>',
    '"><img src=http://evil.example/x.png onerror=window.hit=1>',
    "![x](http://evil.example/x.png)",
    "[x](javascript:window.hit=1)",
    '<meta http-equiv="refresh" content="0;url=http://evil.example/">',
    "<style>@import 'http://evil.example/x.css'; body{display:none}</style>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<object data=http://evil.example/x></object><embed src=http://evil.example/x>",
    "<form action=http://evil.example/><button>x</button></form>",
    "<math><mtext><style><img src=x onerror=window.hit=1></style></mtext></math>",
    "</textarea><script>window.hit=1</script>",
    ":material/face: :red[x] $\\href{javascript:window.hit=1}{x}$",
)


TEXTS = "[class*=st-key-text_row_] textarea"  # the boxes of texts: a bio first, then posts


def paste(page, text: str, place: int = 1) -> None:
    box = page.locator(TEXTS).nth(place)
    box.fill(text)
    box.blur()
    settle(page)


def run(page) -> None:
    page.locator(".st-key-run_now button").click()
    page.wait_for_selector(".rf-areas")
    settle(page)


def test_from_paste_to_a_downloaded_pdf(page):
    go(page, 1)
    page.get_by_label("Prénom", exact=True).fill("Aya")
    page.get_by_label("Nom", exact=True).fill("Koné")
    paste(page, "Putain de bus 🙂 encore en retard.\n\n\nBravo à toute l'équipe !")
    page.wait_for_selector("text=Je vois 2 publications")
    run(page)
    assert page.locator(".rf-quote mark").first.inner_text() == "Putain"
    go(page, 3)
    with page.expect_download() as download:
        page.locator(".st-key-download_pdf button").click()
    data = download.value.path().read_bytes()
    assert download.value.suggested_filename == "reflet-plan.pdf"
    assert data.startswith(b"%PDF") and len(data) > 5_000


def test_no_request_leaves_the_machine(context, server):
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.goto(server)
    page.locator(".st-key-demo_lina button").click()
    page.wait_for_selector(".rf-areas")
    for place in (1, 3, 4, 0):
        go(page, place)
    hosts = {urlsplit(url).hostname for url in asked if urlsplit(url).scheme in ("http", "https", "ws", "wss")}
    assert hosts == {"localhost"}


def test_nothing_pasted_runs_or_calls_out(context, server):
    asked = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(server)
    page.wait_for_selector(".st-key-try button")
    go(page, 1)
    everything = "\n\n\n".join(f"{payload} putain {payload}" for payload in PAYLOADS)
    for label in ("Prénom", "Nom", "L'adresse que tu mets sur ton CV", "Pseudo"):
        page.get_by_label(label, exact=True).fill(PAYLOADS[1])
    paste(page, everything, 0)
    paste(page, everything, 1)
    run(page)
    for button in page.locator("[class*=st-key-more_] button").all():
        button.click()
        settle(page)
    for place in (3, 2, 1):
        go(page, place)
        for summary in page.locator("summary").all():
            summary.click()
        assert page.evaluate("window.hit") is None
        assert page.locator("[data-testid=stHtml] :is(img, iframe, object, embed, form, meta, link)").count() == 0
    assert page.url.startswith(server)
    assert not [url for url in asked if "evil.example" in url]


def test_a_lone_surrogate_typed_in_a_browser_is_survived(page):
    go(page, 1)
    page.locator(TEXTS).nth(1).evaluate(
        """box => { const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set;
        set.call(box, 'putain \\ud800 de bus \\u0000'); box.dispatchEvent(new Event('input', {bubbles: true})); }"""
    )
    page.locator(TEXTS).nth(1).focus()
    page.locator(TEXTS).nth(1).blur()
    settle(page)
    run(page)
    assert page.locator(".rf-quote mark").count() >= 1


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_page_fits_without_sideways_scrolling(page, width, lang):
    page.set_viewport_size({"width": width, "height": 740})
    if lang == "en":
        page.locator(".st-key-language button").click()
        page.wait_for_selector("text=See what a recruiter")
    assert page.evaluate("document.documentElement.lang") == lang
    page.locator(".st-key-demo_jordan button").click()
    page.wait_for_selector(".rf-areas")
    for place in (2, 1, 3, 4, 0):
        go(page, place)
        wide = page.evaluate(
            "Math.max(document.documentElement.scrollWidth - innerWidth,"
            " ...[...document.querySelectorAll('[data-testid=stMain]')].map(one => one.scrollWidth - one.clientWidth))"
        )
        assert wide <= 0, f"page {place}"


def test_erasing_empties_the_fields(page):
    page.locator(".st-key-demo_lina button").click()
    page.wait_for_selector(".rf-areas")
    go(page, 1)
    page.locator(".st-key-erase button").first.click()
    page.locator(".st-key-erase_now button").click()
    page.wait_for_selector("text=Il ne reste rien de toi ici")
    settle(page)
    assert "Brévaux" not in page.content()
    assert all(box.input_value() == "" for box in page.locator("textarea").all())


def test_text_and_ground_contrast_enough(page):
    """Every text of the page against the first opaque ground behind it: 4.5, or 3 for large text (WCAG AA)."""
    page.locator(".st-key-demo_enzo button").click()
    page.wait_for_selector(".rf-areas")
    for place in (2, 3, 1, 4, 0):
        go(page, place)
        for summary in page.locator("[data-testid=stHtml] summary").all()[:3]:
            summary.click()
        assert page.evaluate(_CONTRAST) == [], f"page {place}"


_CONTRAST = """() => {
  const numbers = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => { const f = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; return .2126 * f(r) + .7152 * f(g) + .0722 * f(b); };
  const bad = [];
  for (const one of document.querySelectorAll('h1, h2, h3, h4, p, li, dt, dd, span, summary, mark, code, label, a, button')) {
    const words = [...one.childNodes].filter(node => node.nodeType === 3 && node.textContent.trim());
    if (!words.length || !one.offsetParent || one.closest('[aria-hidden=true], :disabled, [data-testid=stSkeleton]')) continue;
    let ground = one, colour = [];
    for (; ground; ground = ground.parentElement) { colour = numbers(getComputedStyle(ground).backgroundColor); if (colour.length === 3 || colour[3] === 1) break; }
    const style = getComputedStyle(one), size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.7 && style.fontWeight >= 700);
    const [a, b] = [light(numbers(style.color)), light(colour.length ? colour : [255, 255, 255])].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < (large ? 3 : 4.5)) bad.push(one.tagName + '.' + one.className + ' ' + ((a + .05) / (b + .05)).toFixed(2));
  }
  return bad;
}"""
