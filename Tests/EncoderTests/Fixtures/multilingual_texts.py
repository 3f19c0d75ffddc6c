"""The texts of the unigram tokenizer's reference fixture, by script. All were written for it."""

LATIN = [
    "How are notes linked?", "The kettle whistled before the guests had found their chairs.",
    "Wie werden Notizen miteinander verknüpft?", "Die Straße endet am Fluß, kurz hinter der Mühle.",
    "Comment relier deux notes sans perdre le fil ?", "L'élève a oublié son cahier à l'école.",
    "¿Cómo se enlazan las notas entre sí?", "El niño soñó con un pingüino en el jardín.",
    "Como é que se ligam as anotações?", "A avó pôs o pão em cima do balcão.",
    "Come si collegano gli appunti?", "Perché il treno è già partito?",
    "Hoe koppel je twee notities aan elkaar?", "Jak połączyć ze sobą dwie notatki?",
    "Zażółć gęślą jaźń, powiedział źle zbudzony król.", "Jak se propojují poznámky?",
    "Příliš žluťoučký kůň úpěl ďábelské ódy.", "Hogyan kapcsolódnak össze a jegyzetek?",
    "Árvíztűrő tükörfúrógép.", "Notlar birbirine nasıl bağlanır?", "İstanbul'da ılık bir akşamdı.",
    "Hur länkas anteckningar?", "Øl og ærter på en rød ø.", "Miten muistiinpanot linkitetään?",
    "Kuidas märkmeid siduda?", "Kaip susieti užrašus?", "Kā sasaistīt piezīmes?",
    "Cum se leagă notițele între ele?", "Làm thế nào để liên kết các ghi chú?",
    "Trời mưa suốt đêm, sáng ra vườn ngập nước.", "Bagaimana catatan saling dihubungkan?",
    "Paano pinagdurugtong ang mga tala?", "Vidokezo vinaunganishwaje?", "Báwo ni a ṣe ń so àkọsílẹ̀ pọ̀?",
    "Hvernig tengjast glósur saman?", "Sut mae cysylltu nodiadau?", "Conas a nasctar nótaí le chéile?",
    "Nola lotzen dira oharrak?", "Com s'enllacen les notes?", "Kiel oni ligas notojn? Ĉu ĝi ŝajnas ĵusa?",
]
CYRILLIC = [
    "Как связать заметки друг с другом?", "Чайник засвистел раньше, чем гости нашли свои стулья.",
    "Съешь ещё этих мягких булок.", "Як пов'язати нотатки між собою?", "Їжак з'їв яблуко й заснув.",
    "Как се свързват бележките?", "Како се повезују белешке?", "Ѓорѓи и Ќира пијат чај.",
    "Жазбаларды қалай байланыстыруға болады?", "Тэмдэглэлүүдийг хэрхэн холбох вэ?",
    "Як звязаць нататкі?", "Ҡайһы китап яҡшыраҡ?",
]
GREEK = [
    "Πώς συνδέονται οι σημειώσεις;", "Ο βραστήρας σφύριξε πριν βρουν τις καρέκλες τους.",
    "Ἐν ἀρχῇ ἦν τὸ τετράδιον.", "ΑΒΓΔ αβγδ ΰ ΐ ῷ ᾳ", "Το μήνυμα έφτασε στις 7:45.", "ς και σ, Σίσυφος",
]
ARMENIAN = [
    "Ինչպե՞ս են կապվում նշումները։", "Թեյնիկը սուլեց, մինչ հյուրերը նստեին։", "և ու եւ", "Երևանում անձրև է։",
]
GEORGIAN = [
    "როგორ უკავშირდება ჩანაწერები ერთმანეთს?", "ჩაიდანმა დაუსტვინა.", "ᲗᲑᲘᲚᲘᲡᲘ თბილისი", "წიგნი მაგიდაზე დევს.",
]
HEBREW = [
    "איך מקשרים בין הערות?", "הקומקום שרק לפני שהאורחים מצאו כיסאות.", "שָׁלוֹם עֲלֵיכֶם", "ד\"ר כהן וגב' לוי",
    "המחיר הוא 25₪ בלבד.", "ﬡﬢ שׁ וֹ", "טקסט עברי with English באמצע.",
]
ARABIC = [
    "كيف ترتبط الملاحظات ببعضها؟", "صفّرت الغلاية قبل أن يجد الضيوف مقاعدهم.", "السَّلَامُ عَلَيْكُمْ",
    "چگونه یادداشت‌ها به هم پیوند می‌خورند؟", "نوٹس کو آپس میں کیسے جوڑا جاتا ہے؟", "ﷺ ﷲ ﻻ ﻼ ﺍﻟﺴﻼﻡ",
    "السعر ١٢٣٫٤٥ ريال", "۱۴۰۳/۰۱/۱۵", "یادداشتونه څنګه سره تړل کېږي؟", "خاتىرىلەر قانداق باغلىنىدۇ؟", "مـــــرحبا",
]
SYRIAC = ["ܐܝܟܢܐ ܐܣܝܪܝܢ ܟܬܒܐ؟", "ܫܠܡܐ ܥܠܝܟܘܢ"]
THAANA = ["ނޯޓުތައް ގުޅުވަނީ ކިހިނެއް؟", "ދިވެހި ބަސް"]
DEVANAGARI = [
    "नोट्स आपस में कैसे जुड़ते हैं?", "मेहमानों के बैठने से पहले केतली सीटी बजाने लगी।", "टिपा एकमेकांशी कशा जोडल्या जातात?",
    "टिप्पणीहरू कसरी जोडिन्छन्?", "क़ ख़ ग़ ज़ ड़ ढ़ फ़ य़", "१२३४५६७८९०", "ॐ शान्तिः ।",
]
BENGALI = ["নোটগুলো কীভাবে যুক্ত হয়?", "অতিথিরা বসার আগেই কেটলি বেজে উঠল।", "ড় ঢ় য়", "১২৩৪৫", "টোকাবোৰ কেনেকৈ সংযোগ কৰা হয়?"]
GURMUKHI = ["ਨੋਟ ਆਪਸ ਵਿੱਚ ਕਿਵੇਂ ਜੁੜਦੇ ਹਨ?", "ਕੇਤਲੀ ਵੱਜ ਪਈ।", "ਲ਼ ਸ਼ ਖ਼", "੧੨੩"]
GUJARATI = ["નોંધો એકબીજા સાથે કેવી રીતે જોડાય છે?", "કીટલી વાગી.", "૧૨૩૪"]
ORIYA = ["ଟିପ୍ପଣୀଗୁଡ଼ିକ କିପରି ଯୋଡ଼ାଯାଏ?", "କେଟଲି ବାଜିଲା।", "୧୨୩"]
TAMIL = ["குறிப்புகள் எவ்வாறு இணைக்கப்படுகின்றன?", "விருந்தினர் அமரும் முன் கெண்டி விசிலடித்தது.", "கொ கோ கௌ", "௧௨௩"]
TELUGU = ["గమనికలు ఎలా అనుసంధానించబడతాయి?", "కెటిల్ ఈల వేసింది.", "౧౨౩", "కై చై"]
KANNADA = ["ಟಿಪ್ಪಣಿಗಳನ್ನು ಹೇಗೆ ಜೋಡಿಸಲಾಗುತ್ತದೆ?", "ಕೆಟಲ್ ಶಿಳ್ಳೆ ಹೊಡೆಯಿತು.", "ಕೋ ಕೊ ಕೇ"]
MALAYALAM = ["കുറിപ്പുകൾ എങ്ങനെ ബന്ധിപ്പിക്കുന്നു?", "കെറ്റിൽ ചൂളമടിച്ചു.", "കൊ കോ", "ൻ ർ ൽ ൾ"]
SINHALA = ["සටහන් එකිනෙක සම්බන්ධ වන්නේ කෙසේද?", "කේතලය විසිල් ගැසුවා.", "කෝ ෝ ෞ"]
THAI = ["บันทึกเชื่อมโยงกันอย่างไร", "กาน้ำร้องก่อนที่แขกจะหาเก้าอี้เจอ", "น้ำ ทำ กำ", "๑๒๓๔", "วันนี้ฝนตกหนักมากจนสวนท่วม"]
LAO = ["ບັນທຶກເຊື່ອມໂຍງກັນແນວໃດ?", "ນ້ຳຮ້ອນແລ້ວ", "ໜູ ໝາ ຫຼາຍ"]
KHMER = ["តើកំណត់ចំណាំភ្ជាប់គ្នាដោយរបៀបណា?", "កំសៀវទឹកបានស្រែក។", "១២៣"]
MYANMAR = ["မှတ်စုများကို မည်သို့ ချိတ်ဆက်သနည်း။", "ရေနွေးအိုး မြည်သည်။", "၁၂၃ ဦး"]
TIBETAN = ["ཟིན་བྲིས་ཇི་ལྟར་སྦྲེལ་ལམ།", "བཀྲ་ཤིས་བདེ་ལེགས།", "༡༢༣ གྷ ཌྷ"]
ETHIOPIC = ["ማስታወሻዎች እርስ በርስ እንዴት ይያያዛሉ?", "ማንቆርቆሪያው ጮኸ።", "፩፪፫", "ሰላም ለሁሉም፡፡"]
HAN = [
    "笔记之间如何建立链接？", "客人还没找到椅子，水壶就响了。", "筆記之間如何建立連結？", "我在2024年3月5日写了12条笔记。",
    "中文English混排，没有空格的句子也要切分。", "﨎 﨏 金 樂 𠮷 𠀀 㐀", "〇一二三四五六七八九十", "㊀㊁㈱㍻㌀",
    "人工智能正在改变我们搜索知识的方式，但引用仍然必须准确。",
]
KANA = [
    "ノートはどのようにリンクされますか？", "客が椅子を見つける前に、やかんが鳴った。", "ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟﾌﾟ ｱｲｳ", "がぎぐ ぱぴぷ", "がぎぐ か゛",
    "東京タワーへ行きたいです。", "ﾃｽﾄ～〜~", "ー―‐−", "㍑㌔㌢㍍", "すもももももももものうち",
]
HANGUL = [
    "노트는 서로 어떻게 연결됩니까?", "손님들이 의자를 찾기도 전에 주전자가 울렸다.", "한글 가각간", "한글", "ㄱㄴㄷ ㅏㅑㅓ", "ﾡﾢﾣ ￂￃ",
    "㉠㉡㈀㈁ ㈎", "서울에서 부산까지 325km이다.", "각 각ᆨ 각",
]
MONGOLIAN = ["ᠲᠡᠮᠳᠡᠭᠯᠡᠯ ᠢ ᠶᠠᠭᠠᠬᠢᠵᠤ ᠬᠣᠯᠪᠣᠬᠤ ᠪᠤᠢ?"]
CHEROKEE = ["ᎣᏏᏲ ᏙᎯᏧ", "ꮣꮳꮃꭹ"]
CANADIAN = ["ᐃᓄᒃᑎᑐᑦ ᐅᖃᐅᓯᖅ"]
OTHERS = [
    "ⵜⵉⴼⵉⵏⴰⵖ ⴰⵣⵓⵍ", "ߒߞߏ ߛߓߍ", "ᚠᚢᚦᚨᚱᚲ", "᚛ᚑᚌᚐᚋ᚜ ᚁ", "𐌰𐌱𐌲𐌳", "𒀀𒁀𒂀", "ⲕⲟⲡⲧⲓⲕⲟⲛ", "ꦗꦮ", "ᮞᮥᮔ᮪ᮓ", "ᬩᬮᬶ", "ꯃꯤꯇꯩ", "ᱥᱟᱱᱛᱟᱲᱤ", "𞤀𞤁𞤂", "ꆈꌠꉙ",
    "ᓚᘏᗢ", "𓀀𓁐", "ㄅㄆㄇㄈ", "⠃⠗⠇",
]
EMOJI = [
    "Great job 🎉🎉!", "👨‍👩‍👧‍👦 family", "👍🏽 thumbs", "🏳️‍🌈 🏴‍☠️ 🇩🇪🇯🇵", "❤️ vs ❤", "☺︎ ☺️", "1️⃣2️⃣3️⃣ #️⃣", "🧑🏿‍🚀🫠🫨🪿",
    "text😀text", "😂😂😂😂😂😂😂😂", "¯\\_(ツ)_/¯ (╯°□°)╯︵ ┻━┻", "✓ ✔ ✗ ★ ☆ ♥ ♪", "→ ← ⇒ ↔ ∞ ≈ ≠ ≤ ∑ ∫ √ ∂", "ʕ•ᴥ•ʔ",
]
MIXED = [
    "Der Vortrag „State of GPT“ erklärt das 预训练 und RLHF (обучение с подкреплением).",
    "Привет world, 你好 мир, שלום عالم!", "αβγ≠abc≠абв", "Tokyo東京トウキョウ도쿄", "C'est 50 % plus rapide, n'est-ce pas ?",
    "x² + y² = z²; H₂O; CO₂; 10⁻⁹", "½ ⅓ ¼ ⅞ ↉", "№ 5, ™ ® © ℃ ℉ Å Ω K", "①②③ ⑴ ⒈ ⓐ Ⓩ", "Ⅷ ⅷ ↀ", "ﬁnance oﬃce ﬂow ﬆ ﬀ", "Ǆ ǆ Ǉ ǌ ĳ Ĳ ŉ ſ",
    "ＦＵＬＬ　ｗｉｄｔｈ　１２３！？", "𝐁𝐨𝐥𝐝 𝒮𝒸𝓇𝒾𝓅𝓉 𝔉𝔯𝔞𝔨 𝟘𝟙𝟚 𝛼𝛽", "ℕ ℤ ℚ ℝ ℂ ℏ ℓ", "ᴴᵉˡˡᵒ ₐₑₒ", "🄰🅱🆎 🈁 🈯", "㎏ ㎡ ㏄ ㎧ ㏒", "º ª ¹ µ ¼", "…‥․ ‼ ⁇ ⁉",
    "¨ ´ ¸ ¯ ˘ ˙ ˚ ˛ ˜ ˝", "´a ¨o `e ^i", "‘single’ “double” «guillemets» ‹single› „low“ ‚low‘", "— – ‒ ― − ‐ ‑ -",
    "٠١٢ ۰۱۲ ०१२ ০১২ ੦੧੨ ૦૧૨ ௦௧௨ ౦౧౨ ೦೧೨ ൦൧൨ ๐๑๒ ໐໑໒ ༠༡༢ ၀၁၂ ០១២ ᠐᠑᠒ ０１２ 𝟎𝟏𝟐",
]
MARKS = [
    "Ångström Ångström Ångström", "café café", "résumé résumé", "ṩ ṩ ṩ", "ậ ậ ậ ậ",
    "ñandú Ñandú", "Z̴a̷l̶g̵o̸ t̷e̵x̴t̸", "a\u0301\u0302\u0303\u0304\u0305", "\u0301 alone", "e\u0301\u0301", "ü̃ ǖ ǖ ǖ", "ﬁ\u0301 ﬁ\u0302n", "Ａ\u030a ａ\u0301 Ｅ\u0302",
    "q\u0307\u0323 d\u0323\u0307", "\u1100\u1161\u11a8 \u1100\u1161 \u11a8", "क\u093c ड\u093c", "か\u3099 は\u309a ｶ\u3099", "ế ệ ỗ ữ ằ", "i\u0307 İ ı", "ς\u0301 ώ ώ ᾷ ᾷ", "א\u05b7 אַ יִ יִ",
    "ൊ \u0d46\u0d3e", "ো \u09c7\u09be", "့် ့်", "𑄮 𑄱\u11127", "😀\u0301", "-\u0301 1\u0308", "K\u0301 𝐊\u0301",
]
SPACE = [
    "", " ", "   \t\n\r  ", "\n", "\u3000\u2003\u00a0", "\u200b", "\u200b\u200b\ufeff", "\x00", "\x00\x01\x02\x7f", "a\x00b", " leading", "trailing ", "  both  sides  ",
    "tabs\tand\nnew\r\nlines\rof every kind", "no\u00a0break thin\u2009space ideographic\u3000space", "zero\u200bwidth\u200bspace", "zero\u200cnon\u200djoiner", "line\u2028separator paragraph\u2029separator",
    "next\u0085line vertical\x0btab form\x0cfeed", "soft\u00adhyphen", "\ufeffbyte order mark first", "word\u2060joiner", "ogham\u1680space", "left\u200eto\u200fright", "invisible\u2061\u2062\u2063times",
    "mongolian\u180evowel separator", "hangul\u3164filler\u115f\u1160\uffa0", "braille\u2800blank", "bell\x07 and escape\x1b[31mred\x1b[0m", "file\x1cgroup\x1drecord\x1eunit\x1f",
    "c1 \x80\x81\x8f\x90\x9f controls", "replacement \ufffd character \ufffd\ufffd", "private \ue000\uf8ff use \U000f0000\U0010fffd", "noncharacters \ufffe\uffff\U0001fffe end", "\ufdd0\ufdef",
    "right\u202eto left override\u202c and \u2066isolate\u2069", "unassigned \u0378 \U000e0080 code points", "tag \U000e0041\U000e0042\U000e007f characters", "variation\ufe0e\ufe0f\U000e0100", "interlinear \ufff9a\ufffab\ufffb",
    "arabic letter mark \u061cx", "combining grapheme\u034fjoiner", "a \u0301 b", "\u0020\u0308", "x\n\n\n\ny", " \u0301", "\t\u0301x", "trailing no-break\u00a0", "trailing zero width\u200b",
]
META = [
    "▁", "▁▁", "a▁b", "▁a ▁ b▁", "<s>", "</s>", "<unk>", "<mask>", "<pad>", "a <mask> b</s>c", "query: passage: ", "query: ", "passage:", "<0x41>", "[CLS] [SEP] ##a", "@@ ## ▂ ▀",
]
LONG = [
    "a" * 100, "word" * 100, "Donaudampfschifffahrtsgesellschaftskapitän" * 5, "我" * 120, "長い" * 80, "ab\u0301" * 60, "𠮷" * 60, "=" * 120, "-" * 79, "." * 60, "0123456789" * 20, "🙂" * 50,
    "http://example.org/a/very/long/path?with=query&and=more#fragment-" + "x" * 40, "supercalifragilisticexpialidocious antidisestablishmentarianism", "ก" * 60, "ⴰ" * 30,
    "deadbeefcafebabe0123456789abcdef" * 4, "QWxsIHRoZXNlIGxldHRlcnMgYXJlIGJhc2U2NA==" * 3, "no_spaces_but_under_scores_and.dots.and/slashes\\and|pipes" * 3,
    "The lamp was lit and the page was turned. " * 60, "Лампа горела, страница переворачивалась. " * 60, "灯亮着，书页翻过去了。" * 60,
]
CODE = [
    "func add(_ a: Int, _ b: Int) -> Int { a + b }", "SELECT * FROM notes WHERE id = 42;", "git commit -m 'fix: typo' && git push", "```python\nprint(\"hi\")\n```", "| a | b |\n|---|---|\n| 1 | 2 |",
    "[[page|shown text]] and [link](http://example.org)", "#tag ^block-id - [ ] task", "{\"key\": [1, 2.5, null, true]}", "C:\\Users\\x\\file.txt", "E = mc^2, f(x) = \\frac{1}{2}", "λx.x+1", "user@example.com, +49 (0)30 1234-567",
    "1,234,567.89 1.234.567,89 1 234 567,89", "2025-07-06T12:34:56Z", "v1.2.3-beta+exp.sha.5114f85", "&amp; &lt;b&gt; &#x1F600;", "~/.config/*.yml !important $HOME %PATH%", "a+b=c a-b a*b a/b a^b a%b a&b a|b",
]
CASES = [
    "ALL CAPITALS SHOUT. small letters whisper. MiXeD cAsE wAvErS.", "state-of-the-art, well-known, twenty-one, e-mail, re-enter", "I'd've said they couldn't, but they'll show we're wrong; it's Anna's.",
    "U.S.A., Ph.D., e.g., i.e., etc. and Dr. No", "one", "a", "I", "zzzzzz", "qwxzj", "retokenization detokenizer embeddingless unbatchable", "Is MirageLSD real?", "GPT-4o, LLaMA-3.1-405B, nanoGPT, micrograd",
    "What did the talk say about tokenizers?", "A vault of notes is only as good as the questions one can ask it.", "who decided to move the meeting to thursday", "Bread needs flour, water, salt, and time.",
]

GROUPS = {
    "Latin": LATIN, "Cyrillic": CYRILLIC, "Greek": GREEK, "Armenian": ARMENIAN, "Georgian": GEORGIAN, "Hebrew": HEBREW, "Arabic": ARABIC, "Syriac": SYRIAC, "Thaana": THAANA,
    "Devanagari": DEVANAGARI, "Bengali": BENGALI, "Gurmukhi": GURMUKHI, "Gujarati": GUJARATI, "Oriya": ORIYA, "Tamil": TAMIL, "Telugu": TELUGU, "Kannada": KANNADA, "Malayalam": MALAYALAM,
    "Sinhala": SINHALA, "Thai": THAI, "Lao": LAO, "Khmer": KHMER, "Myanmar": MYANMAR, "Tibetan": TIBETAN, "Ethiopic": ETHIOPIC, "Han": HAN, "Kana": KANA, "Hangul": HANGUL,
    "Mongolian": MONGOLIAN, "Cherokee": CHEROKEE, "Canadian": CANADIAN, "others": OTHERS, "emoji": EMOJI, "mixed": MIXED, "marks": MARKS, "space": SPACE, "meta": META, "long": LONG,
    "code": CODE, "cases": CASES,
}
TEXTS = [text for group in GROUPS.values() for text in group]

# For vectors: a question and a passage of each of many languages, and some odd texts.
VECTORS = [
    (role, text)
    for group in ["Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Hebrew", "Arabic", "Devanagari", "Bengali", "Tamil", "Thai", "Khmer", "Myanmar", "Ethiopic", "Han", "Kana", "Hangul"]
    for role, text in zip(("query", "passage"), GROUPS[group])
] + [("passage", text) for text in LATIN[2:14] + MIXED[:2] + EMOJI[:2] + ["", " ", "a"] + LONG[1:2] + LONG[-3:] + CODE[:3]]
