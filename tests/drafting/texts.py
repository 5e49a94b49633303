"""Articles written for these tests: a court case, an outage, a life, a scandal, a disaster."""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["ARTICLES", "Article"]


class Article(NamedTuple):
    """A text, the day it was written, and what its draft must say: titles with their times, and the order."""

    anchor: str
    text: str
    events: tuple[tuple[str, str], ...]
    order: tuple[str, ...] = ()


ARTICLES: Final = {
    "court": Article(
        "2025-07-10",
        """LEEDS - A former bank manager was jailed for seven years on Thursday after a jury found him guilty of theft.

Alan Priestley worked at the Harehills branch from 1998 until his dismissal in March 2021. Prosecutors said that he began
moving money out of dormant accounts in late 2014. Over the next six years he made more than 300 transfers.

Police arrested Priestley at his home on 4 May 2021. He was released on bail and charged with 14 counts of fraud in January
2023. The trial had been due to begin last October but was postponed after the defence asked for more time.

Marsh will be sentenced on 12 September. A hearing to recover the money is expected by the end of the year.
""",
        (
            ("Former bank manager jailed", "when Thursday"),
            ("Jury found him guilty of theft", ""),
            ("Alan Priestley worked at the Harehills branch", "from 1998"),
            ("His dismissal", "when March 2021"),
            ("Began moving money out of dormant accounts", "when late 2014"),
            ("Made more than 300 transfers", "when the next six years"),
            ("Police arrested Priestley at his home", "when 4 May 2021"),
            ("Charged with 14 counts of fraud", "when January 2023"),
            ("Marsh to be sentenced", "when 12 September"),
            ("Hearing to recover the money expected", "when by the end of the year"),
        ),
        (
            "alan-priestley-worked-harehills before or meets dismissal",
            "former-bank-manager-jailed met by or after jury-found-guilty-theft",
        ),
    ),
    "outage": Article(
        "2025-10-17",
        """Between 09:42 and 11:17 UTC on 14 October 2025, customers could not complete purchases.

At 09:30 UTC an engineer deployed version 4.18 of the payments service. Twelve minutes later, error rates rose above 5 percent.
At 10:05 the team rolled back the deployment. By 10:40 the database team had traced the failures to stale cache entries. They
began flushing the cache at 10:52, and the flush took 20 minutes. We declared the incident resolved two minutes later.

The change to the cache format was merged on 7 October. It had been tested in staging since late September. We will add a
compatibility check to the release pipeline by 31 October.
""",
        (
            ("Customers could not complete purchases", "when Between 09:42 and 11:17 UTC on 14 October 2025"),
            ("Engineer deployed version 4.18 of the payments service", "when 09:30 UTC"),
            ("Error rates rose above 5 percent", "when Twelve minutes later"),
            ("Team rolled back the deployment", "when 10:05"),
            ("Database team traced the failures to stale cache entries", "when By 10:40"),
            ("Began flushing the cache", "when 10:52"),
            ("Flush took 20 minutes", "lasts 20 minutes"),
            ("Incident resolved", "when two minutes later"),
            ("Change to the cache format merged", "when 7 October"),
            ("Tested in staging", "from late September"),
            ("To add a compatibility check to the release pipeline", "when by 31 October"),
        ),
    ),
    "life": Article(
        "1980-01-01",
        """Margarethe Lindqvist was born in Malmo in 1861. In the autumn of 1879 she moved to Zurich to study medicine. She
graduated in 1885 and spent two years as an assistant at the children's hospital.

A year later she opened a small clinic in Gothenburg, which she ran until 1904. During the cholera scare of 1892 she persuaded
the city council to chlorinate the wells, three months before the authorities in Stockholm took the same step.

After his death in 1907 she gave up private practice. Lindqvist died on 11 November 1931. Her diaries, discovered in an attic
in 1978, were published the following year.
""",
        (
            ("Margarethe Lindqvist born in Malmo", "when 1861"),
            ("Moved to Zurich to study medicine", "when the autumn of 1879"),
            ("She graduated", "when 1885"),
            ("Spent two years as an assistant at the children's hospital", "lasts two years"),
            ("Opened a small clinic in Gothenburg", "when A year later"),
            ("Ran a small clinic in Gothenburg", "to 1904"),
            ("Persuaded the city council to chlorinate the wells", "when 1892"),
            ("Authorities in Stockholm took the same step", ""),
            ("Gave up private practice", ""),
            ("His death", "when 1907"),
            ("Lindqvist died", "when 11 November 1931"),
            ("Her diaries discovered in an attic", "when 1978"),
            ("Her diaries published", "when the following year"),
        ),
        (
            "gave-private-practice met by or after death",
            "the start of authorities-stockholm-took-same is three months after the end of persuaded-city-council-chlorinate",
        ),
    ),
    "scandal": Article(
        "2025-06-03",
        """Brightwell Foods said on Monday that its chief executive, Dana Holt, would step down at the end of June, six weeks
after the company disclosed that it had overstated profits for three years.

The group first warned of "irregularities" at its Polish subsidiary on 22 April. Its shares fell 31 percent the next day.
Managers in Gdansk restated the results for 2021 in May. Regulators opened an inquiry last month. Holt, who joined Brightwell in
2016 and became chief executive two years later, will stay on as an adviser until December.
""",
        (
            ("Brightwell Foods said its chief executive would step down", "when Monday"),
            ("Its chief executive would step down", "when the end of June"),
            ("Company disclosed it had overstated profits", ""),
            ("Overstated profits", "lasts three years"),
            ('Group warned of "irregularities" at its Polish subsidiary', "when 22 April"),
            ("Its shares fell 31 percent", "when the next day"),
            ("Managers in Gdansk restated the results for 2021", "when May"),
            ("Regulators opened an inquiry", "when last month"),
            ("Holt joined Brightwell", "when 2016"),
            ("Holt became chief executive", "when two years later"),
            ("Holt to stay on as an adviser", "to December"),
        ),
        (
            "the start of chief-executive-step is six weeks after the end of company-disclosed-overstated-profits",
        ),
    ),
    "disaster": Article(
        "2025-10-14",
        """At least 46 people died after a dam above the town of Kalvari burst early on Sunday, officials said on Tuesday.

The dam gave way shortly after 3 a.m. local time following five days of heavy rain. Sirens sounded about ten minutes before the
water reached the first houses. By Sunday evening, rescuers had pulled more than 200 people from rooftops.

Work was due to start only next spring. The valley was last flooded in 1983. Schools will remain closed until Friday. A
commission of inquiry will report within six months.
""",
        (
            ("At least 46 people died", ""),
            ("Dam above the town of Kalvari burst", "when early on Sunday"),
            ("Officials said at least 46 people died", "when Tuesday"),
            ("Dam gave way following five days of heavy rain", "when after 3 a.m. local time"),
            ("Sirens sounded", ""),
            ("Water reached the first houses", ""),
            ("Rescuers pulled more than 200 people from rooftops", "when By Sunday evening"),
            ("Work to start", "when next spring"),
            ("Valley flooded", "when 1983"),
            ("Schools to remain closed", "to Friday"),
            ("Commission of inquiry to report", "when within six months"),
        ),
        (
            "least-46-people-died met by or after dam-town-kalvari-burst",
            "the start of water-reached-first-houses is about ten minutes after the end of sirens-sounded",
        ),
    ),
    "voyage": Article(
        "1975-05-01",
        """Sir Edmund Harrow sailed from Plymouth on 14 April 1871 and wrote to his sister from Madeira nine days later. The
ship reached Lagos on 30 May. A passenger was reported missing on the night of 11 May. An inquiry held in Liverpool that autumn
found no evidence of a crime.

Harrow's sister, who had inherited the estate in 1869, offered a reward in January 1872. A trunk thought to be from the ship was
found in 1903. Historians have argued since the 1950s about whether it is genuine.
""",
        (
            ("Sir Edmund Harrow sailed from Plymouth", "when 14 April 1871"),
            ("Sir Edmund Harrow wrote to his sister from Madeira", "when nine days later"),
            ("Ship reached Lagos", "when 30 May"),
            ("Passenger reported missing", "when the night of 11 May"),
            ("Inquiry held in Liverpool found no evidence of a crime", "when that autumn"),
            ("Harrow's sister inherited the estate", "when 1869"),
            ("Harrow's sister offered a reward", "when January 1872"),
            ("Trunk found", "when 1903"),
            ("Historians argued", "from the 1950s"),
        ),
    ),
    "vote": Article(
        "2024-09-13",
        """Tanoa's parliament dissolved itself late on Wednesday, clearing the way for an early election on 2 November.

The vote came after three ministers walked out on Monday. Lealo has governed since January 2023. Police searched the port
authority's offices last Friday. Its director was arrested and released the same evening. Two days later, the finance minister
resigned.

The new parliament must meet no later than 30 November. The session is expected to last two days. Anyone who saw the ballots
after Friday is asked to call.
""",
        (
            ("Tanoa's parliament dissolved itself", "when late on Wednesday"),
            ("Clearing the way for an early election", "when 2 November"),
            ("Vote came", ""),
            ("Three ministers walked out", "when Monday"),
            ("Lealo governed", "from January 2023"),
            ("Police searched the port authority's offices", "when last Friday"),
            ("Its director released", "when the same evening"),
            ("Finance minister resigned", "when Two days later"),
            ("New parliament must meet", "when no later than 30 November"),
            ("Session to last two days", "lasts two days"),
        ),
        ("vote-came met by or after three-ministers-walked",),
    ),
    "log": Article(
        "2024-03-15",
        """# Postmortem: certificate expiry

**Date:** 2024-03-12

- 06:00 - TLS certificate expires.
- 06:11 - On-call engineer is paged.
- 06:25: Engineer tries to renew the certificate, but the renewal job has no permission.
- 06:40 The security team grants the permission.
""",
        (
            ("TLS certificate expires", "when 06:00"),
            ("On-call engineer paged", "when 06:11"),
            ("Engineer tries to renew the certificate", "when 06:25"),
            ("Security team grants the permission", "when 06:40"),
        ),
    ),
    "ban": Article(
        "2024-04-14",
        """Sprinter Alena Kovac was banned for four years after testing positive for a steroid. All her results since 11 February
will be annulled. It is the second case in less than a year. The ban runs until 1 March 2028. Her coach is to be questioned next
Tuesday. Work on the new track was supposed to finish in late 2019. Tickets are due on Friday. The gates open on 1 December. She was due to race in Oslo last week. Founded in 1996, the club won the
cup in 2005. Snow is forecast for the weekend. The race, originally planned for May 2022, was lost. The mayor resigned on Monday, a week
after fighting resumed. The firm had chosen the track in 2018. In the end it closed in 2020.
""",
        (
            ("Sprinter Alena Kovac banned", "lasts four years"),
            ("Testing positive for a steroid", ""),
            ("Ban runs", "to 1 March 2028"),
            ("Her coach to be questioned", "when next Tuesday"),
            ("Tickets due", "when Friday"),
            ("Gates open", "when 1 December"),
            ("Club founded", "when 1996"),
            ("Club won the cup", "when 2005"),
            ("Snow forecast", "when the weekend"),
            ("Mayor resigned", "when Monday"),
            ("Fighting resumed", ""),
            ("Firm had chosen the track", "when 2018"),
            ("It closed", "when 2020"),
        ),
        (
            "sprinter-alena-kovac-banned met by or after testing-positive-steroid",
            "the start of mayor-resigned is a week after the end of fighting",
        ),
    ),
    "obituary": Article(
        "2025-03-18",
        """The plane was cleared to land at 6:15 p.m. on 9 February. Witnesses heard an explosion. In 1989 Sorel moved to Lyon. Her
archive, which she gave to the city three years ago, will be opened in October. Sorel was wounded in Oran in 1961 and died on
Sunday.
""",
        (
            ("Plane cleared to land", "when 6:15 p.m. on 9 February"),
            ("Sorel moved to Lyon", "when 1989"),
            ("Gave her archive to the city", "when three years ago"),
            ("Her archive to be opened", "when October"),
            ("Sorel wounded in Oran", "when 1961"),
            ("Sorel died", "when Sunday"),
        ),
    ),
    "return": Article(
        "2024-08-12",
        """Napoleon left Elba on 26 February 1815 and landed near Antibes on 1 March. Ney joined him at Auxerre on the 18th. Two days later
Napoleon entered Paris. The Hundred Days ended with his second abdication on 22 June. He reached Saint Helena in mid-October and died
there on 5 May 1821.
""",
        (
            ("Napoleon left Elba", "when 26 February 1815"),
            ("Napoleon landed near Antibes", "when 1 March"),
            ("Ney joined him at Auxerre", "when the 18th"),
            ("Napoleon entered Paris", "when Two days later"),
            ("Hundred Days ended with his second abdication", "when 22 June"),
            ("Reached Saint Helena", "when mid-October"),
            ("Died there", "when 5 May 1821"),
        ),
    ),
    "strike": Article(
        "2024-08-10",
        """The strike began on 3 May and ended on 9 June. A hearing was held on Monday and lasted six hours. Three weeks after the hearing the
court fined the union. The storm broke on the night of 4 May, and it lasted two days. The bridge was opened in May 1930 and closed
in 1988. A successor was elected within a month and ruled for 17 years. The fair will open on 3 September and close on 12 October.
""",
        (
            ("Strike", "from 3 May; to 9 June"),
            ("Hearing", "when Monday; lasts six hours"),
            ("Court fined the union", ""),
            ("Storm", "from the night of 4 May; lasts two days"),
            ("Bridge opened", "when May 1930"),
            ("Bridge closed", "when 1988"),
            ("Successor elected", "lasts within a month"),
            ("Successor ruled", "lasts 17 years"),
            ("Fair", "from 3 September; to 12 October"),
        ),
        ("the start of court-fined-union is Three weeks after the end of hearing",),
    ),
    "chronology": Article(
        "2024-06-06",
        """Chronology

1914
28 June: Archduke Franz Ferdinand is assassinated in Sarajevo
23 July: Austria delivers an ultimatum to Serbia, which it is given two days to accept
1-4 August: Germany declares war on Russia and France and invades Belgium

1915
7 May – The Lusitania is sunk
23 May – Italy enters the war
1916
21 February - Battle of Verdun begins
""",
        (
            ("Archduke Franz Ferdinand assassinated in Sarajevo", "when 28 June"),
            ("Austria delivers an ultimatum to Serbia", "when 23 July"),
            ("Germany declares war", "when 1-4 August"),
            ("Lusitania sunk", "when 7 May"),
            ("Italy enters the war", "when 23 May"),
            ("Battle of Verdun begins", "when 21 February"),
        ),
    ),
    "chat": Article(
        "2024-06-06",
        """[10:02] alice: deploy started
[10:07] bob: seeing 500s on checkout, and nobody can pay for anything any more
[10:09] alice: rolling back

Jun  5 10:00:00 web1 sshd[123]: Failed password for root from 10.0.0.5
Jun  5 10:00:07 web1 sshd[123]: Accepted password for root
""",
        (
            ("Alice: deploy started", "when 10:02"),
            ("Bob: seeing 500s on checkout, and nobody can pay", "when 10:07"),
            ("Alice: rolling back", "when 10:09"),
            ("Web1 sshd[123]: Failed password for root from 10.0.0.5", "when Jun 5 10:00:00"),
            ("Web1 sshd[123]: Accepted password for root", "when Jun 5 10:00:07"),
        ),
    ),
}
