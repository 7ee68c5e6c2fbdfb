"""When, where, how long and why: what hangs on an engagement, by construction. Printed on Thursday, 7 March 2024."""

from __future__ import annotations

import pytest

from markup import shared_reader
from memcon.record import Engagement

# start/end, place | the text; the first engagement is meant, "-" is none, "*" is left open
DATED = """
2024-03-01/2024-03-04 * | Anwar Ibrahim wrapped up a four-day visit to Canberra on Monday.
2024-03-03/2024-03-05 * | Lula ended a three-day trip to Addis Ababa on Tuesday.
2024-03-04/2024-03-05 * | William Ruto concluded his two-day visit to Kampala and flew home on Tuesday.
2024-03-04/2024-03-06 * | Anwar Ibrahim arrived in Canberra on Monday for a three-day visit.
2024-03-04/2024-03-05 * | Ukraine and Poland signed an accord on Tuesday after two days of talks in Lublin.
2024-03-12/2024-03-12 Lublin | Kyiv called off talks with Warsaw that were to be held on March 12 in Lublin.
2024-04-01/2024-04-01 Cairo | Hakan Fidan cancelled his visit to Cairo, planned for April 1.
2024-03-18/2024-03-18 Muscat | Oman confirmed talks between Iran and the United States due to begin on March 18 in Muscat.
2024-02-01/2024-02-29 Havana | Lula and Miguel Diaz-Canel had not met since February, when the two shook hands in Havana.
2024-03-05/2024-03-05 * | The prime minister of India, Narendra Modi, will fly home on Friday after meeting William Ruto on Tuesday.
2024-03-11/2024-03-11 * | Lula will have a working lunch with Luis Montenegro and will be received by Pedro Sanchez on Monday.
2024-03-11/2024-03-11 Doha | Talks between Egypt and Sudan are to resume in Doha on Monday.
2024-03-04/2024-03-05 * | Egypt and Sudan ended talks on Tuesday. The two days of talks between Egypt and Sudan were frank.
2024-09-01/2024-09-30 * | Joe Biden will not attend this year's Quad summit in September.
2024-03-18/2024-03-19 Rome | Lula will meet Emmanuel Macron on the sidelines of the March 18-19 summit in Rome.
2024-02-01/2024-02-29 Vientiane | Washington called off a meeting between Joe Biden and Wang Yi in Vientiane in February after a row.
2024-03-07/2024-12-31 * | A summit between Egypt and Sudan is to be held before the end of the year.
2024-03-06/2024-03-06 Brasilia | Gustavo Petro went on, on Wednesday, to Brasilia, where he and Lula conferred.
2023-06-01/2023-06-30 Aqaba | The two have written often since Lula and Mahmoud Abbas met, together with King Abdullah II, in Aqaba in June 2023.
2024-03-05/2024-03-05 * | Angela Merkel told a news conference on Tuesday following talks with Dmitry Medvedev that she was hopeful.
2024-03-10/2024-03-10 Doha | Hakan Fidan flies on to Doha, where he is to meet the emir, Sheikh Tamim bin Hamad al-Thani, on Sunday.
""".strip().splitlines()

PLACED = """
Sharm el-Sheikh EGY | King Abdullah II met Abdel Fattah al-Sisi in the Egyptian resort of Sharm el-Sheikh on Tuesday.
Panmunjom * | Officials of North Korea and South Korea held talks on Tuesday at the border village of Panmunjom.
Suva FJI | Penny Wong flew to Suva, where she held talks with Sitiveni Rabuka.
Paris FRA | Emmanuel Macron welcomed Olaf Scholz to Paris on Tuesday.
White House USA | Joe Biden welcomed Anthony Albanese to the White House on Tuesday.
Kremlin RUS | Vladimir Putin received Viktor Orban in the Kremlin on Tuesday.
Brussels BEL | Antony Blinken travelled to Brussels, where he met NATO chief Jens Stoltenberg.
Brussels BEL | Antony Blinken met Hakan Fidan in Brussels on Tuesday.
Geneva CHE | Antony Blinken met Hakan Fidan in Geneva, Switzerland, on Tuesday.
New York USA | Hakan Fidan met Sergei Lavrov on the sidelines of the UN General Assembly in New York.
Doha QAT | Talks between Egypt and Sudan are to resume in Doha on Monday.
Ankara TUR | Rishi Sunak flew on. In Ankara he is to be received by Recep Tayyip Erdogan.
Jerusalem ISR | Antony Blinken was in Jerusalem on Sunday, where Benjamin Netanyahu received him, and in Ramallah on Monday.
Tokyo restaurant JPN | Rodrigo Duterte dined at a Tokyo restaurant with Fumio Kishida.
- * | Fumio Kishida met Rishi Sunak under the Hiroshima Accord on Tuesday.
Tehran IRN | Josep Borrell told a news conference in Tehran after a meeting with Hossein Amirabdollahian that he was hopeful.
his residence * | Anwar Ibrahim met Joko Widodo at his residence on Tuesday.
- * | Joe Biden will host Emmanuel Macron at a State Dinner on Tuesday.
- * | Joe Biden spoke by phone with Emmanuel Macron in Paris on Tuesday.
- * | Wang Yi met Hakan Fidan on Tuesday before talks on the war in Ukraine with Sergei Lavrov.
Islamabad PAK | ISLAMABAD: Wang Yi met Ishaq Dar here on Tuesday.
OHRID MKD | OHRID, North Macedonia (Wire) - Aleksandar Vucic met Albin Kurti in this lakeside town on Tuesday.
""".strip().splitlines()


def first(text: str, *, published: str = "2024-03-07") -> Engagement:
    found = shared_reader().read(text, published=published).engagements
    assert found, text
    return found[0]


@pytest.mark.parametrize("line", DATED)
def test_the_date_is_its_own(line: str) -> None:
    wanted, text = line.split(" | ", 1)
    days, place = wanted.split(" ", 1)
    start, end = days.split("/")
    fitting = [
        engagement
        for engagement in shared_reader().read(text, published="2024-03-07").engagements
        if engagement.when and (engagement.when.start, engagement.when.end) == (start, end)
    ]
    assert fitting, text
    assert place in {"*", fitting[0].place.name}


@pytest.mark.parametrize("line", PLACED)
def test_the_place_is_its_own(line: str) -> None:
    wanted, text = line.split(" | ", 1)
    name, country = wanted.rsplit(" ", 1)
    engagements = [e for e in shared_reader().read(text, published="2024-03-07").engagements if e.kind != "visit"]
    place = engagements[0].place
    assert (place.name or "-").lower() == name.lower()
    assert country in {"*", place.country}


def test_a_building_stands_in_its_city() -> None:
    assert first("Vladimir Putin received Viktor Orban in the Kremlin on Tuesday.").place.city == "Moscow"


def test_a_visit_spans_what_happened_in_it() -> None:
    text = (
        "Vietnam cheered Antony Blinken's visit to Hanoi this week. Blinken met Bui Thanh Son on Sunday. "
        "Blinken then held talks with Pham Minh Chinh on Monday."
    )
    record = shared_reader().read(text, published="2024-03-04")
    visit = next(e for e in record.engagements if e.kind == "visit")
    assert visit.when is not None
    assert (visit.when.start, visit.when.end) == ("2024-03-03", "2024-03-04")
    assert {e.part_of for e in record.engagements if e.kind != "visit"} == {visit.id}


def test_a_meeting_elsewhere_is_no_part_of_the_visit() -> None:
    text = "Narendra Modi is on a visit to Colombo. Modi had met Anura Kumara Dissanayake in New Delhi last month."
    record = shared_reader().read(text, published="2025-04-05")
    meeting = next(e for e in record.engagements if e.kind == "meeting")
    assert meeting.part_of is None


def test_a_meeting_in_a_visit_that_is_over_has_its_days() -> None:
    text = (
        "Maithripala Sirisena visited Islamabad from 20 to 22 March. "
        "During the visit, Sirisena held talks with Shahid Khaqan Abbasi."
    )
    record = shared_reader().read(text, published="2018-03-25")
    talks = next(e for e in record.engagements if e.kind == "talks")
    assert talks.when is not None
    assert (talks.when.start, talks.when.end) == ("2018-03-20", "2018-03-22")


# kind status start/end of each engagement in turn ("-" no date) | the text; printed on Thursday, 7 March 2024
COMING = """
visit planned 2024-03-12/2024-03-14 | Emmanuel Macron arrives in Delhi on Tuesday for a three-day visit.
visit planned 2024-03-12/2024-03-12, talks planned 2024-03-12/2024-03-12 | Penny Wong flies to Suva on Tuesday for talks with Sitiveni Rabuka.
visit planned 2024-03-12/2024-03-12, talks planned 2024-03-12/2024-03-12 | Penny Wong will travel to Suva on Tuesday for two days of talks with Sitiveni Rabuka.
visit held 2024-03-05/2024-03-05, meeting held 2024-03-05/2024-03-05 | Hakan Fidan flew to Cairo on Tuesday for a meeting with Sameh Shoukry.
visit held 2024-03-05/2024-03-06, meeting held 2024-03-06/2024-03-06 | Hakan Fidan flew to Cairo on Tuesday for a meeting on Wednesday with Sameh Shoukry.
visit planned 2024-03-12/2024-03-14 | Turkish President Recep Tayyip Erdogan begins a three-day visit to Azerbaijan on Tuesday.
visit planned 2024-03-11/2024-03-11, talks planned 2024-03-11/2024-03-11 | Penny Wong is due in Suva on Monday for talks with Sitiveni Rabuka.
visit expected 2024-03-11/2024-03-11 | Penny Wong is expected in Suva on Monday.
talks ongoing 2024-03-07/2024-03-07 | Penny Wong is in Suva for talks with Sitiveni Rabuka.
summit cancelled 2024-05-01/2024-05-31 | Lula scrapped a May summit with Luis Montenegro.
visit cancelled 2024-05-01/2024-05-31 | Lula on Monday cancelled a visit to Lisbon in May.
visit cancelled - | Lula cancelled a visit to Lisbon on Monday.
talks cancelled - | Lula called off talks with Luis Montenegro ahead of a vote in September.
summit cancelled 2024-05-01/2024-05-31 | Lula said he would not go ahead with a planned summit with Luis Montenegro in May.
meeting expected 2025-01-01/2025-01-31 | A meeting between Lula and Luis Montenegro in January looked unlikely.
meeting expected 2023-01-01/2023-01-31 | A meeting between Lula and Luis Montenegro in January 2023 looked unlikely.
meeting expected - | Lula did not rule out a meeting with Luis Montenegro.
meeting expected - | A meeting of Lula and Luis Montenegro on the sidelines of the G20 summit cannot be ruled out.
meeting declined - | Lula has ruled out a meeting with Luis Montenegro.
visit planned - | Lula will add a stop in Lisbon to his itinerary.
summit held 2024-03-05/2024-03-05 | Lula and Luis Montenegro held a summit meeting on Tuesday.
meeting held 2024-03-05/2024-03-05 | Lula and Luis Montenegro held a meeting on Tuesday on the sidelines of the G20 summit.
talks held 2024-03-05/2024-03-05 | Lula went ahead on Tuesday with talks with Luis Montenegro.
 | Lula will press ahead with reforms in talks with the unions.
visit planned - | A date has yet to be set for Emmanuel Macron's visit to Delhi.
visit planned - | France and India have not fixed a date for the visit of Emmanuel Macron to Delhi.
 | Officials of France and India did not set a date for the next round of talks between the two countries.
""".strip("\n").splitlines()


@pytest.mark.parametrize("line", COMING)
def test_a_present_with_a_coming_day_is_a_plan_and_so_is_what_one_comes_for(line: str) -> None:
    wanted, _, text = line.partition("|")
    found = shared_reader().read(text.strip(), published="2024-03-07").engagements
    told = [f"{e.kind} {e.status} {f'{e.when.start}/{e.when.end}' if e.when else '-'}" for e in found]
    assert ", ".join(told) == wanted.strip()


def test_the_end_of_a_visit_is_no_day_of_a_meeting_in_it() -> None:
    text = "Lula left for Lisbon yesterday. During the visit, which will end on 12 March, he will meet Luis Montenegro."
    record = shared_reader().read(text, published="2024-03-07")
    meeting = next(e for e in record.engagements if e.kind == "meeting")
    assert meeting.when is None


def test_a_stop_told_with_before_has_no_date_of_the_first() -> None:
    text = "Toshimitsu Motegi will leave for Bangkok on March 9, before travelling to Manila."
    stops = {e.place.name: e.when for e in shared_reader().read(text, published="2024-03-07").engagements}
    assert stops["Bangkok"] is not None
    assert stops["Manila"] is None


# the start of what the last sentence tells, "-" is none; printed on Thursday, 7 March 2024
THREADED = """
2024-03-05 | Olaf Scholz prepared for the guests on Tuesday with a new package. At Bellevue he met Rishi Sunak.
2024-03-05 | Lula attended the African Union's summit in Addis Ababa on Tuesday, and had a separate conversation with William Ruto.
2024-03-04 | Lula was in Cairo on Monday. There he met Abdel Fattah al-Sisi.
2024-02-01 | Lula flew to Cairo in February. There he held talks with Abdel Fattah al-Sisi.
- | Lula spoke of "the attack on Monday". He once met Abdel Fattah al-Sisi in a hotel.
- | Lula, who had been wounded on Monday, spoke. Since January he has met Abdel Fattah al-Sisi.
2024-03-04 | The president of Brazil, Lula, spoke on Wednesday. On Monday, he was in Cairo, where he was received by Abdel Fattah al-Sisi.
2024-03-05 | Lula landed in Cairo on Monday. The next morning he held talks with Abdel Fattah al-Sisi.
2024-03-03 | Lula spoke in Cairo on Monday. The previous evening he held talks with Abdel Fattah al-Sisi.
2024-03-05 | Lula and Emmanuel Macron agreed on Tuesday to restore ties. Lula and Macron talked for almost four hours.
2024-03-05 | Lula was welcomed in Cairo on Tuesday. He held talks with Abdel Fattah al-Sisi in the afternoon.
""".strip().splitlines()


@pytest.mark.parametrize("line", THREADED)
def test_the_narrative_gives_the_day(line: str) -> None:
    wanted, text = line.split(" | ", 1)
    last = [e for e in shared_reader().read(text, published="2024-03-07").engagements if e.kind != "visit"][-1]
    found = None if last.when is None or last.when.start == "2024-03-07" else last.when.start
    assert (found or "-") == wanted, last


def test_a_later_paragraph_goes_on_with_the_news() -> None:
    text = "Lula and Emmanuel Macron met on Tuesday to restore ties.\n\nRain fell.\n\nHe signed.\n\nLula met Gabriel Attal separately."
    last = shared_reader().read(text, published="2024-03-06").engagements[-1]
    assert last.when is not None
    assert last.when.start == "2024-03-05"


def test_an_inferred_day_says_so_and_shows_its_words() -> None:
    text = "Lula was in Cairo on Monday. There he met Abdel Fattah al-Sisi."
    engagement = shared_reader().read(text, published="2024-03-07").engagements[-1]
    assert engagement.when is not None
    assert (engagement.when.precision, engagement.when.anchor) == ("unknown", "2024-03-04")
    assert "Monday" in {item.exact for item in engagement.evidence if "when" in item.of}


def test_what_is_only_mentioned_has_no_day_of_the_news() -> None:
    text = "Lula congratulated Emmanuel Macron on the outcome of his meeting with Olaf Scholz in Berlin."
    meetings = [e for e in shared_reader().read(text, published="2024-03-07").engagements if "DEU" in e.parties]
    assert [e.when for e in meetings] == [None]


REASONS = """
the pandemic and tension with the United States | Xi postponed a visit to Seoul because of the pandemic and tension with the United States.
a scheduling conflict and the row over the islands | Xi called off a visit to Seoul, citing a scheduling conflict and the row over the islands.
a strike by pilots | The talks between Egypt and Sudan were put off due to a strike by pilots.
protest at the arrest of its envoy | Cairo cancelled talks with Khartoum in protest at the arrest of its envoy.
its envoy was arrested in the capital | Cairo cancelled talks with Khartoum after its envoy was arrested in the capital.
protests spread through Paris and other cities | Macron put off a trip to Rabat as protests spread through Paris and other cities.
accusations that Cairo had armed rebels | A meeting between Egypt and Sudan was scrapped amid accusations that Cairo had armed rebels, officials said.
the weather was bad | The visit of the king of Jordan to Cairo was postponed on Monday because the weather was bad.
a cabinet crisis in Rome | Owing to a cabinet crisis in Rome, Meloni postponed a visit to Tunis.
health reasons | Tunis postponed Meloni's visit for health reasons.
- | The talks between Egypt and Sudan were cancelled in the last minute.
- | Xi's visit to Seoul was postponed until May.
""".strip().splitlines()


@pytest.mark.parametrize("line", REASONS)
def test_the_whole_reason_is_given(line: str) -> None:
    wanted, text = line.split(" | ", 1)
    assert (first(text).reason or "-") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin and Barack Obama met on Syria on Tuesday.",
        "Vladimir Putin and Barack Obama held talks about the war in Gaza.",
        "Vladimir Putin and Barack Obama held talks over Kashmir.",
    ],
)
def test_a_topic_is_no_place(text: str) -> None:
    assert first(text, published="2014-03-06").place.name is None


def test_an_ambassador_summoned_in_the_past_was_summoned_before() -> None:
    record = shared_reader().read(
        "The ministry in Ankara summoned the ambassador on Monday to protest over the strike.", published="2024-03-07"
    )
    assert [time.value for time in record.times] == ["2024-03-04"]


def test_trips_before_the_news_have_no_day_of_it() -> None:
    text = "After her trips to Italy and Estonia, Chancellor Angela Merkel hosted Mark Rutte at Schloss Meseberg."
    visits = [e for e in shared_reader().read(text, published="2016-09-05").engagements if e.kind == "visit"]
    assert visits
    assert all(visit.when is None for visit in visits)


def test_a_building_of_a_visit_lies_in_its_country() -> None:
    text = (
        "Emmanuel Macron is to visit Berlin on Friday. "
        "Macron and Olaf Scholz will meet for dinner in the chancellery on Friday evening."
    )
    dinner = shared_reader().read(text, published="2024-03-07").engagements[-1]
    assert (dinner.place.name, dinner.place.country) == ("chancellery", "DEU")


# the first and the last day of the first visit or of the one meeting; printed on Friday, 8 March 2024
SPANS = """
visit 2024-03-06 2024-03-08 | Lula met Emmanuel Macron on Friday at the end of a three-day visit to France.
visit 2024-03-06 2024-03-07 | At the end of a two-day visit to Paris on Thursday, Lula said that ties would deepen.
visit 2024-03-04 2024-03-07 | Lula told reporters on Thursday at the close of a four-day trip to France that trade had recovered.
visit 2024-03-04 2024-03-06 | Lula met Emmanuel Macron on Monday at the start of a three-day visit to France.
meeting 2024-03-07 2024-03-08 | Lula met Emmanuel Macron in Paris on Thursday and Friday.
meeting 2024-03-11 2024-03-12 | Lula will receive Emmanuel Macron in Brasilia on Monday and Tuesday.
meeting 2024-03-04 2024-03-04 | Lula met Emmanuel Macron in Paris on Monday and Friday.
visit 2023-07-13 2023-07-14 | Lula paid a state visit to France from 13 to 14 July last year.
visit 2024-07-13 2024-07-14 | Lula will visit France on July 13-14 this year.
meeting 2024-03-07 2024-03-07 | PARIS, March 7 - Lula met Emmanuel Macron here and praised the accord.
meeting 2024-03-08 2024-03-08 | PARIS, Feb 7 - Lula met Emmanuel Macron here and praised the accord.
meeting 2024-03-08 2024-04-19 | Lula is expected to meet Emmanuel Macron in the coming weeks.
visit 2024-03-08 2024-03-15 | Lula will visit France in the coming days.
meeting 2024-03-04 2024-03-04 | Lula was in Rome on Sunday, where he rested, and in Paris on Monday to see Emmanuel Macron.
meeting 2024-03-04 2024-03-04 | Lula flew to Paris on Monday to meet Emmanuel Macron.
meeting 2023-01-01 2023-01-31 | Lula had visited France in January 2023 to meet Emmanuel Macron.
visit 2024-03-14 2024-03-15 | Lula will pay an official visit to France 14-15 March, the ministry said.
visit 2024-03-14 2024-03-16 | Lula will arrive in Paris on Thursday on a three-day visit to France.
visit 2024-06-01 2024-06-30 | Lula has cancelled a visit to France that he had planned for early June.
meeting 2024-03-11 2024-03-11 | Lula has put off a meeting with Emmanuel Macron planned for Monday.
""".strip().splitlines()


@pytest.mark.parametrize("line", SPANS)
def test_the_days_that_it_took(line: str) -> None:
    wanted, text = line.split(" | ", 1)
    kind, start, end = wanted.split()
    found = next(e for e in shared_reader().read(text, published="2024-03-08").engagements if e.kind == kind)
    assert found.when is not None
    assert (found.when.start, found.when.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On March 14 Lula arrives in Paris. In the evening he will meet Emmanuel Macron.", "2024-03-14"),
        ("Lula lands in Paris on Sunday. At 11 a.m. he will meet Emmanuel Macron at the palace.", "2024-03-10"),
        ("Lula was in Paris on Wednesday. His talks with Emmanuel Macron began at noon.", "2024-03-06"),
        (
            "On March 6 Lula met Olaf Scholz. He spoke of the accord of March 1.\n\nThat evening he dined with Emmanuel Macron.",
            "2024-03-06",
        ),
        (
            "On March 14 Lula will be received in Paris at 9 a.m.\n\nLater on, at 11 a.m., he will meet Emmanuel Macron.",
            "2024-03-14",
        ),
        ("Lula resigned on March 14, 1999. In the evening he will meet Emmanuel Macron.", "2024-03-08"),
    ],
)
def test_a_time_of_day_is_of_the_day_that_the_story_is_at(text: str, day: str) -> None:
    found = next(e for e in shared_reader().read(text, published="2024-03-08").engagements if e.kind != "visit")
    assert found.when is not None
    assert found.when.start == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Lula was in Rome on Sunday and in Paris on Monday to see Emmanuel Macron.", "Paris"),
        ("Lula flew to Paris on Monday to meet Emmanuel Macron.", "Paris"),
        ("Lula will fly to Paris on Sunday for consultations with Emmanuel Macron.", "Paris"),
        ("Lula went to Rome and to Paris, on March 2 and 3, for a meeting with Emmanuel Macron.", None),
        ("Lula left Brasilia on Monday to meet Emmanuel Macron in Paris.", "Paris"),
    ],
)
def test_the_place_one_goes_to_is_that_of_what_is_done_there(text: str, place: str | None) -> None:
    found = next(e for e in shared_reader().read(text, published="2024-03-08").engagements if e.kind != "visit")
    assert found.place.name == place


def test_a_term_is_no_length() -> None:
    assert first("Lula will meet Emmanuel Macron within two weeks.").duration is None
    meeting = first("Lula will meet Emmanuel Macron to review the plan for the coming weeks.")
    assert meeting.when is None


def test_a_list_of_days_gives_each_counterpart_its_own() -> None:
    text = "Lula held talks with Emmanuel Macron on Thursday and Friday and with Olaf Scholz on Friday."
    found = {e.parties: e.when for e in shared_reader().read(text, published="2024-03-08").engagements}
    with_france, with_germany = found["BRA", "FRA"], found["BRA", "DEU"]
    assert with_france is not None
    assert with_germany is not None
    assert (with_france.start, with_france.end) == ("2024-03-07", "2024-03-08")
    assert (with_germany.start, with_germany.end) == ("2024-03-08", "2024-03-08")


# who is said to tell of the first engagement, "-" nobody | the text; printed on Thursday, 7 March 2024
REPORTED = """
- | Penny Wong visited Suva on Tuesday. Fiji expressed hope ahead of Wong's visit, its foreign ministry said.
- | Fiji expressed little hope ahead of Penny Wong's visit to Suva on Tuesday.
Sitiveni Rabuka | Sitiveni Rabuka said Penny Wong had visited Suva on Tuesday.
""".strip().splitlines()


@pytest.mark.parametrize("line", REPORTED)
def test_what_the_text_tells_itself_has_no_other_source(line: str) -> None:
    wanted, _, text = line.partition("|")
    found = shared_reader().read(text.strip(), published="2024-03-07").engagements[0]
    assert ", ".join(each.name for each in found.reported_by) == wanted.strip().removeprefix("-")


def test_where_somebody_serves_is_no_venue() -> None:
    text = "Bui Thanh Son received Anna Lee, undersecretary of state at the Polish Ministry of Foreign Affairs, in Hanoi on Tuesday."
    found = shared_reader().read(text, published="2024-03-07").engagements[0]
    assert found.place.name == "Hanoi"
