window.YTD.note_tweet.part0 = [
  {
    "noteTweet": {
      "noteTweetId": "1",
      "updatedAt": "2025-07-06T08:05:22.000Z",
      "lifecycle": {
        "value": "1",
        "name": "Published"
      },
      "createdAt": "2025-07-06T08:05:22.000Z",
      "core": {
        "styletags": [],
        "text": "Dry stone walls stand because every stone rests on two others and no joint runs through. Rain goes through them & frost finds no water to push with.\n\nWhat holds a wall up is that it may move. Mortar forbids it, and cracks. See https://t.co/walls1 for how the through stones are set. A waller does not put a stone down that he has picked up: he finds a place for it, and if there is none he makes one.",
        "mentions": [],
        "cashtags": [],
        "hashtags": [],
        "urls": [
          {
            "expandedUrl": "https://walls.example/through-stones",
            "toIndex": "248",
            "shortUrl": "https://t.co/walls1",
            "displayUrl": "walls.example/through-sto…",
            "fromIndex": "225"
          }
        ]
      }
    }
  }
]