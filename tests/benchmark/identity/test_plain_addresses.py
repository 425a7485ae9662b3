"""Plain addresses of more than 300 real-looking names of 15 origins: none is blamed, whatever the origin."""

import random
from collections import defaultdict
from pathlib import Path

from audit.checks.identity import judge_email, judge_handle, lists
from audit.checks.identity.names import parts_of
from audit.model import Owner

PROVIDERS = ("gmail.com", "outlook.fr", "laposte.net", "orange.fr", "hotmail.fr", "icloud.com", "wanadoo.fr", "proton.me")


def people():
    """(origin, Owner) for each name of names.txt."""
    for line in Path(__file__).with_name("names.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        origin, _, names = line.partition(": ")
        for name in names.split(", "):
            first, _, last = name.partition(" ")
            yield origin, Owner(first, last)


def plain_addresses(owner: Owner):
    """Twelve ordinary ways to write an address with one's name."""
    first, last = parts_of(owner.first_name), parts_of(owner.last_name)
    one, two = "".join(first), "".join(last)
    shapes = [
        f"{one}.{two}", f"{two}.{one}", f"{one}{two}", f"{two}{one}", f"{one}-{two}", f"{one}_{two}", f"{one[0]}.{two}", f"{one[0]}{two}",
        f"{two}.{one[0]}", f"{one}.{two}1", f"{'-'.join(first)}.{'-'.join(last)}", f"{one}.{two}.pro",
    ]  # fmt: skip
    return [f"{shape}@{PROVIDERS[index % len(PROVIDERS)]}" for index, shape in enumerate(shapes)]


def test_the_benchmark_is_large_enough():
    everybody = list(people())
    assert len({origin for origin, _ in everybody}) >= 12
    assert len(everybody) >= 300
    assert sum(len(plain_addresses(owner)) for _, owner in everybody) >= 1000


def test_no_plain_address_is_blamed_whatever_the_origin():
    blamed = defaultdict(list)
    for origin, owner in people():
        for address in plain_addresses(owner):
            judged = judge_email(address, owner)
            if judged.verdict != "good":
                blamed[origin].append((address, judged.reasons))
    assert dict(blamed) == {}


def test_a_real_name_is_good_on_a_professional_place():
    wrong = []
    for _, owner in people():
        for address in plain_addresses(owner)[:5]:
            judged = judge_handle(address.partition("@")[0], "linkedin", owner)
            if judged.verdict != "good":
                wrong.append((address, judged.reasons))
    assert wrong == []


def test_every_suggestion_is_itself_good():
    for _, owner in people():
        judged = judge_email("lapetitepatate2004@gmail.com", owner)
        assert 3 <= len(judged.suggestions) <= 5, owner.names
        for suggestion in judged.suggestions:
            assert judge_email(suggestion, owner).verdict == "good", suggestion


def surnames(count: int) -> list[str]:
    """`count` surnames of the public lists, always the same ones."""
    return random.Random(1).sample(sorted(name for name in lists.names("last") if name.isalpha() and len(name) > 1), count)


def test_no_surname_of_the_public_lists_is_blamed_with_its_owner():
    blamed = [name for name in surnames(1500) if judge_email(f"lea.{name}@gmail.com", Owner("Léa", name.title())).verdict != "good"]
    assert blamed == []


def test_hardly_a_surname_is_blamed_when_the_owner_is_not_known():
    blamed = [name for name in surnames(1500) if judge_email(f"lea.{name}@gmail.com").verdict == "unsuitable"]
    assert len(blamed) <= 3, blamed
