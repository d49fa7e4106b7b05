"""The twenty-eight other families of the district: who and where is written here, the rest is thrown with seeded dice."""

from typing import NamedTuple

ROZZANO, OPERA, BINASCO, PIEVE, LOCATE = "015189", "015159", "015024", "015173", "015125"
BASIGLIO, CASARILE, LACCHIARELLA, NOVIGLIO, VERNATE, ZIBIDO = (
    "015015", "015055", "015115", "015158", "015236", "015247",
)  # fmt: skip


class Line(NamedTuple):
    """One family. `quiet`: for how many days nothing has been written of them; `hat` answers for them."""

    name: str
    land: str
    place: str
    team: str
    stage: str
    hat: str
    children: tuple[int, ...]
    opened: int
    quiet: int
    begins: str = "own_request"


N, E, S = "equipe_nord", "equipe_est", "equipe_sud"
IN, FIRST, NOT, NONE = "in_charge", "preliminary_analysis", "not_taken", ""
# A child of age -1 is expected.
# Whoever has been with us for years began before the year that `test_observatory_counted` tells anew.
LINES = (
    Line("Rossetti Lima", "br", ROZZANO, N, IN, "educatrice", (4, 6), 160, 32),
    Line("Quispe", "pe", ROZZANO, N, IN, "educatrice", (1,), 96, 7),
    Line("Hoxha", "al", ROZZANO, N, IN, "assistente", (9, 12), 205, 31, "signal"),
    Line("El Amrani", "ma", ROZZANO, N, IN, "awa", (5, 8, 10), 231, 2),
    Line("Cattaneo", "it", ZIBIDO, N, IN, "psicologa", (14, 16), 118, 34, "other_service"),
    Line("Gatti", "it", ROZZANO, N, NOT, "assistente", (10,), 75, 40),
    Line("Pellegrini", "it", BASIGLIO, N, IN, "educatrice", (3,), 64, 8),
    Line("Sala", "it", NOVIGLIO, N, IN, "assistente", (13,), 143, 11, "signal"),
    Line("Novak", "ua", ZIBIDO, N, NOT, "coordinatrice", (6,), 110, 70),
    Line("Ionescu", "ro", ROZZANO, "sportello_rozzano", NONE, "assistente", (2,), 9, 9),
    Line("Okafor", "ng", OPERA, E, IN, "awa", (2, 5), 174, 16),
    Line("Bassi", "it", PIEVE, E, IN, "davide", (13,), 188, 35, "signal"),
    Line("Diallo", "sn", OPERA, E, FIRST, "lucia", (-1, 7), 9, 6),
    Line("Bianchi Serra", "it", OPERA, E, IN, "lucia", (6,), 131, 32),
    Line("Ferri", "it", PIEVE, E, IN, "davide", (2,), 87, 10),
    Line("Mansour", "eg", PIEVE, E, FIRST, "lucia", (3, 4), 4, 3, "signal"),
    Line("Hossain", "bd", LOCATE, E, IN, "davide", (7, 9), 152, 14),
    Line("Rinaldini", "it", LOCATE, E, NOT, "lucia", (15,), 66, 30, "signal"),
    Line("Sarr", "sn", PIEVE, "sportello_opera", NONE, "lucia", (8,), 12, 12),
    Line("Brambati", "it", LACCHIARELLA, S, IN, "tommaso", (0, 3), 139, 9),
    Line("Zhou", "cn", BINASCO, S, IN, "sara", (6,), 122, 13),
    Line("Popescu", "ro", CASARILE, S, FIRST, "tommaso", (5, 11), 17, 12, "other_service"),
    Line("Galimberti", "it", BINASCO, S, IN, "sara", (12, 14), 197, 33, "signal"),
    Line("Kumar", "in", LACCHIARELLA, S, IN, "sara", (4,), 79, 5),
    Line("Vernocchi", "it", VERNATE, S, IN, "tommaso", (16,), 1150, 21, "court"),
    Line("Kovalenko", "ua", CASARILE, S, NOT, "tommaso", (9,), 58, 20),
    Line("Guarneri", "it", LACCHIARELLA, S, FIRST, "tommaso", (1, 8), 2, 1),
    Line("Fontanella", "it", BASIGLIO, "sportello_rete", NONE, "coordinatrice", (-1,), 6, 6),
)


class Land(NamedTuple):
    """Names as they meet here, the country's code in fiscal codes, the language at home."""

    birthplace: str
    citizenship: str
    language: str
    women: str
    men: str


LANDS = {
    "it": Land(
        "F205",
        "IT",
        "it",
        "Silvia Roberta Gaia Viola Noemi Cristina Bianca",
        "Fabio Pietro Enea Stefano Riccardo Elia",
    ),
    "al": Land("Z100", "AL", "sq", "Drita Mirela Era Ana", "Ilir Altin Klajdi Erion"),
    "bd": Land("Z249", "BD", "bn", "Nasrin Shirin Rumana Sadia", "Rafiq Sohel Imran Nasir"),
    "br": Land("Z602", "BR", "pt", "Joana Livia Beatriz Clara", "Rafael Caio Tiago Davi"),
    "cn": Land("Z210", "CN", "zh", "Mei Xin Yan Jing", "Wei Jun Hao Ming"),
    "eg": Land("Z336", "EG", "ar", "Mona Heba Nour Aya", "Tarek Amr Khaled Omar"),
    "in": Land("Z222", "IN", "pa", "Simran Jasleen Meera Asha", "Arjun Dev Gurpreet Ravi"),
    "ma": Land("Z330", "MA", "ar", "Khadija Salma Amina Hanane", "Youssef Rachid Hamza Said"),
    "ng": Land("Z335", "NG", "en", "Blessing Joy Esther Ngozi", "Daniel Emeka Samuel Chidi"),
    "pe": Land("Z611", "PE", "es", "Milagros Pilar Carmen Sol", "Luis Jorge Diego Cesar"),
    "ro": Land("Z129", "RO", "ro", "Ioana Mihaela Alina Cristina", "Andrei Cosmin Ionut Radu"),
    "sn": Land("Z343", "SN", "wo", "Khady Mariama Ndeye Adama", "Cheikh Modou Ibrahima Ousmane"),
    "ua": Land("Z138", "UA", "uk", "Olena Iryna Oksana Halyna", "Serhiy Ivan Andriy Petro"),
}
