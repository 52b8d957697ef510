from dataclasses import dataclass

from pipelines.structures.once import PARTS_KEPT, once


@dataclass(frozen=True)
class Part:
    words: str


asked: list[object] = []


@once
def shouted(part: Part | list[str]) -> str:
    asked.append(part)
    return (part.words if isinstance(part, Part) else " ".join(part)).upper()


def test_the_same_part_is_read_once() -> None:
    asked.clear()
    part = Part("quay")

    assert (shouted(part), shouted(part), asked) == ("QUAY", "QUAY", [part])


def test_an_equal_part_of_another_paper_is_read_again() -> None:
    asked.clear()
    parts = [Part("quay"), Part("quay")]

    assert ([shouted(each) for each in parts], asked) == (["QUAY", "QUAY"], parts)


def test_a_list_may_have_changed() -> None:
    words = ["quay"]
    first = shouted(words)
    words.append("weir")

    assert (first, shouted(words)) == ("QUAY", "QUAY WEIR")


def test_only_the_last_parts_are_kept() -> None:
    parts = [Part(str(number)) for number in range(PARTS_KEPT + 1)]
    for each in parts:
        shouted(each)
    asked.clear()

    assert (shouted(parts[-1]), shouted(parts[0]), asked) == (f"{PARTS_KEPT}", "0", [parts[0]])
