"""Invented people of made rolls, and the ways to print them."""

from dataclasses import dataclass
from random import Random

from tests.tables.words import SURNAMES, councils
from tests.tables.words import people as known_people

# In no register of given names
RARE = ("Adaeze", "Bartosz", "Chidi", "Dilnoza", "Emrys", "Faiza", "Goran", "Ifeanyi", "Jovita")
FAMILY = (
    "Okonjo-Hale",
    "van der Marsh",
    "ap Rhisiart",
    "De Sallow",
    "St. Barr",
    "O'Tarn",
    "McQuill",
)
LETTERS = "ABCDEFGHJKLMNPRSTW"
UNKNOWN_COUNCILS = (
    "Hexmoor City Council",
    "Carrick Vale MBC",
    "South Wessby Borough Council",
    "Tarn Valley District Council",
    "North Brinsea Combined Authority",
)
OFFICES = (
    "Leader of the Council",
    "Portfolio Holder for Finance",
    "Cabinet Member for Highways, Waste and Flood Resilience",
    "Portfolio Holder for Children and Learning",
    "Cabinet Member for Adult Social Care",
    "Deputy Leader and Portfolio Holder for Housing, Growth and Regeneration",
    "Portfolio Holder for Public Health",
    "Cabinet Member for Economy and Skills",
    "Lead Member for Culture, Sport and the Coast",
)
JOBS = (
    "Chief Executive",
    "Head of Planning",
    "Monitoring Officer",
    "Director of Highways and Transport",
    "Committee Officer",
    "Chief Finance Officer (s151)",
)
HONOURS = (" OBE", " MBE", " JP")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody invented: given names, surname, letters for the given names, a woman's title."""

    given: str
    surname: str
    letters: str
    title: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}"

    @property
    def lettered(self) -> str:
        return f"{self.letters} {self.surname}"


def members(rng: Random, count: int) -> list[Member]:
    """People of different surnames; one in four has a given name of no register."""
    given = [name.split()[0] for name in known_people(rng, count)]
    surnames = rng.sample((*SURNAMES, *FAMILY), count)
    found = []
    for name, surname in zip(given, surnames, strict=True):
        stop, gap = rng.choice(((".", ""), (".", " "), ("", " ")))
        letters = gap.join(f"{each}{stop}" for each in rng.sample(LETTERS, rng.randint(1, 2)))
        found.append(
            Member(
                given=rng.choice(RARE) if rng.random() < 0.25 else name,
                surname=surname,
                letters=letters,
                title=rng.choice(("", "", "", "Mrs", "Miss", "Dr")),
            )
        )
    return found


def council(rng: Random) -> str:
    """The name of an authority, of the registers or invented."""
    if rng.random() < 0.4:
        return rng.choice(UNKNOWN_COUNCILS)
    return rng.choice([each.name for each in councils()])
