"""A CV says how to reach the person: that is what it is for, and no detail that is too private."""

import pytest

from audit.model import Document
from audit.pipeline import audit_document


def found(text, kind, engine):
    audited = audit_document(Document(text, kind=kind, id="one"), engine)
    return {finding.rule for finding in audited.findings if finding.category == "personal_data" and finding.outcome != "set_aside"}


@pytest.mark.parametrize(
    "line", ["14000 Caen • 06 39 98 31 21", "sabrina.meziane@example.fr", "Villeurbanne (69) • 06 39 98 31 01 • s.meziane@example.fr"]
)
def test_the_contacts_of_a_cv_are_no_finding(line, engine):
    assert found(line, "cv", engine) == set()


def test_a_number_in_a_post_and_a_social_security_number_on_a_cv_still_are(engine):
    assert "any.personal_data.phone" in found("appelle-moi au 06 39 98 31 21", "post", engine)
    assert found("N° de sécurité sociale : 1 03 05 99 456 078 39", "cv", engine)
