window.YTD.account.part0 = [
  {
    "account": {
      "email": "nobody@example.org",
      "createdVia": "web",
      "username": "hedge_and_wall",
      "accountId": "1500000001",
      "createdAt": "2022-03-05T10:00:00.000Z",
      "accountDisplayName": "Hedge & Wall"
    }
  }
]