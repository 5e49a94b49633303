"""Other names of feasts, as data: how else people say and spell them.

A name without its apostrophe, without its hyphen, or with "saint" for "st" need not be here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

__all__ = ["OTHER_NAMES"]

OTHER_NAMES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        feast: tuple(names.split(", "))
        for feast, names in {
            "christmas": "christmas day, xmas, xmas day, x-mas",
            "christmas eve": "xmas eve",
            "new year's day": "new year, new years, new year's, new year day",
            "new year's eve": "new year eve, nye",
            "valentine's day": "valentine day, saint valentine's day, st. valentine's day",
            "martin luther king day": "martin luther king jr. day, martin luther king's day, mlk day",
            "presidents' day": "president's day, washington's birthday",
            "st patrick's day": "st. paddy's day",
            "april fools' day": "april fool's day, april fools",
            "mother's day": "mothers' day",
            "father's day": "fathers' day",
            "labor day": "labour day",
            "boss's day": "boss day, bosses day",
            "thanksgiving": "thanksgiving day, turkey day",
            "halloween": "hallowe'en, halloween day",
            "all saints' day": "all saint's day",
            "veterans day": "veterans' day, veteran's day",
            "armistice day": "remembrance day",
            "easter": "easter day, easter sunday",
            "mardi gras": "shrove tuesday, pancake day",
            "maundy thursday": "holy thursday",
            "good friday": "great friday",
            "orthodox good friday": "orthodox great friday",
            "orthodox easter": "orthodox easter sunday",
            "pentecost": "whit sunday, whitsun, pentecost sunday",
            "ascension day": "ascension thursday",
            "king's day": "koningsdag",
            "palm sunday": "branch sunday",
            "orthodox palm sunday": "orthodox branch sunday",
            "orthodox holy saturday": "orthodox great saturday",
            "clean monday": "green monday, pure monday, ash monday, orthodox ash monday",
            "ash wednesday": "carnival wednesday",
            "holy week": "passion week, great week",
            "epiphany": "three kings' day, feast of the epiphany, day of the three kings",
            "assumption day": "assumption, feast of the assumption, assumption of mary",
            "trinity sunday": "feast of the holy trinity",
            "corpus christi": "feast of corpus christi",
            "columbus day": "indigenous peoples' day",
            "grandparents day": "grandparents' day, national grandparents day",
            "thanksgiving eve": "day before thanksgiving",
            "black friday": "day after thanksgiving",
            "st lucy's day": "st lucia's day",
            "st john's day": "midsummer day",
            "ides of march": "the ides of march",
            "international women's day": "women's day",
            "international workers' day": "workers' day, international labour day",
            "world children's day": "children's day",
            "nelson mandela international day": "nelson mandela day",
            "human solidarity day": "international human solidarity day",
            "juneteenth": "juneteenth day",
            "star wars day": "may the fourth",
            "ve day": "v-e day",
            "vj day": "v-j day",
            "rosh hashanah": ("rosh hashana, rosh ha-shanah, jewish new year, yom teruah, feast of trumpets"),
            "yom kippur": "day of atonement",
            "sukkot": (
                "succot, succos, sukkos, sukkoth, feast of tabernacles, feast of booths, "
                "feast of the ingathering, feast of ingathering"
            ),
            "shemini atzeret": "shmini atzeret",
            "simchat torah": "simhat torah, simchas torah",
            "hanukkah": (
                "chanukah, hanukah, hanuka, hanukka, chanuka, chanukkah, feast of dedication, "
                "festival of lights"
            ),
            "tu bishvat": "tu b'shvat, tu bishevat, tu b'shevat",
            "passover": "pesach, pesah, feast of unleavened bread",
            "yom hashoah": "yom ha-shoah, holocaust day",
            "yom hazikaron": "yom ha-zikaron",
            "yom haatzmaut": "yom ha'atzmaut, yom ha-atzmaut, israeli independence day",
            "yom yerushalayim": "jerusalem day",
            "lag baomer": "lag b'omer, lag la'omer, lag baomer day",
            "shavuot": "shavuoth, shavuos, feast of weeks",
            "tisha b'av": "tish'a b'av, ninth of av",
            "islamic new year": (
                "hijri new year, muslim new year, amun jadid, 1 muharram, ras as-sanah al-hijriyah"
            ),
            "ashura": "day of ashura, yom ashura",
            "arbaeen": "arba'een",
            "mawlid": (
                "mawlid al-nabi, mawlid an-nabi, mawlid al-nabawi, milad un-nabi, milad-un-nabi, "
                "eid milad-un-nabi, eid-e-milad, eid milad, prophet's birthday, "
                "prophet muhammad's birthday, maulid"
            ),
            "isra and mi'raj": (
                "isra' and mi'raj, lailat al miraj, the prophet's ascension, the night journey"
            ),
            "mid-sha'ban": "shab-e-barat, laylat al-bara'at",
            "ramadan": "ramadhan, ramzan, ramazan, month of ramadan, holy month of ramadan",
            "laylat al-qadr": (
                "laylat al kadr, lailat al-qadr, laylatul qadr, lailatul qadr, night of power, "
                "night of decree, night of destiny, night of measures, shab-e-qadr"
            ),
            "eid al-fitr": (
                "eid ul-fitr, id ul-fitr, eid-ul-fitr, idul fitri, lesser eid, sugar feast, eid fitr"
            ),
            "day of arafah": "arafat day, day of arafat, arafah day",
            "eid al-adha": (
                "eid ul-adha, id ul-adha, eid-ul-adha, bakrid, bakr-id, idul adha, greater eid, "
                "feast of the sacrifice, feast of sacrifice, sacrifice feast, festival of sacrifice"
            ),
            "jumu'atul-wida": "jumu'ah al-wida, jamat ul-vida, jumatul wida, jumat-ul-vida",
            "chinese new year": (
                "lunar new year, spring festival, chinese lunar new year, chinese new year's day, "
                "chinese new years, chinese lunar new year's day, lunar new year's day, cny"
            ),
            "korean new year": "seollal",
            "qingming": "qingming festival, tomb-sweeping day",
            "double ninth festival": "chung yeung, double ninth, chongyang festival",
            "vesak": (
                "vesak day, wesak, wesak day, buddha day, buddha's birthday, buddha purnima, vaisakha, "
                "buddha jayanti"
            ),
            "diwali": "deepavali, divali, dipavali, lakshmi puja, deepawali, lakshmi pujan",
            "naraka chaturdashi": (
                "kali chaudas, choti diwali, chhoti diwali, roop chaudas, narak chaturdashi"
            ),
            "dhanteras": "dhanatrayodashi",
            "govardhan puja": "annakut",
            "bhai dooj": "bhai duj, bhaiya dooj, bhau beej, bhai tika, bhai phota",
            "holi": (
                "dhulandi, dhuleti, festival of colors, festival of colours, dhulivandan, rangwali holi"
            ),
            "holika dahan": "chhoti holi, choti holi, kama dahanam",
            "dussehra": "vijayadashami, vijaya dashami, dasara, dasehra, dashahara, bijoya dashami",
            "navaratri": "navratri, navarathri, sharad navaratri, durga puja, durgotsava",
            "durga ashtami": "durgashtami, maha ashtami",
            "maha navami": "mahanavami",
            "janmashtami": (
                "krishna janmashtami, gokulashtami, sri krishna jayanti, krishna jayanthi, saatam aatham"
            ),
            "maha shivaratri": "maha shivratri, mahashivratri, mahashivaratri, shivaratri, shivratri",
            "rama navami": "ram navami, ramanavami",
            "makar sankranti": "makara sankranti, maghi, uttarayan, sankranti",
            "bhogi": "bogi, bogi pandigai, bhogi pandigai, bhogi pongal",
            "pongal": "thai pongal, surya pongal",
            "mattu pongal": "maattu pongal",
            "kaanum pongal": "kanni pongal, kanum pongal",
            "onam": "thiru onam, thiruvonam, tiruvonam",
            "ugadi": "yugadi, samvatsaradi, chaitra sukhladi, chaitra sukladi",
            "tamil new year": "puthandu, tamil new year's day",
            "bengali new year": "pohela boishakh, poila baisakh, bangla new year",
            "vaisakhi": "baisakhi, vaishakhi, vasakhi",
            "basant panchami": (
                "vasant panchami, saraswati puja, sri panchami, saraswati jayanti, shree panchami"
            ),
            "raksha bandhan": "rakshabandhan, rakhi",
            "ganesh chaturthi": "vinayaka chaturthi, vinayaka chavithi, ganesha chaturthi, ganeshotsav",
            "chhath puja": "chhath, chhathi, dala puja, dala chhath, surya shashthi, chhath parv",
            "rath yatra": "ratha yatra, ratha-yatra",
            "mahavir jayanti": "mahavir janma kalyanak, mahaveer jayanti",
            "guru nanak jayanti": "guru nanak's birthday, gurpurab, guru nanak gurpurab",
            "guru gobind singh jayanti": "guru gobind singh birthday, guru govind singh jayanti",
            "guru ravidas jayanti": ("guru ravidass jayanti, guru ravidas birthday, guru ravidass birthday"),
            "valmiki jayanti": "maharishi valmiki jayanti, pargat diwas",
            "rabindra jayanti": "rabindranath jayanti, rabindranath tagore jayanti, tagore jayanti",
            "gandhi jayanti": "gandhi's birthday, mahatma gandhi's birthday",
            "karva chauth": "karwa chauth, karwa chouth",
            "parsi new year": "jamshedi navroz, pateti",
        }.items()
    }
)
"""Each feast with its other names."""
