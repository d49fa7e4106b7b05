"""Names as they meet in the suburbs of Milan: a few very common, many rare ones, and those of ten other countries."""

import random
from itertools import accumulate
from typing import NamedTuple

COMMON = (
    "Rossi, Ferrari, Russo, Bianchi, Colombo, Romano, Ricci, Marino, Greco, Bruno, Gallo, Conti, De Luca, Costa, "
    "Giordano, Mancini, Rizzo, Lombardi, Moretti, Barbieri, Fontana, Santoro, Mariani, Rinaldi, Caruso, Ferrara, "
    "Galli, Martini, Leone, Longo, Gentile, Martinelli, Vitale, Lombardo, Serra, Coppola, De Santis, D'Angelo, "
    "Marchetti, Parisi, Villa, Conte, Ferri, Fabbri, Bianco, Marini, Grasso, Valentini, Messina, Sala, De "
    "Angelis, Gatti, Pellegrini, Palumbo, Sanna, Farina, Rizzi, Monti, Cattaneo, Morelli, Amato, Silvestri, "
    "Mazza, Testa, Grassi, Pellegrino, Carbone, Giuliani, Benedetti, Barone, Rossetti, Caputo, Montanari, Guerra, "
    "Palmieri, Bernardi, Fiore, De Rosa, Ferretti, Bellini, Basile, Riva, Donati, Piras, Vitali, Battaglia, "
    "Sartori, Neri, Costantini, Milani, Pagano, Ruggiero, Sorrentino, D'Amico, Orlando, Negri, Brambilla, "
    "Fumagalli, Crippa, Motta, Pozzi, Colli"
)
# Rare surnames: a beginning and an end. None of them meets a list of the first thousand by chance alone.
BEGINNINGS = (
    "Bacc Bald Bert Bon Borg Brus Cald Camp Cant Cas Cav Cer Chiar Cort Dald Fal Fav Fer Fil Form Frig Gab Gand Garb"
    " Ghid Giov Guar Lan Lav Lom Mac Magn Mang Mar Maz Mel Mez Mont Mor Nar Nov Oliv Pag Pal Pan Past Ped Pel Per Pic"
    " Pin Poz Quad Rab Rav Rem Rig Riv Rond Sacc Salv Sant Scar Segh Sor Spin Tass Ter Tog Tor Trev Vall Var Ven Zan"
)
ENDINGS = "aldi ani anti aroli aschi asi ato atti azzi elli eni eri esi etti inelli ini ino igo isi oli olin oni ossi otti ucci uti"

GIVEN_F = (
    "Giulia, Sofia, Aurora, Martina, Chiara, Sara, Elena, Francesca, Alice, Anna, Giorgia, Emma, Elisa, Laura, "
    "Valentina, Silvia, Federica, Paola, Simona, Monica, Roberta, Cristina, Barbara, Daniela, Stefania, Marta, "
    "Beatrice, Ginevra, Greta, Noemi, Rosa, Camilla, Gaia, Viola, Bianca, Irene, Arianna, Ilaria, Alessia, "
    "Michela"
)
GIVEN_M = (
    "Leonardo, Francesco, Alessandro, Lorenzo, Mattia, Andrea, Gabriele, Riccardo, Tommaso, Edoardo, Matteo, "
    "Giuseppe, Antonio, Federico, Giovanni, Marco, Luca, Davide, Simone, Stefano, Roberto, Paolo, Fabio, Massimo, "
    "Daniele, Salvatore, Vincenzo, Pietro, Diego, Filippo, Samuele, Nicolò, Giacomo, Enea, Elia, Emanuele, "
    "Michele, Carlo, Alberto, Claudio"
)
# country of the land registry, citizenship, languages, surnames, women's names, men's names, how many of a hundred
LANDS = (
    (
        "Z129",
        "ROU",
        "ro",
        "Popescu, Ionescu, Radu, Munteanu, Stan, Dumitru, Rusu, Ciobanu",
        "Andreea, Elena, Ioana, Mihaela, Cristina, Alina",
        "Andrei, Mihai, Alexandru, Ionut, Cosmin, Radu",
        22,
    ),
    (
        "Z100",
        "ALB",
        "sq",
        "Hoxha, Shehu, Dervishi, Kola, Gjoka, Prifti, Leka, Hysa",
        "Elira, Arta, Mirela, Besa, Drita, Ana",
        "Arben, Ilir, Erion, Genti, Klajdi, Altin",
        12,
    ),
    (
        "Z330",
        "MAR",
        "ar",
        "Haddad, El Amrani, Benali, El Idrissi, Alaoui, Tazi, Berrada, Chraibi",
        "Nadia, Fatima, Khadija, Salma, Amina, Hanane",
        "Youssef, Karim, Rachid, Omar, Hamza, Said",
        13,
    ),
    (
        "Z336",
        "EGY",
        "ar",
        "Hassan, Ibrahim, Mahmoud, Abdelrahman, Saleh, Mansour, Fathy, Gaber",
        "Mona, Heba, Nour, Aya, Mariam, Dina",
        "Ahmed, Mohamed, Mostafa, Khaled, Tarek, Amr",
        15,
    ),
    (
        "Z210",
        "CHN",
        "zh",
        "Hu, Chen, Zhang, Wang, Zhou, Lin, Xu, Wu",
        "Mei, Xin, Yan, Li, Jing, Fang",
        "Wei, Jun, Hao, Jie, Ming, Lei",
        7,
    ),
    (
        "Z249",
        "BGD",
        "bn",
        "Hossain, Rahman, Akter, Islam, Uddin, Miah, Chowdhury, Sarker",
        "Nasrin, Shirin, Farhana, Taslima, Rumana, Sadia",
        "Rafiq, Jahid, Kamal, Sohel, Imran, Nasir",
        5,
    ),
    (
        "Z343",
        "SEN",
        "wo",
        "Diop, Ndiaye, Fall, Sarr, Gueye, Mbaye, Faye, Sow",
        "Awa, Fatou, Aminata, Mariama, Khady, Ndeye",
        "Mamadou, Cheikh, Ousmane, Modou, Ibrahima, Abdou",
        5,
    ),
    (
        "Z611",
        "PER",
        "es",
        "Quispe, Flores, Mamani, Huaman, Rojas, Chavez, Vargas, Castillo",
        "Rosa, Maria, Luz, Carmen, Milagros, Pilar",
        "Jorge, Luis, Carlos, Jose, Miguel, Cesar",
        8,
    ),
    (
        "Z138",
        "UKR",
        "uk",
        "Kovalenko, Shevchenko, Bondarenko, Tkachenko, Melnyk, Kravchenko, Boyko, Lysenko",
        "Olena, Oksana, Natalia, Iryna, Svitlana, Halyna",
        "Oleksandr, Andriy, Serhiy, Mykola, Ivan, Petro",
        8,
    ),
    (
        "Z216",
        "PHL",
        "tl",
        "Santos, Reyes, Cruz, Bautista, Garcia, Ramos, Mendoza, Torres",
        "Marites, Jocelyn, Grace, Rowena, Liza, Cherry",
        "Jun, Rodel, Mark, Jayson, Ariel, Rommel",
        5,
    ),
)
BORN_HERE = ("F205", "F205", "F205", "H623", "A872", "G220", "H501", "F839", "L219", "G273")


class Land(NamedTuple):
    """Where somebody's family comes from, as far as names go."""

    birthplace: str
    citizenship: str
    language: str
    surnames: tuple[str, ...]
    weights: tuple[float, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]

    def surname(self, dice: random.Random) -> str:
        """A surname, the common ones more often."""
        return dice.choices(self.surnames, cum_weights=self.weights)[0]

    def given(self, dice: random.Random, sex: str) -> str:
        """A given name."""
        return dice.choice(self.women if sex == "F" else self.men)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


def _italy() -> Land:
    common = _words(COMMON)
    rare = tuple(start + end for start in BEGINNINGS.split() for end in ENDINGS.split())
    # The first name of the list belongs to one in a hundred and thirty; all the common ones together to four in ten.
    weights = [1 / (place + 32) for place in range(len(common))]
    shares = [0.4 * weight / sum(weights) for weight in weights] + [0.6 / len(rare)] * len(rare)
    return Land("", "ITA", "", (*common, *rare), tuple(accumulate(shares)), _words(GIVEN_F), _words(GIVEN_M))


def _land(
    birthplace: str, citizenship: str, language: str, surnames: str, women: str, men: str, _: int
) -> Land:
    names = _words(surnames)
    return Land(
        birthplace, citizenship, language, names, tuple(range(1, len(names) + 1)), _words(women), _words(men)
    )


ITALY = _italy()
OTHERS = tuple(_land(*land) for land in LANDS)
_MANY = tuple(accumulate(land[-1] for land in LANDS))


def some_land(dice: random.Random) -> Land:
    """Italy for seven families in ten."""
    return ITALY if dice.random() < 0.7 else dice.choices(OTHERS, cum_weights=_MANY)[0]
