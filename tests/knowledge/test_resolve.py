"""Who is meant, by name and date: the hard cases, each an example."""

from __future__ import annotations

import pytest

from memcon.errors import DataError
from memcon.knowledge import Knowledge, Resolution


def name_of(found: Resolution) -> str | None:
    return found.person.name if found.person else None


@pytest.mark.parametrize(
    ("name", "title", "country", "on", "expected"),
    [
        # full names decide by themselves, in either order and any spelling
        ("Wang Yi", None, None, "2023-06-19", "Wang Yi"),
        ("Wang Wentao", None, None, "2023-06-19", "Wang Wentao"),
        ("Wang Qishan", None, None, "2020-06-19", "Wang Qishan"),
        ("Wang Wenbin", None, None, "2023-06-19", "Wang Wenbin"),
        ("Li Keqiang", None, None, "2014-06-19", "Li Keqiang"),
        ("Li Qiang", None, None, "2023-06-19", "Li Qiang"),
        ("Shinzo Abe", None, None, "2018-01-01", "Shinzo Abe"),
        ("Abe Shinzo", None, None, "2018-01-01", "Shinzo Abe"),
        ("Orbán Viktor", None, None, "2018-01-01", "Viktor Orban"),
        ("Viktor Orban", None, None, "2018-01-01", "Viktor Orban"),
        ("Yoon Suk Yeol", None, None, "2023-01-01", "Yoon Suk-yeol"),
        ("Yoon Suk-yeol", None, None, "2023-01-01", "Yoon Suk-yeol"),
        ("Recep Tayyip Erdoğan", None, None, "2018-01-01", "Recep Tayyip Erdogan"),
        ("Tayyip Erdogan", None, None, "2018-01-01", "Recep Tayyip Erdogan"),
        ("Muammar Qaddafi", None, None, "2005-01-01", "Muammar Gaddafi"),
        ("Nouri al-Maliki", None, None, "2012-01-01", "Nouri al-Maliki"),
        ("Staffan de Mistura", None, None, "2016-01-01", "Staffan de Mistura"),
        ("Mohammed bin Salman", None, None, "2019-01-01", "Mohammed bin Salman"),
        ("Mohamed bin Zayed", None, None, "2023-01-01", "Mohamed bin Zayed Al Nahyan"),
        ("António Guterres", None, None, "2018-01-01", "António Guterres"),
        ("Francisco Guterres", None, None, "2018-01-01", "Francisco Guterres"),
        ("Abdel Fattah Al-Sisi", None, None, "2023-01-01", "Abdel Fattah el-Sisi"),
        ("Robert Carr", None, None, "2013-01-01", "Bob Carr"),
        ("Muhammad Morsi", None, None, "2013-01-01", "Mohamed Morsi"),
        ("Prince Saud al-Faisal", "Foreign Minister", "SAU", "2013-01-01", "Saud al-Faisal"),
        ("Alejandro Giammattei Falla", None, "GTM", "2021-03-04", "Alejandro Giammattei"),
        ("Francois Hollande", None, "FRA", "2013-06-25", "François Hollande"),  # a co-prince of Andorra, too
        ("Emmanuel Jean-Michel Macron’s", None, "FRA", "2021-03-04", "Emmanuel Macron"),
        # a surname with the title and the country: by date and office
        ("Bush", "President", "USA", "1991-03-01", "George H.W. Bush"),
        ("Bush", "President", "USA", "2003-03-01", "George W. Bush"),
        ("Clinton", "President", "USA", "1999-03-01", "Bill Clinton"),
        ("Clinton", "Secretary of State", "USA", "2010-03-01", "Hillary Clinton"),
        ("Assad", "President", "SYR", "1995-03-01", "Hafez al-Assad"),
        ("Assad", "President", "SYR", "2012-03-01", "Bashar al-Assad"),
        ("Trudeau", "Prime Minister", "CAN", "1975-03-01", "Pierre Trudeau"),
        ("Trudeau", "Prime Minister", "CAN", "2018-03-01", "Justin Trudeau"),
        ("Marcos", "President", "PHL", "1980-03-01", "Ferdinand Marcos"),
        ("Marcos", "President", "PHL", "2023-03-01", "Ferdinand Marcos Jr."),
        ("Aliyev", "President", "AZE", "2001-03-01", "Heydar Aliyev"),
        ("Aliyev", "President", "AZE", "2015-03-01", "Ilham Aliyev"),
        ("Sharif", "Prime Minister", "PAK", "2014-03-01", "Nawaz Sharif"),
        ("Sharif", "Prime Minister", "PAK", "2022-06-01", "Shehbaz Sharif"),
        ("Li", "Premier", "CHN", "2014-03-20", "Li Keqiang"),
        ("Li", "Premier", "CHN", "2024-03-20", "Li Qiang"),
        ("Kim", "leader", "PRK", "2018-06-12", "Kim Jong Un"),
        ("Kim", "leader", "PRK", "2005-06-12", "Kim Jong Il"),
        ("Lee", "President", "KOR", "2010-06-12", "Lee Myung-bak"),
        ("Lee", "Prime Minister", "SGP", "2010-06-12", "Lee Hsien Loong"),
        ("Park", "President", "KOR", "2015-06-12", "Park Geun-hye"),
        ("Nguyen Phu Trong", "General Secretary", "VNM", "2019-06-12", "Nguyen Phu Trong"),
        ("Qaddafi", "leader", "LBY", "2005-01-01", "Muammar Gaddafi"),
        ("Zelenskiy", "President", "UKR", "2020-01-01", "Volodymyr Zelenskyy"),
        ("Zelensky", "President", "UKR", "2020-01-01", "Volodymyr Zelenskyy"),
        ("Willem Kok", "Prime Minister", "NLD", "2000-09-27", "Wim Kok"),
        ("Porochenko", "President", "UKR", "2016-03-31", "Petro Poroshenko"),
        ("Guterres", "Secretary-General", "UN", "2020-01-01", "António Guterres"),
        ("Guterres", "President", "TLS", "2020-01-01", "Francisco Guterres"),
        # called by the given name, or by initials
        ("Abiy", None, None, "2020-01-01", "Abiy Ahmed"),
        ("Prayut", None, None, "2018-01-01", "Prayut Chan-o-cha"),
        ("Jokowi", None, None, "2018-01-01", "Joko Widodo"),
        ("Lula", None, None, "2023-06-01", "Luiz Inácio Lula da Silva"),
        ("Suu Kyi", None, None, "2018-01-01", "Aung San Suu Kyi"),
        ("MBS", None, None, "2019-01-01", "Mohammed bin Salman"),
        ("Erdogan", None, None, "2019-01-01", "Recep Tayyip Erdogan"),
    ],
)
def test_names(knowledge: Knowledge, name: str, title: str | None, country: str | None, on: str, expected: str) -> None:
    assert name_of(knowledge.resolve(name, title=title, country=country, on=on)) == expected


@pytest.mark.parametrize(
    ("title", "country", "on", "expected"),
    [
        ("foreign minister", "CHN", "2022-12-29", "Wang Yi"),
        ("foreign minister", "CHN", "2022-12-30", "Qin Gang"),
        ("foreign minister", "CHN", "2023-07-24", "Qin Gang"),
        ("foreign minister", "CHN", "2023-07-25", "Wang Yi"),
        ("top diplomat", "CHN", "2023-06-19", "Wang Yi"),
        ("top diplomat", "CHN", "2021-03-18", "Yang Jiechi"),
        ("secretary", "USA", "2023-06-19", "Antony Blinken"),
        ("defense secretary", "USA", "2023-06-19", "Lloyd Austin"),
        ("secretary-general", "UN", "2023-06-19", "António Guterres"),
        ("secretary general", "NATO", "2023-06-19", "Jens Stoltenberg"),
        ("foreign secretary", "GBR", "2022-06-01", "Liz Truss"),
        ("foreign secretary", "PHL", "2023-06-01", "Enrique Manalo"),
        ("foreign secretary", "MEX", "2020-06-01", "Marcelo Ebrard"),
        ("foreign secretary", "IND", "2022-06-12", "Vinay Mohan Kwatra"),
        ("external affairs minister", "IND", "2022-06-12", "S. Jaishankar"),
        ("secretary of state", "USA", "2018-06-12", "Mike Pompeo"),
        ("secretary of state", "VAT", "2018-06-12", "Pietro Parolin"),
        ("chancellor", "DEU", "2010-06-12", "Angela Merkel"),
        ("chancellor", "AUT", "2018-06-12", "Sebastian Kurz"),
        ("chancellor", "GBR", "2018-06-12", "Philip Hammond"),
        ("chancellor", "ARG", "2022-06-12", "Santiago Cafiero"),
        ("premier", "CHN", "2018-06-12", "Li Keqiang"),
        ("premier", "ISR", "2018-06-12", "Benjamin Netanyahu"),
        ("premier", "ITA", "2017-06-12", "Paolo Gentiloni"),
        ("president", "EU", "2018-06-12", None),
        ("president of the European Commission", "EU", "2018-06-12", "Jean-Claude Juncker"),
        ("president", "EC", "2018-06-12", "Jean-Claude Juncker"),
        ("president of the European Council", "EU", "2018-06-12", "Donald Tusk"),
        ("president", "FRA", "2018-06-12", "Emmanuel Macron"),
        ("president", "KOR", "2017-02-01", "Park Geun-hye"),
        ("supreme leader", "IRN", "2018-06-12", "Ali Khamenei"),
        ("president", "IRN", "2018-06-12", "Hassan Rouhani"),
        ("foreign minister", "NAM", "2015-06-12", "Netumbo Nandi-Ndaitwah"),
        ("foreign minister", "EU", "2018-06-12", "Federica Mogherini"),
        ("crown prince", "SAU", "2018-06-12", "Mohammed bin Salman"),
        ("foreign minister", "IRN", "2024-05-18", "Hossein Amir-Abdollahian"),  # died in office the next day
        ("foreign minister", "IRN", "2024-06-10", "Ali Bagheri Kani"),  # acting
        ("acting foreign minister", "IRN", "2024-06-10", "Ali Bagheri Kani"),
        ("president", "NER", "2023-07-25", "Mohamed Bazoum"),  # a coup on the 26th
        ("president", "NER", "2023-08-10", "Abdourahamane Tchiani"),
        ("president", "KOR", "2017-03-20", "Hwang Kyo-ahn"),  # acting after the impeachment
        ("prime minister", "GBR", "2022-09-10", "Liz Truss"),
        ("national security advisor", "USA", "2025-06-01", "Marco Rubio"),  # two posts in one person
        ("secretary of state", "USA", "2025-06-01", "Marco Rubio"),
    ],
)
def test_offices(knowledge: Knowledge, title: str, country: str, on: str, expected: str | None) -> None:
    assert name_of(knowledge.resolve(title=title, country=country, on=on)) == expected


def test_the_ambassador_is_known_by_where_he_is_sent(knowledge: Knowledge) -> None:
    found = knowledge.resolve(title="ambassador", country="CHN", target="USA", on="2022-06-01")
    assert name_of(found) == "Qin Gang"


@pytest.mark.parametrize(
    ("name", "title", "country", "on"),
    [
        ("Wang", None, None, "2023-06-19"),  # Wang Yi, Wang Wentao, Wang Wenbin
        ("Wang", "foreign minister", "CHN", "2023-06-19"),  # Qin Gang was
        ("Kim", None, None, "2018-06-12"),
        ("Nguyen", None, None, "2018-06-12"),
        ("Li Kequang", "Premier", "CHN", "2014-06-12"),  # no fuzzy matching on Chinese names
        ("Wang", "health minister", "CHN", "2023-06-19"),
        ("Nobody Known", None, None, "2018-06-12"),
        ("Nobody Known Whatever", None, "FRA", "2018-06-12"),
        ("Angela Dorothea Merkel", None, "DEU", "2023-06-12"),  # a longer name only of those in office
        ("Blinken", None, None, None),  # a bare surname needs a date
    ],
)
def test_undecided(knowledge: Knowledge, name: str, title: str | None, country: str | None, on: str | None) -> None:
    found = knowledge.resolve(name, title=title, country=country, on=on)
    assert found.person is None
    assert found.status == "unresolved"


def test_an_undecided_surname_lists_who_it_may_be_the_highest_in_office_first(knowledge: Knowledge) -> None:
    found = knowledge.resolve("Kim", on="2018-06-12")
    assert found.candidates[0].name == "Kim Jong Un"
    assert len(found.candidates) == 20


def test_a_surname_means_whom_the_text_introduced(knowledge: Knowledge) -> None:
    wang_yi = knowledge.resolve("Wang Yi").person
    wang_wenbin = knowledge.resolve("Wang Wenbin").person
    assert wang_yi is not None
    assert wang_wenbin is not None
    found = knowledge.resolve("Wang", on="2023-06-19", introduced=(wang_wenbin.id, wang_yi.id))
    assert found.person == wang_yi
    assert found.rule == "introduced"
    assert knowledge.resolve("Li", on="2023-06-19", introduced=(wang_yi.id,)).rule != "introduced"


@pytest.mark.parametrize(
    ("country", "expected"),
    [("PRK", "Kim Jong Un"), ("KOR", "Yoon Suk-yeol"), ("CHN", "Xi Jinping"), ("VNM", "Vo Van Thuong")],
)
def test_the_nationality_of_the_sentence_decides(knowledge: Knowledge, country: str, expected: str) -> None:
    surname = {"PRK": "Kim", "KOR": "Yoon", "CHN": "Xi", "VNM": "Thuong"}[country]
    found = knowledge.resolve(surname, title="leader", country=country, on="2023-06-19")
    assert name_of(found) == expected


@pytest.mark.parametrize(
    ("title", "on", "expected", "status"),
    [
        ("former foreign minister", "2023-10-01", "Qin Gang", "former"),
        ("foreign minister", "2023-06-01", "Qin Gang", "is"),
        ("former ambassador", "2023-06-01", "Qin Gang", "former"),
    ],
)
def test_former_never_means_the_present_office(knowledge: Knowledge, title: str, on: str, expected: str, status: str) -> None:
    found = knowledge.resolve("Qin Gang", title=title, country="CHN", on=on)
    assert (name_of(found), found.status) == (expected, status)
    former = knowledge.resolve("Qin Gang", title="former foreign minister", country="CHN", on="2023-06-01")
    assert former.holding is None
    assert knowledge.resolve(title="former foreign minister", country="CHN", on="2023-06-01").person is None


def test_elect_and_designate_look_ahead(knowledge: Knowledge) -> None:
    found = knowledge.resolve("Trump", title="President-elect", country="USA", on="2024-12-01")
    assert (name_of(found), found.status) == ("Donald Trump", "to be")
    assert found.holding is not None
    assert found.holding.start == "2025-01-20"


def test_after_the_source_stopped_looking_the_answer_is_the_last_known(knowledge: Knowledge) -> None:
    found = knowledge.resolve(title="secretary of state", country="USA", on="2026-09-01")
    assert (name_of(found), found.status) == ("Marco Rubio", "last known")


def test_the_day_after_a_change_the_old_holder_is_still_named_with_his_title(knowledge: Knowledge) -> None:
    found = knowledge.resolve("Truss", title="Prime Minister", country="GBR", on="2022-10-26")
    assert name_of(found) == "Liz Truss"


def test_a_person_out_of_office_is_found_by_full_name_and_said_to_be_former(knowledge: Knowledge) -> None:
    found = knowledge.resolve("Angela Merkel", on="2023-06-01")
    assert (name_of(found), found.status) == ("Angela Merkel", "former")


@pytest.mark.parametrize(
    ("name", "country", "on", "expected"),
    [
        ("Amina Mohamed", "KEN", "2015-01-01", "Amina Mohamed"),
        ("Amina Mohammed", "UN", "2020-01-01", "Amina J. Mohammed"),
        ("George Bush", None, "1990-05-05", "George H.W. Bush"),
        ("George Bush", None, "2005-05-05", "George W. Bush"),
        ("George Bush", None, None, None),
    ],
)
def test_namesakes_are_told_apart_by_country_and_date(
    knowledge: Knowledge, name: str, country: str | None, on: str | None, expected: str | None
) -> None:
    assert name_of(knowledge.resolve(name, country=country, on=on)) == expected


def test_a_day_must_be_whole(knowledge: Knowledge) -> None:
    with pytest.raises(DataError, match="2023-06-19"):
        knowledge.resolve("Blinken", on="2023-06")


@pytest.mark.parametrize("title", ["foreign secretary", "finance secretary", "defence secretary"])
@pytest.mark.parametrize("country", ["IND", "PAK"])
def test_a_secretary_who_is_an_official_is_no_minister(knowledge: Knowledge, title: str, country: str) -> None:
    found = knowledge.resolve(title=title, country=country, on="2013-04-02")
    assert found.person is None


def test_a_deputy_is_not_the_minister(knowledge: Knowledge) -> None:
    for title in ("Deputy Minister of Defence", "deputy defence minister", "assistant foreign minister"):
        found = knowledge.resolve(title=title, country="SAU", on="2021-05-26")
        assert found.holding is None or found.holding.type.startswith("deputy")


def test_a_bare_surname_is_no_ambassador_somewhere(knowledge: Knowledge) -> None:
    assert knowledge.resolve("Rana", on="2024-08-20").person is None
