from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import delete, update
from store_cases import flag, keys, saved, verdicts

from reportlint.store import Store, StoreError, open_store
from reportlint.store.decisions import decide, history, undo
from reportlint.store.documents import document_of
from reportlint.store.model import Verdict
from reportlint.store.tables import decisions

MANY = 1000


def test_a_verdict_keeps_who_when_and_why(store: Store) -> None:
    id = saved(store, [flag("99%")])
    (key,) = keys(store, id)
    decide(store, id, [key], Verdict.EXPLAINED, "口径为调整预算", "王审核")
    (found,) = history(store, id, key)
    assert (found.verdict, found.reason, found.who) == ("explained", "口径为调整预算", "王审核")
    assert found.at.endswith("Z")


def test_the_last_word_counts_and_the_earlier_ones_stay(store: Store) -> None:
    id = saved(store, [flag("99%")])
    (key,) = keys(store, id)
    for verdict in (Verdict.CONFIRMED, Verdict.DISMISSED, Verdict.OPEN):
        decide(store, id, [key], verdict, "", "甲")
    assert verdicts(store, id) == ["open"]
    assert [d.verdict for d in history(store, id, key)] == ["confirmed", "dismissed", "open"]


def test_undo_takes_back_one_action_after_the_other(store: Store) -> None:
    id = saved(store, [flag("1%"), flag("2%")])
    first, second = keys(store, id)
    decide(store, id, [first], Verdict.CONFIRMED, "属实", "甲")
    decide(store, id, [first, second], Verdict.DISMISSED, "", "甲")
    assert len(undo(store, id, "甲")) == 2
    assert verdicts(store, id) == ["confirmed", "open"]
    assert history(store, id, first)[-1].reason == "属实"
    assert len(undo(store, id, "甲")) == 1
    assert verdicts(store, id) == ["open", "open"]
    assert len(undo(store, id, "甲")) == 0


def test_after_an_undo_one_can_decide_and_undo_again(store: Store) -> None:
    id = saved(store, [flag("1%")])
    decide(store, id, keys(store, id), Verdict.CONFIRMED, "", "甲")
    undo(store, id, "甲")
    decide(store, id, keys(store, id), Verdict.DISMISSED, "", "甲")
    assert len(undo(store, id, "甲")) == 1
    assert verdicts(store, id) == ["open"]


def test_nobody_undoes_what_another_said(store: Store) -> None:
    id = saved(store, [flag("1%"), flag("2%")])
    decide(store, id, keys(store, id), Verdict.CONFIRMED, "", "甲")
    decide(store, id, keys(store, id)[:1], Verdict.DISMISSED, "", "乙")
    assert len(undo(store, id, "甲")) == 1
    assert verdicts(store, id) == ["dismissed", "open"]


def test_weights_follow_every_verdict(store: Store) -> None:
    id = saved(store, [flag("1%"), flag("2%", severity="warning")])

    def weight() -> tuple[int, int]:
        document = document_of(store, id)
        assert document is not None
        return document.open_flags, document.open_weight

    decide(store, id, keys(store, id), Verdict.CONFIRMED, "", "甲")
    assert weight() == (0, 0)
    decide(store, id, keys(store, id)[:1], Verdict.DISMISSED, "", "甲")
    assert weight() == (0, 0)
    undo(store, id, "甲")
    undo(store, id, "甲")
    assert weight() == (2, 110)


def test_a_bulk_verdict_on_many_flags_is_one_action(store: Store) -> None:
    id = saved(store, [flag(f"{n}%") for n in range(MANY)])
    decide(store, id, keys(store, id), Verdict.DISMISSED, "模板造成", "甲")
    assert set(verdicts(store, id)) == {"dismissed"}
    assert len(undo(store, id, "甲")) == MANY
    assert set(verdicts(store, id)) == {"open"}


@pytest.mark.parametrize("statement", [delete(decisions), update(decisions).values(reason="x")])
def test_decisions_can_only_be_added(store: Store, statement: object) -> None:
    id = saved(store, [flag("1%")])
    decide(store, id, keys(store, id), Verdict.CONFIRMED, "", "甲")
    with pytest.raises(StoreError, match="only added"), store.writing() as connection:
        connection.execute(statement)  # type: ignore[call-overload]
    assert verdicts(store, id) == ["confirmed"]


CHILD = """
import sys
from reportlint.store import open_store
from reportlint.store.decisions import decide
from reportlint.store.flags import flags_of
from reportlint.store.model import Verdict
store = open_store(sys.argv[1])
for found in flags_of(store, int(sys.argv[2])):
    decide(store, int(sys.argv[2]), [found.key], Verdict.CONFIRMED, "", "甲")
    print(found.number, flush=True)
"""


def test_a_killed_process_loses_no_decision_it_acknowledged(address: str) -> None:
    store = open_store(address)
    id = saved(store, [flag(f"{n}%") for n in range(MANY)])
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, address, str(id)], stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    acknowledged = [child.stdout.readline() for _ in range(MANY // 2)]
    child.send_signal(signal.SIGKILL)
    acknowledged += child.stdout.readlines()
    child.wait()
    child.stdout.close()
    store.close()
    kept = open_store(address)
    number = len([line for line in acknowledged if line.endswith(b"\n")])
    assert MANY // 2 <= number < MANY
    said = verdicts(kept, id)
    assert said[:number] == ["confirmed"] * number
    assert said.count("confirmed") <= number + 1
    document = document_of(kept, id)
    assert document is not None
    assert document.open_flags == said.count("open")
    kept.close()


def test_two_stores_on_one_file_see_each_other(address: str) -> None:
    one, other = open_store(address), open_store(address)
    id = saved(one, [flag("1%"), flag("2%")])
    decide(other, id, keys(other, id)[:1], Verdict.CONFIRMED, "", "乙")
    decide(one, id, keys(one, id)[1:], Verdict.DISMISSED, "", "甲")
    assert verdicts(other, id) == ["confirmed", "dismissed"]
    one.close()
    other.close()


def test_the_file_is_where_it_was_asked_for(tmp_path: Path) -> None:
    open_store(str(tmp_path / "库.sqlite")).close()
    assert (tmp_path / "库.sqlite").exists()
