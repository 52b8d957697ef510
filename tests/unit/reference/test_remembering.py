from dataclasses import dataclass, field

from pipelines.reference.remembering import remembered


@dataclass(frozen=True)
class Lexicon:
    words: dict[str, int]
    asked: list[str] = field(default_factory=list)

    @remembered
    def value(self, word: str) -> int | None:
        self.asked.append(word)
        return self.words.get(word)


def test_a_question_is_answered_once() -> None:
    lexicon = Lexicon({"one": 1})

    assert [lexicon.value(word) for word in ("one", "two", "one", "two")] == [1, None, 1, None]
    assert lexicon.asked == ["one", "two"]


def test_two_registers_have_answers_of_their_own() -> None:
    assert (Lexicon({"one": 1}).value("one"), Lexicon({"one": 11}).value("one")) == (1, 11)
