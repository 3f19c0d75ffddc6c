"""The texts of the encoder's reference fixture. All were written for it."""

PLAIN = [
    "How are notes linked?",
    "The kettle whistled before the guests had found their chairs.",
    "What did the talk say about tokenizers?",
    "A vault of notes is only as good as the questions one can ask it.",
    "who decided to move the meeting to thursday",
    "Weights are mapped, not read; pages arrive as they are touched.",
    "Bread needs flour, water, salt, and time.",
    "Every citation names a file, its lines, and the heading above them.",
    "The quick answer is no. The long answer is also no, with footnotes.",
    "why does my garden drain so slowly after rain",
    "It rained. Then it rained more. By noon the cellar was a pond.",
    "Gradient descent walks downhill with a step that should shrink.",
    "I'd've said they couldn't, but they'll show we're wrong; it's Anna's.",
    "‘Single’ and “double” quotes — with dashes – and an ellipsis…",
    "state-of-the-art, well-known, twenty-one, e-mail, re-enter",
    "U.S.A., Ph.D., e.g., i.e., etc. and Dr. No",
    "ALL CAPITALS SHOUT. small letters whisper. MiXeD cAsE wAvErS.",
    "supercalifragilisticexpialidocious antidisestablishmentarianism pneumonoultramicroscopic",
    "retokenization detokenizer embeddingless unbatchable hyperparameterized",
    "one", "a", "I", "the", "xylophone", "zzzzzz", "qwxzj",
]

SPACE = [
    "", " ", "   \t\n\r  ", "\n", "\u3000\u2003\u00a0", "\u200b", "\u200b\u200b\ufeff", "\x00", "\x00\x01\x02\x7f",
    " leading", "trailing ", "  both  sides  ", "tabs\tand\nnew\r\nlines\rof every kind",
    "no\u00a0break thin\u2009space ideographic\u3000space", "zero\u200bwidth\u200bspace",
    "line\u2028separator paragraph\u2029separator", "next\u0085line vertical\x0btab form\x0cfeed",
    "soft\u00adhyphen", "\ufeffbyte order mark first", "word\u2060joiner",
]

CONTROL = [
    "bell\x07 and escape\x1b[31mred\x1b[0m", "null\x00inside\x00words", "file\x1cgroup\x1drecord\x1eunit\x1f",
    "delete\x7fdelete", "c1 \x80\x81\x9f controls", "replacement \ufffd character \ufffd\ufffd",
    "private \ue000\uf8ff use \U000f0000\U0010fffd", "noncharacters \ufffe\uffff\U0001fffe end",
    "right\u202eto left override\u202c and \u2066isolate\u2069", "unassigned \u0378 \U000e0080 code points",
    "tag \U000e0041\U000e0042\U000e007f characters", "interlinear \ufff9a\ufffab\ufffb",
]

SPECIAL = [
    "[CLS]", "[SEP]", "[PAD]", "[UNK]", "[MASK]", "[cls] [sep]", "The [MASK] sat on the mat.",
    "a[SEP]b[CLS]c", "[CLS] already marked [SEP]", "[[CLS]]", "[CLS[SEP]]", "[ CLS ]", "[MASK][MASK][MASK]",
    "[PAD] [PAD] padding by hand", "[UNK]known", "[unused1] [unused99]", "##ing ## ##", "[MAS", "[", "]", "[[wiki link|shown]]",
    "\u0301[MASK]\u0301", "[C\u200bLS]", "［CLS］",
]

LATIN = [
    "Café, naïve, résumé, Zürich, Ångström, señor, façade", "Cafe\u0301 nai\u0308ve re\u0301sume\u0301",
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß", "àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "Łódź, Gdańsk, żółć, ąęśćźń",
    "İstanbul ve ılık Iğdır", "Straße STRASSE ẞ ß", "Œuvre, œuf, æsir, ĳs, ŉ, ǆ ǅ Ǆ", "ﬁne ﬂow eﬃcient ﬅ",
    "Tiếng Việt có rất nhiều dấu thanh điệu", "Īesaku ŗudens ķirsis", "Őszintén szólva, tűzoltó", "Đorđe i Čeda žvaću",
    "Þórður fór út í ð", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    "e\u0323\u0302 \u1ec7 o\u0328\u0304", "ｆｕｌｌ　ｗｉｄｔｈ　ＬＥＴＴＥＲＳ　１２３", "𝐛𝐨𝐥𝐝 𝑖𝑡𝑎𝑙𝑖𝑐 𝔣𝔯𝔞𝔨𝔱𝔲𝔯 𝚖𝚘𝚗𝚘 𝟙𝟚𝟛", "ⓒⓘⓡⓒⓛⓔⓓ ⒫⒜⒭⒠⒩",
    "superscripts x² y³ zⁿ and subscripts H₂O CO₂", "K Å Ω are not K Å Ω", "ꟿ Ɐ Ꞁ Ʞ ꭓ",
]

SCRIPTS = [
    "Где лежит книга, которую ты вчера читал?", "Ёлка, йогурт, Їжак, ґанок, Ўсё", "Ποιος έγραψε το ημερολόγιο; ΟΔΟΣ ΣΊΣΥΦΟΣ ς",
    "Ἐν ἀρχῇ ᾠδή ῥυθμός ᾍ", "המחברת על השולחן ליד החלון", "בְּרֵאשִׁית נָקוּד", "الكتاب على الطاولة بجانب النافذة", "مُحَمَّد كَتَبَ رِسَالَةً ـــ ٱ",
    "کتاب روی میز است، چرا؟", "کتاب میز پر ہے۔", "किताब मेज़ पर रखी है।", "ক্ষুদ্র গ্রন্থাগার কোথায়?", "ਕਿਤਾਬ ਮੇਜ਼ ਉੱਤੇ ਹੈ", "પુસ્તક ટેબલ પર છે",
    "ପୁସ୍ତକ ଟେବୁଲ ଉପରେ", "புத்தகம் மேசை மேல் உள்ளது", "పుస్తకం బల్ల మీద ఉంది", "ಪುಸ್ತಕ ಮೇಜಿನ ಮೇಲಿದೆ", "പുസ്തകം മേശപ്പുറത്തുണ്ട്", "පොත මේසය උඩ",
    "หนังสืออยู่บนโต๊ะ ๑๒๓", "ປຶ້ມຢູ່ເທິງໂຕະ", "စာအုပ်က စားပွဲပေါ်မှာ", "សៀវភៅនៅលើតុ ៗ", "དེབ་ཅོག་ཙེའི་སྒང་ལ་འདུག །", "ᠨᠣᠮ ᠰᠢᠷᠡᠭᠡ᠎ᠶᠢᠨ",
    "书在窗边的桌子上。", "書在窗邊的桌子上，對嗎？", "本は窓のそばの机の上にあります。", "カタカナ ｶﾀｶﾅ ガギグゲゴ がぎぐ パピプ", "책은 창가 책상 위에 있다", "한글 ᄒᆞᆫ글 ㄱㄴㄷ 값 뷁",
    "䀀 㐀 鿿 豈 更 丽 𠀀 𪜀 𫝀 𫠠 𫤠", "〇一二三 々〆ヶ 〜「」『』【】", "հայերեն գիրքը սեղանին է։", "წიგნი მაგიდაზეა ᲬᲘᲒᲜᲘ ႠႡ ⴀⴁ", "መጽሐፉ ጠረጴዛው ላይ ነው።", "ᏣᎳᎩ ꭰꭱ Ꭰ",
    "ᐃᓄᒃᑎᑐᑦ ᙭᙮", "ᚠᚢᚦ ᚛ᚑᚌ᚜", "ⲁⲃⲅ Ⲁ ⳹", "ⵜⵉⴼⵉⵏⴰⵖ", "ꦗꦮ ꦧꦱ", "ᬩᬮᬶ ᭄ᬩ", "ᜊᜌᜊᜌᜒᜈ᜔ ᜵ ᜴", "ߒߞߏ ߫", "𐎀𐎁𐎟 𐏐 𒀀𒑰 𓀀𓂀", "𐐀𐐨 𞤀𞤢 𑒰𑓀", "𑀓𑁆𑀱 𑇉 𑄀𑄁𑄂𑅀", "ꓐꓑ꓾ ꔀꔁ꘎ ꖴ",
    "mixed 漢字 and кириллица and العربية in one line", "日本語とEnglishの混在テキスト123",
]

EMOJI = [
    "😀😃😄", "Great work 👍🏽 team 🎉!", "family 👨‍👩‍👧‍👦 and couple 👩‍❤️‍💋‍👨", "flags 🇩🇪🇯🇵🇧🇷 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "keycaps 1️⃣2️⃣#️⃣*️⃣", "❤️ vs ❤ and ☺︎ vs ☺️",
    "👩🏿‍🚀🧑‍💻🏳️‍🌈", "arrows → ← ↑ ⇒ and checks ✓ ✗ ✅ ❌", "stars ★☆ cards ♠♥ notes ♪♫ chess ♔", "box ┌─┐│ blocks ▁▂▃█ shapes ■□●◆", "new 🫠🫡🪿🫨 emoji",
]

CODE = [
    "let total = values.reduce(0, +)", "def f(x: int) -> str:\n    return f\"{x!r}\"", "if (a && b || !c) { return a[i] ? *p : &q; }", "SELECT name, COUNT(*) FROM notes WHERE tag = 'x' GROUP BY 1;",
    "https://example.org/path/to/page?query=a+b&lang=en#section-2", "mailto:someone@example.com", "/usr/local/bin/../lib/x.so.1", "C:\\Users\\me\\notes.md", "2025-07-06T12:34:56Z", "07/06/2025, 12:30 p.m.",
    "<div class=\"note\">&nbsp;text</div>", "# Heading\n\n- item *one*\n- item **two**\n\n> quoted `code`", "| a | b |\n|---|---|\n| 1 | 2 |", "[[page\\|shown]] ![[image.png]] #tag ^block-id",
    "sha256:53aa51172d142c89d9012cce15ae4d6cc0ca6895", "snake_case camelCase kebab-case SCREAMING_SNAKE", "npm i --save-dev @types/node@^20.1.0", "\\begin{equation} e^{i\\pi} + 1 = 0 \\end{equation}", "{\"key\": [1, 2.5, null, true]}", "^[a-z]+(?:\\d{2,3})?$",
]

NUMBERS = [
    "0 1 2 10 100 1000 1000000", "3.14159265358979", "1,234,567.89", "-40 °C = -40 °F", "50% of 200 is 100", "£5 €6 $7 ¥8 ₹9 ₿10", "½ ¼ ¾ ⅓ Ⅷ ⅸ ①②③", "٠١٢٣ ۰۱۲۳ ०१२३ ৩ ๓ 四", "∀x∈ℝ: x² ≥ 0 ∧ ∑ᵢ aᵢ ≠ ∫f(x)dx", "a≠b a≮b a∉B ≢ ⊄ ∄", "√2 ≈ 1.414 ± 0.001 × 10⁻³", "x < y > z = w + v ^ u ~ t ` s | r $ q", "1st 2nd 3rd 4th", "0xDEADBEEF 0b1010 1e-12", "+1 (555) 010-9999",
]

PUNCTUATION = [
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "...!!!???", "—–‒―‐‑", "«guillemets» ‹single› „low“ ‚single‘", "¡Hola! ¿Qué tal?", "· • ‣ ※ † ‡ § ¶ © ® ™", "⸮ ⸘ ⹀ ⹃ ⹏ ؞ ؟ ؛ ۔ ॽ ৽ ੶ ౷", "、。〃〈〉《》〔〕〖〗〘〙〝〞〟〰", "︐︑︒﹁﹂﹏﹡﹨！＂＃％＆＇", "‿⁀⁔﹍﹎＿", "; ` ´ ¨ ¸ ˜ ‾", "᙭ ᙮ 𑇉 ᜴ ᠆ ᠎",
]

LONG = [
    "x" * 99, "x" * 100, "x" * 101, "y" * 5000, "é" * 100, "é" * 101, "e\u0301" * 100, "e\u0301" * 120, "字" * 300, "한" * 60, "😀" * 150,
    "word " * 253, "word " * 254, "word " * 255, "word " * 1000, "ab\x00" * 60, "-" * 600, "a-" * 140, "\u0301" * 400, "[MASK]" * 300,
    ("The archive keeps every letter that the lighthouse keeper wrote to his sister, and each letter tells of the weather, "
     "of a passing ship, and of the price of lamp oil. ") * 3,
    ("A long paragraph about very little: the river turns twice before the mill, once for the rock and once for the ford. ") * 87,
    " ".join(f"item {n} costs {n * 37 % 101}.{n % 10}0 and weighs {n * n % 977} g;" for n in range(90)),
    "".join(chr(c) for c in range(0x20, 0x180)), "".join(chr(c) for c in range(0x370, 0x400) if chr(c).isprintable()),
    " ".join(chr(c) for c in range(0x2000, 0x2070)), " ".join(chr(c) for c in range(0xfe00, 0xfe70)),
]

PASSAGES = [
    "Compost heats up when it has enough nitrogen and air. Turn it once a week, keep it as damp as a wrung sponge, and it will be "
    "soil before autumn. A cold heap works as well but takes a year.",
    "The index is a cache: delete it and nothing is lost but time. What must never be lost is the raw folder, whose files are not "
    "edited once they are added.",
    "To tune the piano, begin with the A above middle C, then set the temperament octave by fifths and fourths, counting beats.",
    "A hash table with open addressing keeps its entries in one array; a lookup walks from the slot that the hash names to the first free one.",
    "Transcript [00:00:48 → 00:01:06] so what we found is, um, the model doesn't really read the middle of the context",
    "Sourdough starter, day 4: bubbles on the surface, smells of apples, doubled in six hours at 24 °C.",
    "Attention weighs every token against every other; its cost grows with the square of the length.",
    "Meeting notes — present: Ida, Marek, Tomoko. Decision: ship on Friday unless the migration test fails again.",
    "Der Zug nach Köln fährt um 7:42 Uhr von Gleis 3, sofern er nicht wieder ausfällt.",
    "Le chat dort sur le clavier pendant que j'essaie d'écrire cette phrase.",
    "La biblioteca cierra a las ocho, pero el guardia deja entrar a quien trae pan.",
    "O barco atravessou a baía sob uma lua que parecia uma moeda gasta.",
    "Bibliotekarien glömde nycklarna på bänken bredvid fågelbadet.",
    "Kirjasto on kiinni, mutta ikkunasta näkee hyllyt täynnä karttoja.",
    "Knihovník zapomněl klíče na lavičce, přestože ho žena varovala.",
    "Kitaplık kapalıydı; bekçi ise çoktan uyumuştu.",
]

TEXTS = (PLAIN + SPACE + CONTROL + SPECIAL + LATIN + SCRIPTS + EMOJI + CODE + NUMBERS + PUNCTUATION + LONG + PASSAGES)
