"""The few hundred words by which drafting finds verbs, clauses and links, as data; everything else is any word."""

from __future__ import annotations

from typing import Final

__all__ = [
    "ABBREVIATIONS",
    "ADVERBS",
    "ANYBODY",
    "ASPECTUALS",
    "ATTRIBUTIONS",
    "BACKGROUNDS",
    "BE",
    "BEGINNINGS",
    "CLOSINGS",
    "COMMON_BASES",
    "CONNECTIVES",
    "COORDINATORS",
    "COPULAS",
    "DENIALS",
    "DETERMINERS",
    "DO",
    "EVENT_ENDINGS",
    "EVENT_NOUNS",
    "EXPECTING",
    "FORERUNNERS",
    "FUTURE_MODALS",
    "HAVE",
    "HYPOTHETICALS",
    "INTRANSITIVES",
    "INVERTED",
    "IRREGULAR_PARTICIPLES",
    "IRREGULAR_PASTS",
    "LASTINGS",
    "LIGHT_VERBS",
    "MODALS",
    "NEGATIONS",
    "NOT_ADVERBS",
    "NOT_EVENTS",
    "NOT_PARTICIPLES",
    "NOT_PASTS",
    "NOUN_LIKE_PASTS",
    "OCCURRENCES",
    "OPENINGS",
    "PARTICLES",
    "PREPOSITIONS",
    "PRESENTS",
    "PRONOUNS",
    "QUANTIFIERS",
    "RELATIVES",
    "SCHEDULED",
    "SEQUELS",
    "SUBORDINATORS",
    "TAKES_A_LENGTH",
    "TITLES",
    "WILL",
    "word_set",
]


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set; tables are easier to read without quotes and commas.

    >>> sorted(word_set("am is"))
    ['am', 'is']
    """
    return frozenset(words.split())


BE: Final = word_set("is are was were am be been being 's 're 'm")
HAVE: Final = word_set("has have had having 've")
DO: Final = word_set("do does did")
MODALS: Final = word_set("will would shall should can could may might must 'll ca wo cannot")
FUTURE_MODALS: Final = word_set("will shall 'll wo would may might could can should must")
WILL: Final = word_set("will shall 'll wo")
NEGATIONS: Final = word_set("not n't never neither nor cannot")

DETERMINERS: Final = word_set(
    "the a an this that these those its their his her our my your whose some any each every no another both all such several many "
    "few most other more various certain"
)
PRONOUNS: Final = word_set(
    "i he she it they we you there who what this that these those himself themselves itself him them us me"
)
PREPOSITIONS: Final = word_set(
    "of in on at by for from with to into onto over under about against between among through throughout during without within "
    "along across above below beneath beside behind beyond near since until till toward towards upon regarding despite per via amid after before as like "
    "unlike than around inside outside including following concerning aboard off out up down ahead"
)
SUBORDINATORS: Final = word_set(
    "after before since until till because although though while whereas when whenever once if unless whether as that"
)
RELATIVES: Final = word_set("who which whose where whom that")
COORDINATORS: Final = word_set("and but or nor yet")
HYPOTHETICALS: Final = word_set("if unless whether")
ANYBODY: Final = word_set("anyone anybody whoever anything")
"""Subjects of what nobody says took place: "anyone who saw her"."""


ADVERBS: Final = word_set(
    "not n't never also then later now still already just soon even again first last once twice often ever since thus hence instead "
    "further meanwhile today long yet too both all far only almost about nearly"
)
NOT_ADVERBS: Final = word_set(
    "july family ally reply supply assembly italy early only daily weekly monthly anomaly monopoly"
)

IRREGULAR_PASTS: Final = word_set(
    "said told went came took gave found won lost rose fell held made sold bought led broke shot sent got became grew ran "
    "wrote spoke struck died fought arose blew brought built chose drew drove fled flew forgot hid kept knew laid paid rode sank "
    "sat sought stole stood taught thought threw understood woke wore began felt heard left met saw slept spent split swept "
    "swore took underwent undertook overthrew withdrew withstood meant dealt caught drank ate shook froze hung lent lit bore "
    "bent bound bred clung crept dug fed forbade foresaw forgave sang slid spun sprang stuck stung swam swung tore upheld "
    "overcame overran outgrew oversaw rang shone shrank slew sped spread burst beat cost cut hit hurt let put quit set shut bet cast "
    "broadcast forecast rebuilt retook reran resold redrew foretold outsold partook mistook misled retold became befell"
)
IRREGULAR_PARTICIPLES: Final = word_set(
    "given taken written broken spoken chosen driven drawn flown known shown grown thrown worn torn sworn stolen frozen forgotten "
    "forgiven hidden ridden risen fallen beaten bitten eaten seen gone done begun become overthrown withdrawn undertaken woken "
    "borne sung sunk sprung swum shaken shrunk slain proven overseen undergone overrun come run made found held sent sold bought "
    "brought built caught fought kept laid led left lost met paid said sought shot struck taught told thought won heard born "
    "put set cut hit hurt let shut cast broadcast forecast rebuilt hung dealt felt meant spent understood upheld bound fed dug lit"
)
NOUN_LIKE_PASTS: Final = word_set(
    "cut hit hurt let put set shut bet cast broadcast forecast cost spread burst split beat saw felt left"
)
NOT_PASTS: Final = word_set(
    "need indeed hundred speed seed feed breed bleed greed weed reed deed creed exceed proceed succeed shed sled embed united "
    "biased naked wicked sacred beloved rugged aged unprecedented limited-edition infrared red bed led wed ted fred ed med "
    "mohammed ahmed muhammed hamed alfred mixed alleged so-called"
)
NOT_PARTICIPLES: Final = word_set(
    "during following regarding including concerning according king thing something nothing anything everything spring string "
    "morning evening beijing wing ring sing bring sterling being building meeting offering ceiling wedding pending depending boeing "
    "nanjing chongqing sibling herring outstanding notwithstanding interesting missing"
)

ATTRIBUTIONS: Final = word_set(
    "said says say told tells tell stated states state announced announces reported reports report explained explains added adds "
    "argued argues claimed claims believe believes believed think thinks thought note notes noted emphasized emphasised stressed "
    "confirmed confirms insisted insists acknowledged acknowledges testified wrote writes warned warns predicted predicts "
    "estimated estimates declared alleged alleges denied denies suggested suggests concluded revealed disclosed asserted maintained "
    "contends contended recalled remarked replied observed expect expects hope hopes showed shows show indicated indicates "
    "quoted knew know knows learned found agreed promised vowed saying adding arguing noting claiming warning stating telling fear fears feared hoped expected"
)
DENIALS: Final = word_set("denied denies deny disputed disputes")
EXPECTING: Final = word_set(
    "expect expects expected plan plans planned hope hopes intend intends supposed meant forecast scheduled due slated set poised aim aims wants want"
)

COMMON_BASES: Final = word_set(
    "say expect believe think plan hope want remain include argue claim know see fear warn agree insist seem need mean show suggest "
    "continue become begin start end allow make take give go come hold keep lead meet require seek serve provide produce "
    "appear contain exist follow own reinforce symbolize represent face tell open close expire arrive depart resume return leave last run"
)
"""Verbs whose bare form, after a plural noun or a pronoun, is the verb of a clause."""

PRESENTS: Final = word_set(
    "says tells remains becomes begins continues expects believes seems allows makes takes gives gets goes comes holds keeps leads "
    "meets requires seeks serves wants appears contains exists follows owns provides includes faces knows thinks intends insists "
    "argues opens closes ends arrives departs expires represents reinforces suggests sees brings runs stands means needs denies "
    "acknowledges explains adds confirms calls plans claims reports hopes shows shall marks enters"
)

OCCURRENCES: Final = word_set(
    "occurred occurs occur happened happens happen began begins begin started starts opened opens ended ends closed concluded "
    "erupted ensued resumed commenced"
)
"""Verbs that say only that their subject took place, began or ended, so that the subject names the event."""

OPENINGS: Final = word_set(
    "began begin begins begun started start starts opened open opens commenced erupted broke"
)
CLOSINGS: Final = word_set("ended ends end closed close closes concluded finished ceased stopped")
LASTINGS: Final = word_set("last lasted lasts lasting took continued ran")
"""Verbs that tell only that their subject began, that it ended, and how long it went on."""

LIGHT_VERBS: Final = word_set(
    "hold held holds signed sign signing signs launched launch launching launches began begin staged stage staging carried conducted "
    "conduct conducting attended attend attending made make making took take gave give announced committed fought fight fighting opened "
    "hosted host convened presided"
)
"""Verbs whose object names the event: to hold a ceremony, to sign a treaty."""

EVENT_NOUNS: Final = word_set(
    "agreement arrest arrival assault attack bankruptcy battle blast bombing campaign ceasefire ceremony clash clearance collapse "
    "conference conflict coup crash crackdown death debate departure deployment election earthquake embargo exercise exhibition "
    "explosion festival fire funeral hearing hijacking inauguration incident invasion investigation killing landing launch march "
    "massacre match meeting merger mission mutiny offensive operation outbreak parade protest raid rally referendum reform release "
    "resignation return revolt revolution riot session shooting siege signing storm strike summit surrender takeover talks tour trial "
    "truce uprising verdict victory visit vote voyage war wedding withdrawal treaty announcement decision merger acquisition murder "
    "assassination breach hack leak intrusion petition declaration speech pact deal accord inspection contract surge ambush riot raid "
    "interview questioning death birth marriage divorce dismissal appointment retirement inquiry inquest appeal sentencing acquittal conviction verdict launch outage "
    "flood storm hurricane avalanche eruption famine drought epidemic pandemic plague scare panic evacuation rescue rollout upgrade "
    "migration rollback deployment flush collapse default recall scandal fraud theft robbery kidnapping escape exile coronation partition"
)
"""Nouns that name something that takes place."""

EVENT_ENDINGS: Final = ("tion", "sion", "ment", "val", "sal", "tal", "rial")
NOT_EVENTS: Final = word_set(
    "government parliament department apartment hospital capital station nation document constitution administration corporation "
    "regiment instrument element monument basement equipment environment position population generation portion section fraction "
    "mission material editorial industrial memorial portal metal pedal medal vessel rival naval carnival commission organisation "
    "organization institution association federation foundation publication location version pension mansion television sentiment"
)
"""Nouns that end like those of what takes place."""

CONNECTIVES: Final = word_set(
    "moreover furthermore additionally meanwhile therefore however specifically also nevertheless nonetheless still thus hence "
    "consequently then subsequently afterwards afterward later finally eventually instead indeed similarly overall reportedly but and "
    "so yet or in-addition besides likewise previously earlier"
)
"""Words at the head of a sentence that join it to the one before; no title begins with them."""

SCHEDULED: Final = word_set(
    "begins starts opens ends closes expires arrives departs resumes takes meets goes leaves returns "
    "begin start open end close expire arrive depart resume meet leave return"
)
"""Verbs whose present form says what is to come, where a time that is to come stands beside them."""

SEQUELS: Final = word_set("then later afterwards afterward subsequently thereafter")
FORERUNNERS: Final = word_set("earlier previously beforehand")
"""Adverbs that put a statement after, or before, the one told just before it."""

INTRANSITIVES: Final = word_set(
    "died returned resigned escaped emerged arrived collapsed disappeared appeared retired survived remained moved travelled traveled "
    "appealed agreed worked lived stayed surrendered fled failed refused continued vanished recovered departed rose fell went came"
)
"""Verbs that have no passive: "was wounded and died"."""

INVERTED: Final = word_set("said says added asked wrote explained replied")
"""Verbs of saying that stand before their subject after what was said: "..., said the minister"."""

ASPECTUALS: Final = word_set(
    "began begin begins begun started start starts stopped stop stops kept keeps keep resumed finished continued continues"
)
"""Verbs that only say how another goes on: "began flushing"."""

COPULAS: Final = word_set(
    "remain remains remained stay stays stayed become becomes became seem seems seemed look looks looked appear appears appeared"
)
"""Verbs that a participle may follow as an adjective: "remained closed"."""

QUANTIFIERS: Final = word_set("many several some few most all both others")
TAKES_A_LENGTH: Final = word_set("spent spend spends spending last lasted lasts lasting took takes taking")
"""Verbs whose object is a length, which belongs in the title."""

PARTICLES: Final = word_set("up out off down over away back aside")
"""Small words that belong to the verb before them."""

TITLES: Final = word_set(
    "mr mrs ms dr prof gen maj brig lt col sgt capt cmdr adm sen rep gov pres st mt nos vs jan feb mar apr jun jul aug sep sept oct nov dec "
    "fig eds e.g i.e cf ca approx messrs hon rev"
)
"""Shortened words that something follows, so that their full stop ends no sentence."""

ABBREVIATIONS: Final = word_set(
    "inc corp co ltd bros jr sr etc al calif fla mass conn ill ariz va pa wash ore"
)
"""Shortened words that may well end a sentence; it has ended if the next word begins as sentences do."""

BEGINNINGS: Final = word_set(
    "the a an in on at by for from after before during since until when while he she it they we i but and or this that these "
    "those his her its their as if although however meanwhile then there earlier later last next under with also"
)
"""Words with which sentences begin."""

BACKGROUNDS: Final = (
    ("instead", "of"),
    ("rather", "than"),
    ("compared", "with"),
    ("compared", "to"),
    ("in", "contrast", "to"),
    ("unlike",),
    ("than",),
    ("as", "in"),
    ("like", "in"),
)
"""Words after which a time is only held beside what the statement says."""
