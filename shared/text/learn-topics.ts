/** What each topic draws beside its words. */
export type Miniature =
  | "usual"
  | "signals"
  | "improving"
  | "outlook"
  | "targets"
  | "statuses"
  | "coverage"
  | "forecast"
  | "season"
  | "phases"
  | "funnel"
  | "snapshots"
  | "charts"
  | "simulation";

export type Topic = { title: string; miniature: Miniature; paragraphs: readonly string[] };

/** How to read the product: each topic in at most 200 words, opened by the `?` beside a term and at `/learn`. */
export const TOPICS = {
  "usual-range": {
    title: "Usual range",
    miniature: "usual",
    paragraphs: [
      "Every measure varies, even when nothing changes. The usual range is where single months lie while the process stays as it is. It is drawn as a pale band between two dashed lines, with the mean between them.",
      "It follows from how much neighbouring months differ, not from the target and not from what anyone wishes: the mean plus and minus 2.66 times the average step from month to month. Where months resemble their neighbours the range is widened.",
      "A month inside the range needs no explanation. Asking for one produces stories, not improvement. A month outside it, or a run within it, is a signal.",
      "Below six months there is no range, below thirteen it is a trial and claims nothing. Professionals call the range natural process limits, and the chart a process behaviour chart or XmR chart.",
    ],
  },
  signals: {
    title: "Signals",
    miniature: "signals",
    paragraphs: [
      "A signal says that something changed, more surely than chance would have it. There are four kinds.",
      "Outside: one month lies beyond the usual range. Shift: several months in a row lie on one side of the mean, far enough from the others. Trend: seven months each higher, or each lower, than the one before. Two in three: two of three months lie close to the edge of the range on the same side.",
      "A square marks a change for the worse, a triangle a change for the better, a dot usual variation. An open circle takes no part, because too few units had reported.",
      "A signal tells when to look, not why. Ask what was different from the month in which the level most likely changed; the run is counted from its own first month, and the two are not the same.",
    ],
  },
  variation: {
    title: "Signal: has something changed?",
    miniature: "improving",
    paragraphs: [
      "The word of a KPI tells whether its newest month belongs to a change. Improving and Worsening: it belongs to a shift, a trend or two in three. One-off: the month lies outside the usual range and nothing else changed. Stable: neither.",
      "The arrow follows the value, the word gives the meaning: a defect rate that falls shows an arrow down and the word Improving. A KPI without a good direction is only higher or lower than usual.",
      "With fewer than thirteen months there are too few to judge, and nothing is claimed.",
      "The word does not depend on the target. A KPI can improve and still be off target, or be on target every month while it worsens. That is why both questions are asked.",
    ],
  },
  outlook: {
    title: "Outlook: will we get there?",
    miniature: "outlook",
    paragraphs: [
      "The outlook compares the usual range with the target. Will meet: the whole range lies on the right side. Will miss: the whole range lies on the wrong side. May miss: the target lies within the range, so some months meet it and some miss it, by chance alone.",
      "It reads the range, not the newest month. One good month does not make a process capable, and one bad month does not ruin it.",
      "After a shift the range is placed about the new level, with the spread of the whole phase. Where the target changed more than once within a year, each month is compared with its own target.",
      "May miss asks for less spread, Will miss for another process or another target. Pressure on single months changes neither.",
    ],
  },
  targets: {
    title: "Targets",
    miniature: "targets",
    paragraphs: [
      "A target is at least a value (≥), at most a value (≤), or a band between two. It is drawn as a dark line that steps where the target changes.",
      "A year's target may be flat, rise in a straight line from where one began, follow last year's profile, or be set by hand. Stretch goals and benchmarks are shown and never judged.",
      "Over units and months targets are added up by the same rule as results, so that meeting every part exactly means meeting the whole exactly.",
      "A tolerance, where one is set, is the width of just short. It lies on the unfavourable side only, and there is none by default. An accepted deviation is a temporary target with an end and a reason.",
      "A target never sets the usual range: what one wants does not change what the process does.",
    ],
  },
  status: {
    title: "Status",
    miniature: "statuses",
    paragraphs: [
      "The status compares one period's figure with its target, on the figures as they are shown: 95.0 against at least 95.0 is on target.",
      "On target, just short (within the tolerance) and off target speak for themselves. Not reported means that the due day has passed and nothing came. Incomplete means that fewer units reported than the organisation asks for. No value is a ratio whose denominator is zero, or a period to which nothing applies. No target and not due are no judgement at all.",
      "Shape and word carry the meaning, colour comes third: everything can be read in black and white.",
      "A status says where a month stands, not whether something changed. About four in ten changes of a red and green light are between two months that differ by chance alone.",
    ],
  },
  coverage: {
    title: "Coverage",
    miniature: "coverage",
    paragraphs: [
      "Coverage is what was reported of what was due: 58 of 64 units, for instance. Every figure that is rolled up carries it.",
      "Due are the assigned units of ended periods. A unit to which a KPI does not apply is left out, with its reason. A missing result is never a zero.",
      "Below the organisation's minimum, usually 90 %, a figure is incomplete: it is shown with its coverage and gets no status. On the chart such a month is drawn hollow and takes no part in the usual range, in runs or in the forecast.",
      "Percentages are rolled up by summing numerators and denominators. The mean of units' percentages is another number, and mostly a wrong one: small units would weigh as much as large ones.",
    ],
  },
  forecast: {
    title: "Year-end forecast",
    miniature: "forecast",
    paragraphs: [
      "The months that are known are facts. The months to come are drawn two thousand times, each time as a whole path, in ways that follow last year, the last twelve months, the newest level and its trend. The year's figure of each path is computed by the KPI's own rule.",
      "The middle of all these years is the forecast. Eight in ten of them lie within the range that is shown. The share that reaches the target is its probability, told to the nearest 5 %, and never as 0 or 100 % before the months that are known have settled it.",
      "A forecast is no promise: of forecasts of 70 to 80 %, about three in four should come true. Each one is kept, and scored when the year is known, so that this can be seen.",
      "With fewer than twelve months the forecast says so. With fewer than six there is none.",
    ],
  },
  season: {
    title: "Season",
    miniature: "season",
    paragraphs: [
      "Some measures repeat a pattern each year: more visits in January, fewer complaints in July. Such a month is high or low without anything having changed.",
      "From two years of months on the strength of the season is measured, from 0 (none) to 1 (nothing else). With three years a strength above 0.64 counts as a season; with less, above 0.8, because two years of pure chance often look like one.",
      "Where there is a season, a second chart shows the same months with the season taken out. It stands beside the first and never replaces it: the real figures stay in sight.",
      "A season also makes neighbouring months alike, and so does a slow drift. Where they resemble each other notably, the chart says so, because plain limits would then be too narrow and cry wolf.",
    ],
  },
  phases: {
    title: "Phases",
    miniature: "phases",
    paragraphs: [
      "When a process is changed on purpose, its old usual range says nothing of the new process. A process change is therefore recorded with its month, its reason and its author, and the limits begin anew there. The old ones stay in sight.",
      "The chart proposes a month where a lasting shift suggests one. It never splits by itself: a new phase can make a concern disappear, so its effect on the verdict is shown before it is saved.",
      "Record a phase only for a change that is known and meant to stay. A phase that is drawn to please the chart hides the very signal that the chart is for.",
      "A new definition that cannot be compared with the old one (another formula, input or unit of measure) begins a phase too.",
    ],
  },
  funnel: {
    title: "Funnel",
    miniature: "funnel",
    paragraphs: [
      "Units of very different size cannot be ranked: small ones are found at both ends of every list, because their figures vary more by chance alone.",
      "A funnel shows each unit by its denominator and its rate. The lines tell how far a unit of that size lies from the whole by chance: 95 % of units within the inner lines, 99.8 % within the outer ones. Only a unit beyond the outer lines differs notably.",
      "Units also differ for reasons that no one records. Where all of them together vary more than chance allows, the funnel is widened by as much, so that it does not point at everyone.",
      "With fewer than ten units that cannot be estimated. Then each unit's own chart tells more.",
    ],
  },
  snapshots: {
    title: "Snapshots",
    miniature: "snapshots",
    paragraphs: [
      "A snapshot freezes what was known at a moment: figures, targets, limits, verdicts, plans and decisions of a unit and a month. Everything that is exported comes from one.",
      "It holds the name of the rules and of the chart by which each KPI was judged, so that old verdicts can be computed again, bit for bit.",
      "Its fingerprint (SHA-256) stands at the foot of every page. Whoever holds an exported file can prove that it was not changed. Results that are corrected later change no snapshot; comparing it with today shows what was corrected since.",
      "The as-of moment is the end of that day in the organisation's time zone. Reading with an as-of date shows the product as it stood then, with the rights of today.",
    ],
  },
  charts: {
    title: "Kinds of chart",
    miniature: "charts",
    paragraphs: [
      "Each KPI has the chart that its figures ask for, and the page says which and why.",
      "Single values (XmR) suit most: one value a month. Where the denominators of a ratio differ by more than a quarter from their mean, each month gets the range that its own denominator gives: p′ for shares, u′ for rates. The plain p and u charts assume that only chance is at work; they come with a test of that, which large numbers rarely pass.",
      "Where less than one event a month happens, the g chart shows what passes between events: a high point is a long time without one.",
      "With fewer than thirteen months, or very skewed values, runs about the median are counted.",
      "Another chart may be drawn at any time. The verdict stays that of the KPI's own chart, so that every screen, file and mail says the same.",
    ],
  },
  simulation: {
    title: "How often do we cry wolf?",
    miniature: "simulation",
    paragraphs: [
      "Rules that look for change also find it where there is none. How often they do can be measured: thousands of series are made in which nothing changes, and each newest month is judged. Then a known change is put in, and one counts how often it is found within six months.",
      "The rule set of this product, plumbline-1, is held to at most 2 % false verdicts where months are independent, at most 5 % where each takes over half of the one before or a season is as large as the noise, and at least 60 % of shifts of one and a half standard deviations found.",
      "The other rule sets are those of the health service's charts (ptd, mdc) and of two textbooks (Western Electric, Nelson). The table below is written by the same programme that measures.",
    ],
  },
} as const satisfies Readonly<Record<string, Topic>>;

export type TopicName = keyof typeof TOPICS;

export const TOPIC_NAMES = Object.keys(TOPICS) as TopicName[];

export function topicNamed(name: string): { name: TopicName; topic: Topic } | null {
  const found = TOPIC_NAMES.find((each) => each === name);
  return found === undefined ? null : { name: found, topic: TOPICS[found] };
}
