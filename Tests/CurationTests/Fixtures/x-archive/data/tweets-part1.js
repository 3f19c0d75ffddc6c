window.YTD.tweets.part1 = [
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1960000000000000001"
          ],
          "editableUntil": "2025-07-06T19:05:22.000Z"
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": [
          {
            "url": "https://t.co/quote1",
            "expanded_url": "https://x.com/stone_school/status/1959000000000000001",
            "display_url": "x.com/stone_school/sta",
            "indices": [
              "0",
              "23"
            ]
          }
        ]
      },
      "display_text_range": [
        "0",
        "46"
      ],
      "favorite_count": "12",
      "retweet_count": "3",
      "id_str": "1960000000000000001",
      "id": "1960000000000000001",
      "truncated": false,
      "created_at": "Fri Aug 29 10:00:00 +0000 2025",
      "favorited": false,
      "full_text": "Genau so, nur ohne Mörtel: https://t.co/quote1",
      "lang": "de"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1941000000000000001"
          ],
          "editableUntil": "2025-07-06T19:05:22.000Z"
        }
      },
      "retweeted": false,
      "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities": {
        "hashtags": [],
        "symbols": [],
        "user_mentions": [],
        "urls": []
      },
      "display_text_range": [
        "0",
        "225"
      ],
      "favorite_count": "12",
      "retweet_count": "3",
      "id_str": "1941000000000000001",
      "id": "1941000000000000001",
      "truncated": false,
      "created_at": "Sun Jul 06 08:05:22 +0000 2025",
      "favorited": false,
      "full_text": "Dry stone walls stand because every stone rests on two others and no joint runs through. Rain goes through them &amp; frost finds no water to push with.\n\nWhat holds a wall up is that it may move. Mortar f… https://t.co/walls0",
      "lang": "en"
    }
  }
]