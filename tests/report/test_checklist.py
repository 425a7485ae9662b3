"""One action settles all findings of a rule, or all those of one address."""

from audit.report.checklist import steps
from tests.render.invented import CATEGORIES, FOUND, make_report


def test_all_findings_of_an_address_are_one_step():
    report = make_report((*FOUND, ("any.email.nickname", "email1", "loute93", "flag")))
    (address,) = [step for step in report.steps if step.kind == "address"]
    assert address.document == "email1" and len(address.findings) == 2


def test_private_life_and_distress_give_no_step():
    assert not {"fr.sensitive.union", "fr.distress.alone"} & {step.rule for step in make_report().steps}


def test_steps_keep_the_order_of_the_report():
    report = make_report()
    firsts = [step.findings[0] for step in report.steps]
    order = [finding.key for finding in report.findings]
    assert [order.index(key) for key in firsts] == sorted(order.index(key) for key in firsts)


def test_a_harmless_handle_needs_no_step():
    assert not [step for step in make_report().steps if step.kind == "handle"]


def test_a_weak_address_without_a_finding_still_needs_a_step():
    report = make_report(())
    assert [step.kind for step in report.steps] == ["address"]
    assert steps(report.documents, (), (), CATEGORIES) == []
