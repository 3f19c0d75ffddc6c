/// How the page looks.
enum ReportStyle {
  /// Colours have names and two values, by the reader's preference; paper is always light.
  static let sheet: Markup = """
    :root { color-scheme: light dark; --paper: #fdfcfa; --ink: #24221e; --quiet: #68635a;
      --line: #dcd8ce; --panel: #f4f1ea; --gain: #1c7560; --loss: #b2452d;
      --m0: #2a62a6; --m1: #b25d16; --m2: #75489c; --m3: #4b7320; --m4: #a33a66; --m5: #4f6670; }
    @media screen and (prefers-color-scheme: dark) { :root { --paper: #17191c; --ink: #e3e1db;
      --quiet: #a5a197; --line: #3b3e43; --panel: #212428; --gain: #5bc0a3; --loss: #e88e72;
      --m0: #82b2ee; --m1: #eba763; --m2: #c2a3ee; --m3: #a6cd74; --m4: #ec8fb3; --m5: #a9bcc5; } }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%;
      font: 1rem/1.55 system-ui, "Segoe UI", "Noto Sans", "Helvetica Neue", sans-serif; }
    main { max-width: 66rem; margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3rem) 4rem; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .4rem; font-weight: 650; }
    h2 { font-size: 1.2rem; margin: 3rem 0 .5rem; font-weight: 650; }
    h3 { font-size: 1rem; margin: 0 0 .4rem; font-weight: 600; }
    p, dl { max-width: 44rem; margin: 0 0 1rem; }
    header p { margin: 0; }
    .quiet, small, caption, figcaption { color: var(--quiet); }
    .remark, small, caption, figcaption { font-size: .85rem; }
    .lead { font-size: 1.15rem; margin-top: 1.5rem; }
    h1, h2, h3, p, tbody th, .label, li, summary { overflow-wrap: anywhere; }
    td { white-space: nowrap; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .5rem 0 1rem; }
    caption { text-align: left; padding-bottom: .3rem; }
    th, td { padding: .35rem 1.4rem .35rem 0; text-align: left; vertical-align: baseline;
      border-bottom: 1px solid var(--line); }
    th { font-weight: 500; } thead th { color: var(--quiet); font-size: .85rem; }
    th:last-child, td:last-child { padding-right: 0; }
    td small { display: block; } td.best { font-weight: 650; }
    td.best small { font-weight: 400; }
    .gain { color: var(--gain); } .loss { color: var(--loss); }
    .m0 { --c: var(--m0); } .m1 { --c: var(--m1); } .m2 { --c: var(--m2); }
    .m3 { --c: var(--m3); } .m4 { --c: var(--m4); } .m5 { --c: var(--m5); }
    .key { list-style: none; padding: 0; margin: 0 0 .6rem; display: flex; flex-wrap: wrap;
      gap: .2rem 1.3rem; font-size: .9rem; }
    .key svg { width: 1.8rem; height: .7rem; vertical-align: baseline; margin-right: .4rem; }
    .tracks { display: grid; grid-template-columns: fit-content(14rem) 1fr; gap: 0 1rem;
      align-items: center; max-width: 50rem; margin: .5rem 0 1rem; font-size: .95rem; }
    .track { position: relative; height: 2.2rem; border-left: 1px solid var(--line);
      border-right: 1px solid var(--line); background: linear-gradient(to right, transparent
      calc(50% - 1px), var(--line) calc(50% - 1px) 50%, transparent 50%); }
    .track::before { content: ""; position: absolute; inset: auto 0 0; height: 1px;
      background: var(--line); }
    .track i { position: absolute; height: 3px; margin-top: -1.5px;
      background: var(--c); opacity: .55; border-radius: 2px; }
    .track b { position: absolute; width: .62rem; height: .62rem; margin: -.31rem;
      background: var(--c); border-radius: 50%; border: 1.5px solid var(--paper); }
    .track b.m1 { border-radius: 1px; } .track b.m2 { border-radius: 1px; rotate: 45deg; }
    .scale { display: flex; justify-content: space-between; color: var(--quiet); font-size: .8rem; }
    .scale span { width: 2rem; margin: 0 -1rem; text-align: center; }
    .beside { display: grid; gap: 1rem 4rem; align-items: start; margin-top: 1rem; }
    @media (min-width: 60rem) { .beside { grid-template-columns: auto minmax(0, 1fr); } }
    .figures { display: grid; gap: 1.5rem 2.5rem; margin: 1rem 0;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
    figure { margin: 0; max-width: 32rem; }
    figure svg { width: 100%; height: auto; display: block; }
    svg text { font-size: 11px; fill: var(--quiet); font-variant-numeric: tabular-nums;
      paint-order: stroke; stroke: var(--paper); stroke-width: 3px; }
    svg .grid { stroke: var(--line); stroke-width: 1; } svg .zero { stroke: var(--quiet); }
    svg .curve { fill: none; stroke: var(--c); stroke-width: 2; stroke-linejoin: round; }
    svg .bar { fill: var(--c); } svg rect.gain { fill: var(--gain); }
    svg rect.loss { fill: var(--loss); } svg .mark { stroke: var(--ink); stroke-width: 1.2; }
    .balance { display: flex; height: .4rem; width: 9rem; max-width: 100%; margin-top: .3rem;
      border-radius: 2px; overflow: hidden; background: var(--line); }
    .balance i.w { background: var(--gain); } .balance i.l { background: var(--loss);
      margin-left: auto; }
    details { border-bottom: 1px solid var(--line); padding: .5rem 0; }
    summary { cursor: pointer; } summary .delta { font-variant-numeric: tabular-nums;
      font-weight: 600; margin-right: .6rem; } summary small { display: block; }
    .pair { display: grid; gap: 1rem 2.5rem; margin: .8rem 0 .6rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
    ol.hits { margin: 0; padding-left: 2rem; font-size: .9rem; color: var(--quiet); }
    ol.hits li { padding: .1rem 0; } ol.hits li.hit { color: var(--ink); font-weight: 500; }
    ol.hits .grade { display: inline-block; min-width: 1.3em; margin-left: .4em; padding: 0 .3em;
      text-align: center; border-radius: 3px; background: var(--gain); color: var(--paper);
      font-size: .8rem; font-weight: 600; }
    dt { font-weight: 600; } dd { margin: 0 0 .4rem; color: var(--quiet); }
    @media (max-width: 40rem) { .tracks { grid-template-columns: 1fr; gap: 0; }
      .tracks .label:not(:first-child) { margin-top: .5rem; } .tracks .corner { display: none; }
      th, td { padding-right: .8rem; }
      table.cards thead { position: absolute; clip-path: inset(50%); }
      table.cards, table.cards tbody { display: block; }
      table.cards tr { display: grid; grid-template-columns: 1fr 1fr; gap: .3rem 1rem;
        padding: .7rem 0; border-bottom: 1px solid var(--line); }
      table.cards th { grid-column: 1 / -1; font-weight: 600; }
      table.cards th, table.cards td { display: block; border: 0; padding: 0; white-space: normal; }
      table.cards td::before { content: attr(data-label); display: block; color: var(--quiet);
        font-size: .8rem; }
      table { font-size: .92rem; } }
    @media print { :root { --paper: #fff; } main { max-width: none; padding: 0 .7rem; }
      body { font-size: 10pt; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      figure, tr, details, .track { break-inside: avoid; } h2, h3 { break-after: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; } }

    """
}
