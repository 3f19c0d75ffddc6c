"""Writes x-archive/data as X writes it: lists of objects behind an assignment."""
import json
import pathlib

folder = pathlib.Path(__file__).parent / "x-archive" / "data"
OWN = "1500000001"


def tweet(id, created, text, reply=None, urls=(), media=(), lang="en"):
    value = {
        "edit_info": {"initial": {"editTweetIds": [id], "editableUntil": "2025-07-06T19:05:22.000Z"}},
        "retweeted": False,
        "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": [
            {"url": short, "expanded_url": long, "display_url": long[8:30], "indices": ["0", "23"]}
            for short, long in urls]},
        "display_text_range": ["0", str(len(text))],
        "favorite_count": "12", "retweet_count": "3", "id_str": id, "id": id, "truncated": False,
        "created_at": created, "favorited": False, "full_text": text, "lang": lang,
    }
    if reply:
        status, user, name = reply
        value |= {"in_reply_to_status_id_str": status, "in_reply_to_status_id": status,
                  "in_reply_to_user_id": user, "in_reply_to_user_id_str": user,
                  "in_reply_to_screen_name": name}
    if media:
        value["entities"]["media"] = list(media)
        value["extended_entities"] = {"media": list(media)}
    return {"tweet": value}


def write(name, part, items):
    path = folder / f"{name}.js"
    text = json.dumps(items, indent=2, ensure_ascii=False)
    path.write_text(f"window.YTD.{part} = {text}", encoding="utf-8")


LONG = ("Dry stone walls stand because every stone rests on two others and no joint runs through. "
        "Rain goes through them & frost finds no water to push with.\n\n"
        "What holds a wall up is that it may move. Mortar forbids it, and cracks. See "
        "https://t.co/walls1 for how the through stones are set. "
        "A waller does not put a stone down that he has picked up: he finds a place for it, "
        "and if there is none he makes one.")

posts = [
    # The preview of a long post, cut off.
    tweet("1941000000000000001", "Sun Jul 06 08:05:22 +0000 2025",
          LONG[:200].replace("&", "&amp;") + "… https://t.co/walls0"),
    tweet("1941000000000000002", "Sun Jul 06 21:40:00 +0000 2025",
          "How a hedge is laid, in three posts. First: cut each stem nearly through, low down."),
    tweet("1941000000000000003", "Sun Jul 06 21:41:10 +0000 2025",
          "Then bend it uphill; it lives on by a strip of bark &lt; 1 cm thick.",
          reply=("1941000000000000002", OWN, "hedge_and_wall")),
    # The next day, still the same thread.
    tweet("1941000000000000004", "Mon Jul 07 00:10:00 +0000 2025",
          "Stakes hold the stems, hazel is woven on top. https://t.co/hedge1",
          reply=("1941000000000000003", OWN, "hedge_and_wall"),
          urls=[("https://t.co/hedge1", "https://hedges.example/styles?county=devon&year=1950")]),
    tweet("1941000000000000005", "Mon Jul 07 07:00:00 +0000 2025",
          "RT @moor_notes: Peat is plant matter that did not rot. https://t.co/peat1"),
    tweet("1941000000000000006", "Mon Jul 07 09:00:00 +0000 2025",
          "@moor_notes Does heather smoke taste the same?",
          reply=("1940999999999999999", "42", "moor_notes")),
    tweet("1941000000000000007", "Mon Jul 07 09:01:00 +0000 2025",
          "@moor_notes I mean in malt.",
          reply=("1941000000000000006", OWN, "hedge_and_wall")),
    tweet("1941000000000000008", "Tue Jul 08 12:00:00 +0000 2025",
          "A gap, before and after.\n---\nStones & all. https://t.co/photo1".replace("&", "&amp;"),
          media=[{"url": "https://t.co/photo1", "type": "photo", "id_str": "7",
                  "expanded_url": "https://x.com/hedge_and_wall/status/1941000000000000008/photo/1",
                  "media_url_https": "https://pbs.twimg.com/media/Gap1.jpg",
                  "ext_alt_text": "A wall with a [gap]"},
                 {"url": "https://t.co/photo1", "type": "video", "id_str": "8",
                  "media_url_https": "https://pbs.twimg.com/thumb.jpg",
                  "video_info": {"variants": [
                      {"content_type": "application/x-mpegURL", "url": "https://video.twimg.com/a.m3u8"},
                      {"bitrate": "256000", "content_type": "video/mp4", "url": "https://video.twimg.com/small.mp4"},
                      {"bitrate": "2176000", "content_type": "video/mp4", "url": "https://video.twimg.com/large.mp4"}]}}]),
]
more = [
    tweet("1960000000000000001", "Fri Aug 29 10:00:00 +0000 2025",
          "Genau so, nur ohne Mörtel: https://t.co/quote1", lang="de",
          urls=[("https://t.co/quote1", "https://x.com/stone_school/status/1959000000000000001")]),
    # Parts repeat posts at times.
    posts[0],
]
write("tweets", "tweets.part0", posts)
write("tweets-part1", "tweets.part1", more)
write("note-tweet", "note_tweet.part0", [
    {"noteTweet": {"noteTweetId": "1", "updatedAt": "2025-07-06T08:05:22.000Z",
                   "lifecycle": {"value": "1", "name": "Published"},
                   "createdAt": "2025-07-06T08:05:22.000Z",
                   "core": {"styletags": [], "text": LONG, "mentions": [], "cashtags": [], "hashtags": [],
                            "urls": [{"expandedUrl": "https://walls.example/through-stones",
                                      "toIndex": "248", "shortUrl": "https://t.co/walls1",
                                      "displayUrl": "walls.example/through-sto…", "fromIndex": "225"}]}}}])
write("account", "account.part0", [
    {"account": {"email": "nobody@example.org", "createdVia": "web", "username": "hedge_and_wall",
                 "accountId": OWN, "createdAt": "2022-03-05T10:00:00.000Z",
                 "accountDisplayName": "Hedge & Wall"}}])
(folder / "like.js").write_text("window.YTD.like.part0 = [ ]", encoding="utf-8")
(folder.parent / "Your archive.html").write_text("<!doctype html><p>Open me.</p>", encoding="utf-8")
