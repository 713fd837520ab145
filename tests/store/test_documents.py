from __future__ import annotations

from dataclasses import replace

from store_cases import CONFIG, flag, keys, result, saved, verdicts

from reportlint.config import Config
from reportlint.store import Store
from reportlint.store.decisions import decide
from reportlint.store.documents import (
    config_digest,
    count_documents,
    document_of,
    done_before,
    finish_run,
    is_done,
    queue,
    save,
    start_run,
)
from reportlint.store.flags import choices, count_flags, flags_of, rule_records, tally
from reportlint.store.model import Filter, Key, Verdict
from reportlint.store.results import result_of


def test_a_result_comes_back_as_it_went_in(store: Store) -> None:
    before = result([flag("99%"), flag("98%", "TXT409", "warning")])
    id = save(store, "/x", before, CONFIG)
    document = document_of(store, id)
    assert document is not None
    flags = [flags_of(store, id, lang=lang) for lang in ("zh", "en")]
    assert result_of(document, *flags) == before


def test_a_changed_file_takes_the_place_of_the_old_one(store: Store) -> None:
    first = save(store, "/x", result([flag("99%"), flag("98%")]), CONFIG)
    second = save(store, "/x", result([flag("97%")], sha256="b" * 64), CONFIG)
    assert first == second
    assert count_flags(store, first) == 1


def test_equal_files_at_two_places_are_two_documents(store: Store) -> None:
    save(store, "/x", result([flag("99%")]), CONFIG)
    save(store, "/y", result([flag("99%")]), CONFIG)
    assert count_documents(store) == 2


def test_a_check_is_done_for_content_version_and_settings(store: Store) -> None:
    save(store, "/x", result([]), CONFIG)
    assert is_done(store, "/x", "a" * 64, CONFIG)
    assert is_done(store, "/x", "a" * 64, Config(jobs=3, lang="en"))
    assert not is_done(store, "/x", "b" * 64, CONFIG)
    assert not is_done(store, "/x", "a" * 64, Config(ignore=("TXT",)))
    assert not is_done(store, "/y", "a" * 64, CONFIG)
    assert done_before(store, CONFIG) == {"/x": "a" * 64}
    assert done_before(store, Config(ignore=("TXT",))) == {}


def test_runs_are_kept(store: Store) -> None:
    run = start_run(store, "报告/", CONFIG)
    save(store, "/x", result([]), CONFIG, run)
    finish_run(store, run)
    assert start_run(store, "报告/", CONFIG) == run + 1


def test_the_queue_begins_with_the_heaviest_open_flags(store: Store) -> None:
    light = saved(store, [flag("1%", severity="info")] * 3, "轻.docx")
    heavy = saved(store, [flag("1%")], "重.docx")
    assert [document.id for document in queue(store)] == [heavy, light]
    decide(store, heavy, keys(store, heavy), Verdict.CONFIRMED, "", "甲")
    found = queue(store)
    assert [(d.id, d.open_flags, d.open_weight) for d in found] == [(light, 3, 3), (heavy, 0, 0)]


def test_the_queue_can_be_searched_and_paged(store: Store) -> None:
    for name in ("a_1.docx", "ab1.docx", "100%.docx"):
        saved(store, [], name)
    assert [d.path for d in queue(store, "a_")] == ["a_1.docx"]
    assert [d.path for d in queue(store, "%")] == ["100%.docx"]
    assert len(queue(store, "某局", offset=1, limit=1)) == 1
    assert count_documents(store, "没有") == 0


def test_a_recheck_keeps_what_was_decided(store: Store) -> None:
    id = saved(store, [flag("99%"), flag("98%")])
    decide(store, id, keys(store, id)[:1], Verdict.DISMISSED, "口径不同", "甲")
    saved(store, [flag("97%"), flag("99%")])
    found = flags_of(store, id)
    assert [f.verdict for f in found] == [Verdict.OPEN, Verdict.DISMISSED]
    document = document_of(store, id)
    assert document is not None
    assert (document.open_flags, document.open_weight) == (1, 100)


def test_equal_fingerprints_are_told_apart(store: Store) -> None:
    id = saved(store, [flag("99%"), flag("99%")])
    first, second = keys(store, id)
    assert (first.occurrence, second.occurrence) == (0, 1)
    decide(store, id, [second], Verdict.CONFIRMED, "", "甲")
    assert verdicts(store, id) == ["open", "confirmed"]


def test_flags_are_chosen_and_paged(store: Store) -> None:
    flags = [
        flag(f"{n}%", "TXT409" if n % 2 else "NUM103", section=f"第{n % 3}节") for n in range(9)
    ]
    id = saved(store, flags)
    assert [f.number for f in flags_of(store, id, offset=2, limit=3)] == [3, 4, 5]
    assert count_flags(store, id, Filter(family="TXT")) == 4
    assert count_flags(store, id, Filter(section="第0节")) == 3
    assert count_flags(store, id, Filter(severities=frozenset({"info"}))) == 0
    decide(store, id, keys(store, id)[:2], Verdict.CONFIRMED, "", "甲")
    assert count_flags(store, id, Filter(verdict=Verdict.OPEN)) == 7
    assert choices(store, id) == (["NUM", "TXT"], ["第0节", "第1节", "第2节"])
    assert tally(store, id) == {"error": 9, "open": 7, "confirmed": 2}


def test_the_dismiss_rate_of_a_rule_counts_all_documents(store: Store) -> None:
    for name in ("甲.docx", "乙.docx"):
        id = saved(store, [flag("1%"), flag("2%"), flag("3%", "TXT409")], name)
        decide(store, id, keys(store, id)[:1], Verdict.DISMISSED, "", "甲")
    records = {record.code: record for record in rule_records(store)}
    assert (records["NUM103"].flags, records["NUM103"].dismissed) == (4, 2)
    assert records["TXT409"].decided == 0


def test_the_answer_of_the_author_stands_beside_the_flag(store: Store) -> None:
    id = saved(store, [replace(flag("99%"), suppressed="已与单位核对")])
    (found,) = flags_of(store, id)
    assert (found.answer, found.verdict) == ("已与单位核对", Verdict.OPEN)
    assert found.data["suppressed"] is None


def test_settings_are_named_by_what_results_depend_on() -> None:
    assert config_digest(Config()) == config_digest(Config(fail_on="never"))
    assert config_digest(Config()) != config_digest(Config(select=("NUM",)))


def test_keys_that_no_flag_has_are_passed_over(store: Store) -> None:
    id = saved(store, [flag("99%")])
    decide(store, id, [Key("0" * 16, 0)], Verdict.CONFIRMED, "", "甲")
    assert verdicts(store, id) == ["open"]
