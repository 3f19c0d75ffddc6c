window.YTD.tweets.part0 = [
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
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1941000000000000002"
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
        "83"
      ],
      "favorite_count": "12",
      "retweet_count": "3",
      "id_str": "1941000000000000002",
      "id": "1941000000000000002",
      "truncated": false,
      "created_at": "Sun Jul 06 21:40:00 +0000 2025",
      "favorited": false,
      "full_text": "How a hedge is laid, in three posts. First: cut each stem nearly through, low down.",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1941000000000000003"
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
        "68"
      ],
      "favorite_count": "12",
      "retweet_count": "3",
      "id_str": "1941000000000000003",
      "id": "1941000000000000003",
      "truncated": false,
      "created_at": "Sun Jul 06 21:41:10 +0000 2025",
      "favorited": false,
      "full_text": "Then bend it uphill; it lives on by a strip of bark &lt; 1 cm thick.",
      "lang": "en",
      "in_reply_to_status_id_str": "1941000000000000002",
      "in_reply_to_status_id": "1941000000000000002",
      "in_reply_to_user_id": "1500000001",
      "in_reply_to_user_id_str": "1500000001",
      "in_reply_to_screen_name": "hedge_and_wall"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1941000000000000004"
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
            "url": "https://t.co/hedge1",
            "expanded_url": "https://hedges.example/styles?county=devon&year=1950",
            "display_url": "hedges.example/styles?",
            "indices": [
              "0",
              "23"
            ]
          }
        ]
      },
      "display_text_range": [
        "0",
        "65"
      ],
      "favorite_count": "12",
      "retweet_count": "3",
      "id_str": "1941000000000000004",
      "id": "1941000000000000004",
      "truncated": false,
      "created_at": "Mon Jul 07 00:10:00 +0000 2025",
      "favorited": false,
      "full_text": "Stakes hold the stems, hazel is woven on top. https://t.co/hedge1",
      "lang": "en",
      "in_reply_to_status_id_str": "1941000000000000003",
      "in_reply_to_status_id": "1941000000000000003",
      "in_reply_to_user_id": "1500000001",
      "in_reply_to_user_id_str": "1500000001",
      "in_reply_to_screen_name": "hedge_and_wall"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1941000000000000005"
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
        "73"
      ],
      "favorite_count": "12",
      "retweet_count": "3",
      "id_str": "1941000000000000005",
      "id": "1941000000000000005",
      "truncated": false,
      "created_at": "Mon Jul 07 07:00:00 +0000 2025",
      "favorited": false,
      "full_text": "RT @moor_notes: Peat is plant matter that did not rot. https://t.co/peat1",
      "lang": "en"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1941000000000000006"
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
        "46"
      ],
      "favorite_count": "12",
      "retweet_count": "3",
      "id_str": "1941000000000000006",
      "id": "1941000000000000006",
      "truncated": false,
      "created_at": "Mon Jul 07 09:00:00 +0000 2025",
      "favorited": false,
      "full_text": "@moor_notes Does heather smoke taste the same?",
      "lang": "en",
      "in_reply_to_status_id_str": "1940999999999999999",
      "in_reply_to_status_id": "1940999999999999999",
      "in_reply_to_user_id": "42",
      "in_reply_to_user_id_str": "42",
      "in_reply_to_screen_name": "moor_notes"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1941000000000000007"
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
        "27"
      ],
      "favorite_count": "12",
      "retweet_count": "3",
      "id_str": "1941000000000000007",
      "id": "1941000000000000007",
      "truncated": false,
      "created_at": "Mon Jul 07 09:01:00 +0000 2025",
      "favorited": false,
      "full_text": "@moor_notes I mean in malt.",
      "lang": "en",
      "in_reply_to_status_id_str": "1941000000000000006",
      "in_reply_to_status_id": "1941000000000000006",
      "in_reply_to_user_id": "1500000001",
      "in_reply_to_user_id_str": "1500000001",
      "in_reply_to_screen_name": "hedge_and_wall"
    }
  },
  {
    "tweet": {
      "edit_info": {
        "initial": {
          "editTweetIds": [
            "1941000000000000008"
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
        "urls": [],
        "media": [
          {
            "url": "https://t.co/photo1",
            "type": "photo",
            "id_str": "7",
            "expanded_url": "https://x.com/hedge_and_wall/status/1941000000000000008/photo/1",
            "media_url_https": "https://pbs.twimg.com/media/Gap1.jpg",
            "ext_alt_text": "A wall with a [gap]"
          },
          {
            "url": "https://t.co/photo1",
            "type": "video",
            "id_str": "8",
            "media_url_https": "https://pbs.twimg.com/thumb.jpg",
            "video_info": {
              "variants": [
                {
                  "content_type": "application/x-mpegURL",
                  "url": "https://video.twimg.com/a.m3u8"
                },
                {
                  "bitrate": "256000",
                  "content_type": "video/mp4",
                  "url": "https://video.twimg.com/small.mp4"
                },
                {
                  "bitrate": "2176000",
                  "content_type": "video/mp4",
                  "url": "https://video.twimg.com/large.mp4"
                }
              ]
            }
          }
        ]
      },
      "display_text_range": [
        "0",
        "66"
      ],
      "favorite_count": "12",
      "retweet_count": "3",
      "id_str": "1941000000000000008",
      "id": "1941000000000000008",
      "truncated": false,
      "created_at": "Tue Jul 08 12:00:00 +0000 2025",
      "favorited": false,
      "full_text": "A gap, before and after.\n---\nStones &amp; all. https://t.co/photo1",
      "lang": "en",
      "extended_entities": {
        "media": [
          {
            "url": "https://t.co/photo1",
            "type": "photo",
            "id_str": "7",
            "expanded_url": "https://x.com/hedge_and_wall/status/1941000000000000008/photo/1",
            "media_url_https": "https://pbs.twimg.com/media/Gap1.jpg",
            "ext_alt_text": "A wall with a [gap]"
          },
          {
            "url": "https://t.co/photo1",
            "type": "video",
            "id_str": "8",
            "media_url_https": "https://pbs.twimg.com/thumb.jpg",
            "video_info": {
              "variants": [
                {
                  "content_type": "application/x-mpegURL",
                  "url": "https://video.twimg.com/a.m3u8"
                },
                {
                  "bitrate": "256000",
                  "content_type": "video/mp4",
                  "url": "https://video.twimg.com/small.mp4"
                },
                {
                  "bitrate": "2176000",
                  "content_type": "video/mp4",
                  "url": "https://video.twimg.com/large.mp4"
                }
              ]
            }
          }
        ]
      }
    }
  }
]