"""What a number in an address tells: a birth year, a département, or nothing but digits."""

from __future__ import annotations

_DEPARTMENTS = frozenset([f"{n:02d}" for n in range(1, 96)] + ["971", "972", "973", "974", "976", "975", "987", "988", "2a", "2b"])
FIRST_YEAR, LAST_YEAR = 1940, 2015


def is_year(digits: str) -> bool:
    """Whether four digits can be the year of birth of somebody who looks for work."""
    return len(digits) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR


def _is_date(digits: str) -> bool:
    if len(digits) not in (4, 6, 8):
        return False
    day, month = int(digits[:2]), int(digits[2:4])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return False
    if len(digits) == 8:
        return is_year(digits[4:])
    return len(digits) != 6 or int(digits[4:]) <= 15 or int(digits[4:]) >= 40


def read(digits: str) -> tuple[str, ...]:
    """The reason codes a run of digits may carry, the likeliest first; empty when it says nothing.

    Two digits are read both ways when both are possible (01, 75, 95): the person is told what others may read.
    """
    size = len(digits)
    if size == 1:
        return ()
    if size == 2:
        return _two(digits)
    if is_year(digits):
        return ("birth_year",)
    if size == 3:
        return ("department",) if digits in _DEPARTMENTS else ()
    if size in (6, 8) and _is_date(digits):
        return ("birth_year",)
    if size == 5 and (digits[:2] in _DEPARTMENTS) and digits.endswith("0"):
        return ("department", "random_digits")
    if size == 4 and _is_date(digits) and digits[0] in "0123":
        return ("birth_year", "random_digits")
    return ("random_digits",)


def _two(digits: str) -> tuple[str, ...]:
    """01 to 12 may be a year of birth or a département, 96 to 99 only a year; from 80 to 95 most people read the département."""
    value, department = int(digits), digits in _DEPARTMENTS
    if value <= 12:
        return ("birth_year", "department") if department else ("birth_year",)
    if value >= 80:
        return ("department", "birth_year") if department else ("birth_year",)
    return ("department",) if department else ()
