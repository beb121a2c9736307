/** The policy of the demonstration: six statements, in the order of the loop. */
export const POLICY_SENTENCES = [
  "We know what our customers and other interested parties need and expect, and we know our risks and opportunities.",
  "Our strategy gives the direction for the long term.",
  "Each year we derive our objectives from the strategy.",
  "Quality starts with me: we carry out our plans honestly, with discipline and as a team, and leaders set the example.",
  "Everyone has the training that the work asks for.",
  "We decide on facts and data, and we never stop improving.",
];

export type DemoTheme = { code: string; name: string; goal: string };

export const THEMES: DemoTheme[] = [
  {
    code: "CUSTOMER",
    name: "Customers stay",
    goal: "Customers recommend us and renew because the service is worth it.",
  },
  { code: "RELIABILITY", name: "Equipment runs", goal: "A lift that our customers never have to think about." },
  {
    code: "SAFETY",
    name: "Everyone goes home safe",
    goal: "No one is hurt, and no one waits in a stopped car for long.",
  },
  { code: "DELIVERY", name: "Right the first time", goal: "Handed over on the day agreed, without a fault." },
  { code: "SUPPLY", name: "Good parts, little waste", goal: "Poor quality costs less than one hundredth of sales." },
  {
    code: "PEOPLE",
    name: "Quality starts with me",
    goal: "Each of us knows the work, says what is wrong and puts it right.",
  },
  { code: "IMPROVEMENT", name: "Improvement that lasts", goal: "What we change stays changed, and the data show it." },
];

export type DemoObjective = {
  theme: string;
  statement: string;
  sentence: number;
  kpis: string[];
  plan: [what: string, resources: string, who: string, when: string, evaluation: string];
};

/** The group's objectives of a year; the newest year's are the first on every screen. */
export const OBJECTIVES: DemoObjective[] = [
  {
    theme: "RELIABILITY",
    statement: "Our equipment runs: fewer callbacks, and repaired on the first visit",
    sentence: 3,
    kpis: ["CALLBACKS", "MTBC", "AVAILABILITY", "FIRST-FIX", "REPEATS", "FREQUENT"],
    plan: [
      "Carry the door campaign to all areas; bring the ten most used parts into every van",
      "1.2 million for door kits, two trainers in each area",
      "Area service managers",
      "Doors by June, vans by September",
      "Callback rate and first-time fix rate by country, each month",
    ],
  },
  {
    theme: "CUSTOMER",
    statement: "Customers stay with us and say why",
    sentence: 1,
    kpis: ["NPS", "COMPLAINTS", "COMPLAINTS-10D", "RETENTION"],
    plan: [
      "Call back every detractor within five days; one owner for each complaint",
      "Customer desks of the countries",
      "Customer service managers",
      "From January on",
      "Net promoter score by quarter, complaints by month",
    ],
  },
  {
    theme: "SAFETY",
    statement: "Everyone goes home safe, riders and colleagues alike",
    sentence: 4,
    kpis: ["IIFR", "NEAR-MISSES", "SAFETY-ACTIONS", "ENTRAPMENTS", "RELEASE-60", "TRAPPED-SHARE"],
    plan: [
      "Stop-work talks by every leader; near misses answered within a week",
      "One safety coach a country",
      "Country managers",
      "Each month",
      "Injury frequency, near misses and release times, each month",
    ],
  },
  {
    theme: "DELIVERY",
    statement: "Installed right the first time and handed over as agreed",
    sentence: 3,
    kpis: ["ON-TIME", "RIGHT-FIRST", "NEW-CALLBACKS", "PREVENTIVE"],
    plan: [
      "Site readiness checked two weeks ahead; hand-over inspection by a second pair of eyes",
      "Inspectors' time, 4 hours an installation",
      "Installation managers",
      "In all countries by April",
      "Right first time and on time by country, each month",
    ],
  },
  {
    theme: "SUPPLY",
    statement: "Good parts reach the site, and poor quality costs less",
    sentence: 6,
    kpis: ["YIELD", "SUPPLIER-PPM", "COPQ", "STOCK-COVER"],
    plan: [
      "First-article checks for new suppliers; weekly loss board in each factory",
      "Two supplier engineers",
      "Factory managers",
      "First half of the year",
      "Yield and supplier defects by factory, cost of poor quality by unit",
    ],
  },
  {
    theme: "PEOPLE",
    statement: "Quality starts with me: everyone is trained and speaks up",
    sentence: 5,
    kpis: ["TRAINING", "LEARNING", "CULTURE"],
    plan: [
      "Certificates renewed 60 days ahead; one learning day a quarter",
      "38 hours for each employee",
      "Unit managers",
      "Through the year",
      "Valid certificates each month, culture index each half-year",
    ],
  },
  {
    theme: "IMPROVEMENT",
    statement: "Improvement that lasts: actions are proven, equipment tells us first",
    sentence: 6,
    kpis: ["EFFECTIVE", "CONNECTED"],
    plan: [
      "Verify each corrective action by its data; connect units at each modernisation",
      "Connection kits for 18,000 units",
      "Quality managers",
      "Through the year",
      "Share proven effective, share connected",
    ],
  },
];

/** Objectives of the areas, under the group's of the same theme. */
export const AREA_OBJECTIVES: { area: string; theme: string; statement: string; kpis: string[] }[] = [
  {
    area: "A-NE",
    theme: "RELIABILITY",
    statement: "Hold what the door campaign reached in all four countries",
    kpis: ["CALLBACKS", "MTBC"],
  },
  {
    area: "A-CS",
    theme: "DELIVERY",
    statement: "New equipment without early callbacks",
    kpis: ["NEW-CALLBACKS", "RIGHT-FIRST"],
  },
  {
    area: "A-AM",
    theme: "CUSTOMER",
    statement: "Complaints answered before they grow",
    kpis: ["COMPLAINTS", "COMPLAINTS-10D"],
  },
  {
    area: "A-AP",
    theme: "DELIVERY",
    statement: "Preventive visits keep pace with the growing fleet",
    kpis: ["PREVENTIVE"],
  },
  {
    area: "A-AP",
    theme: "SAFETY",
    statement: "Release within the hour in every city",
    kpis: ["RELEASE-60", "ENTRAPMENTS"],
  },
];

/** Strategy before the present one: objectives of earlier years hang under the same themes. */
export const STRATEGY = {
  code: "S-RELIABLE",
  name: "Reliable by design",
  statement: "Equipment that runs, people who are safe, customers who stay: measured alike in every branch.",
};
