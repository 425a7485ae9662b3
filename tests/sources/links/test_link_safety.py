"""No address, however it is written, opens a socket to a forbidden place. Vectors: our research notes (sources named in the file)."""

import ipaddress
import json
import random

import pytest

from audit.sources.links.network import Policy, get
from audit.sources.links.policy import Refused, check_url, is_public
from audit.sources.links.watch import Unreachable
from tests.sources.links.places import DATA, Internet


def vectors():
    for line in (DATA / "ssrf_vectors.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, verdict, layer, category, url, *_ = line.split("\t")
            yield pytest.param(verdict, layer, json.loads(url), id=f"{name}-{category}")


def visit(url, internet):
    """ "answer", or the code of what stopped it."""
    try:
        get(url, Policy(internet.look_up, internet.connect, deadline=5))
        return "answer"
    except (Refused, Unreachable) as error:
        return error.code


def forbidden(address):
    """Written anew for the test, from Python's own tables: not the code under test."""
    number = ipaddress.ip_address(address)
    extra = {"168.63.129.16", "192.0.0.192", "192.80.8.124"}
    return (
        not number.is_global
        or number.is_multicast
        or str(number) in extra
        or (number.version == 6 and number not in ipaddress.ip_network("2000::/3"))
    )


@pytest.mark.parametrize(("verdict", "layer", "url"), vectors())
def test_every_vector_gets_its_verdict(verdict, layer, url):
    internet = Internet()
    end = visit(url, internet)
    assert not [address for address, _ in internet.opened if forbidden(address)]
    assert not [port for _, port in internet.opened if port not in (80, 443)]
    assert len(internet.asked) <= 6  # one look-up a hop
    if verdict == "allow":
        assert internet.opened and end in ("answer", "no_connection")
    elif verdict == "block" and layer == "url":
        assert not internet.asked and not internet.opened and end != "answer"
    elif verdict in ("block", "block-policy"):
        assert end != "answer"
        assert layer == "redirect" or not internet.opened


def test_the_verdicts_of_the_file_are_all_of_known_kinds():
    kinds = {param.values[0] for param in vectors()}
    assert kinds <= {"block", "pin", "block-policy", "allow", "allow-or-dnserror"} and len(list(vectors())) > 300


SECRET = ["127.0.0.1", "127.1.2.3", "10.0.0.1", "10.255.255.254", "172.16.0.1", "172.31.9.9", "192.168.0.1", "192.168.1.254", "169.254.169.254", "169.254.170.2", "100.64.0.1", "100.100.100.200",
          "0.0.0.0", "192.0.0.192", "198.18.0.1", "203.0.113.7", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16", "192.0.2.1", "198.51.100.9", "::1", "::", "fe80::1", "fd00::1",
          "fec0::1", "ff02::1", "2001:db8::1", "64:ff9b::a9fe:a9fe"]  # fmt: skip
CIRCLED = {str(number): chr(0x245F + number) if number else "\u24ea" for number in range(10)}
WIDE = {str(number): chr(0xFF10 + number) for number in range(10)}
BOLD = {str(number): chr(0x1D7CE + number) for number in range(10)}
ARABIC = {str(number): chr(0x660 + number) for number in range(10)}
DOTS = [".", "。", "．", "｡"]


def number_text(chance, value, wide=True):
    text = chance.choice(
        [
            str(value),
            hex(value),
            "0" + oct(value)[2:],
            "0x" + "0" * chance.randrange(6) + hex(value)[2:],
            "0" * chance.randrange(4) + oct(value)[2:],
            hex(value).upper(),
            str(value + 256 * chance.randrange(3)),
        ]
    )
    return text if wide else str(value)


def disguise(chance, address):
    """One way to write an address that some system, somewhere, would read as that address."""
    number = ipaddress.ip_address(address)
    if number.version == 4:
        parts = [int(part) for part in address.split(".")]
        whole = int(number)
        way = chance.randrange(9)
        if way == 0:
            host = ".".join(number_text(chance, part) for part in parts)
        elif way == 1:
            host = number_text(chance, whole)
        elif way == 2:
            host = f"{number_text(chance, parts[0])}.{number_text(chance, whole & 0xFFFFFF)}"
        elif way == 3:
            host = f"{number_text(chance, parts[0])}.{number_text(chance, parts[1])}.{number_text(chance, whole & 0xFFFF)}"
        elif way == 4:
            digits = chance.choice([CIRCLED, WIDE, BOLD, ARABIC])
            host = "".join(digits.get(sign, sign) if chance.random() < 0.8 else sign for sign in address).replace(".", chance.choice(DOTS))
        elif way == 5:
            number6 = ipaddress.ip_address(
                chance.choice([0xFFFF << 32, 0, 0xFFFF << 48, 0x64FF9B << 96, 0x64FF9B0001 << 80, 0x2002 << 112 >> 0])
                | (whole if True else 0)
            )
            host = f"[{chance.choice([number6.exploded, number6.compressed])}]"
        elif way == 6:
            host = f"[::{chance.choice(['', 'ffff:', 'ffff:0:'])}{address}]"
        elif way == 7:
            host = "".join(f"%{ord(sign):02x}" if chance.random() < 0.5 else sign for sign in address)
        else:
            host = address + chance.choice([".", "。", "\u200b", "\u00ad", "%00", "%0a", "\t", "%2e"])
    else:
        host = (
            f"[{chance.choice([number.exploded, number.compressed, number.exploded.upper()])}{chance.choice(['', '', '%25eth0', '%eth0'])}]"
        )
    around = chance.choice(
        [
            "{}",
            "{}",
            "{}",
            "lea@{}",
            "example.com@{}",
            "lea:pw@{}",
            "example.com%40{}",
            "{}:80",
            "{}:443",
            "{}:8080",
            "{}#@example.com",
            "{}?@example.com",
            "\\\\{}",
            "{}\\@example.com",
            "{};example.com",
            "{}%20.example.com",
            "{},example.com",
        ]
    )
    scheme = chance.choice(
        ["http://", "https://", "HTTP://", "http:", "http:/", "http:///", "//", "", "\thttp://", "http:\\\\", " http://"]
    )
    return scheme + around.replace("{}", host) + chance.choice(["", "/", "/latest/meta-data/", "?x=1", "#"])


def test_ten_thousand_disguised_forbidden_addresses_open_nothing():
    chance = random.Random(20261122)
    internet = Internet()
    for number in range(10_000):
        url = disguise(chance, SECRET[number % len(SECRET)])
        try:
            target = check_url(url)
        except Refused:
            continue
        assert not target.host.replace(".", "").isdigit() or not forbidden(target.host), url
        visit(url, internet)
    assert not [address for address, _ in internet.opened if forbidden(address)]
    assert not [name for name in internet.asked if name in SECRET]


def test_an_address_is_public_exactly_where_the_registries_say_so():
    for first, outside in [("10.0.0.0", "9.255.255.255"), ("100.64.0.0", "100.63.255.255"), ("127.0.0.0", "126.255.255.255"), ("169.254.0.0", "169.253.255.255"), ("172.16.0.0", "172.15.255.255"),
                           ("192.168.0.0", "192.167.255.255"), ("198.18.0.0", "198.17.255.255"), ("224.0.0.0", "223.255.255.255"), ("fd00::", "2606:4700::1"), ("2001:db8::", "2001:db9::")]:  # fmt: skip
        assert not is_public(first) and is_public(outside)


def test_each_answer_of_a_name_must_be_public():
    internet = Internet()
    assert visit("http://mixed-public-then-loopback.example.com/", internet) == "not_public" and not internet.opened


def test_a_name_that_changes_its_answer_is_asked_once():
    internet = Internet()
    assert visit("http://rebind-ttl0.example.com/", internet) == "answer"
    assert internet.asked == ["rebind-ttl0.example.com"] and internet.opened == [("93.184.215.14", 80)]


def test_no_refusal_repeats_the_address():
    for url in ("http://10.0.0.1/secret-lea", "http://lea:secret-lea@example.com/", "gopher://secret-lea"):
        with pytest.raises(Refused) as caught:
            check_url(url)
        assert "secret" not in str(caught.value) and "10.0" not in str(caught.value)


def test_only_one_file_of_the_project_opens_the_network():
    from pathlib import Path

    root = Path(__file__).parents[3] / "audit"
    openers = [
        file.relative_to(root).as_posix()
        for file in root.rglob("*.py")
        if any(
            line.split("#")[0]
            .strip()
            .startswith(
                (
                    "import requests",
                    "import socket",
                    "from requests",
                    "from socket",
                    "import urllib3",
                    "from urllib3",
                    "import httpx",
                    "from urllib.request",
                    "import urllib.request",
                    "import http.client",
                    "import aiohttp",
                )
            )
            for line in file.read_text(encoding="utf-8").splitlines()
        )
    ]
    assert openers == ["sources/links/network.py"]
