import type { PartyKind, RiskKind } from "../repositories/context.ts";

/** Interested parties of the demonstration, numbered in this order. */
export const PARTIES: readonly { readonly name: string; readonly kind: PartyKind }[] = [
  { name: "Building owners", kind: "customer" },
  { name: "Riders", kind: "user" },
  { name: "Builders and architects", kind: "customer" },
  { name: "Employees", kind: "employee" },
  { name: "Safety authorities", kind: "authority" },
  { name: "Suppliers of parts", kind: "supplier" },
  { name: "Owners of the company", kind: "owner" },
];

type DemoNeed = {
  /** Its number as a party of `PARTIES`, from 1. */
  readonly party: number;
  readonly text: string;
  readonly requirement: string;
  /** Themes whose objectives of a year answer it; none: no objective does as yet. */
  readonly themes: readonly string[];
};

export const NEEDS: readonly DemoNeed[] = [
  {
    party: 1,
    text: "Lifts that work, and are repaired on the first visit",
    requirement: "Maintenance contract, section 3",
    themes: ["RELIABILITY"],
  },
  {
    party: 1,
    text: "An honest answer within two weeks when something went wrong",
    requirement: "ISO 10002:2018, 5.3",
    themes: ["CUSTOMER"],
  },
  {
    party: 2,
    text: "A safe ride, and help within the hour when the car stops",
    requirement: "EN 81-28:2018+AC:2019",
    themes: ["SAFETY"],
  },
  {
    party: 3,
    text: "Equipment handed over on the day agreed, without a fault",
    requirement: "Delivery contract, section 5",
    themes: ["DELIVERY"],
  },
  {
    party: 4,
    text: "To come home unhurt, and to be heard",
    requirement: "ISO 45001:2018, 5.4",
    themes: ["SAFETY", "PEOPLE"],
  },
  {
    party: 4,
    text: "Time to learn what the work asks for",
    requirement: "ISO 9001:2015, 7.2",
    themes: ["PEOPLE"],
  },
  {
    party: 5,
    text: "Proof that each lift was inspected in time",
    requirement: "National lift regulations",
    themes: ["DELIVERY"],
  },
  {
    party: 6,
    text: "Forecasts of what will be ordered, three months ahead",
    requirement: "Framework agreements",
    themes: [],
  },
  {
    party: 7,
    text: "Quality that costs less than its absence",
    requirement: "Strategy, long-term goal of supply",
    themes: ["SUPPLY", "IMPROVEMENT"],
  },
];

type DemoRisk = {
  readonly kind: RiskKind;
  readonly text: string;
  readonly likelihood: number;
  readonly consequence: number;
  readonly treatment: string;
  readonly themes: readonly string[];
  /** Numbers of needs, from 1. */
  readonly needs: readonly number[];
  /** Codes of the actions that treat it. */
  readonly actions: readonly string[];
  readonly judged?: string;
};

export const RISKS: readonly DemoRisk[] = [
  {
    kind: "risk",
    text: "Repeat failures of doors cost us contracts",
    ...{ likelihood: 4, consequence: 4, themes: ["RELIABILITY"], needs: [1], actions: ["A-0001"] },
    treatment: "Door campaign, area by area",
    judged: "Callbacks of the first area fell and stayed down.",
  },
  {
    kind: "risk",
    text: "Second visits because the part is not in the van",
    ...{ likelihood: 4, consequence: 3, themes: ["RELIABILITY"], needs: [1], actions: ["A-0003"] },
    treatment: "The ten most used parts in every van",
  },
  {
    kind: "risk",
    text: "A single supplier of door rollers changes its process without telling us",
    ...{ likelihood: 3, consequence: 4, themes: ["SUPPLY"], needs: [4], actions: [] },
    treatment: "First-article checks; a second source by next year",
  },
  {
    kind: "risk",
    text: "Riders wait more than an hour in a stopped car",
    ...{ likelihood: 2, consequence: 5, themes: ["SAFETY"], needs: [3], actions: [] },
    treatment: "Release crews on call in every city",
  },
  {
    kind: "risk",
    text: "Rework grows unseen because nobody books it",
    ...{ likelihood: 3, consequence: 3, themes: ["SUPPLY"], needs: [9], actions: ["A-0004"] },
    treatment: "Weekly loss board",
  },
  {
    kind: "risk",
    text: "Certificates lapse while the experienced retire",
    ...{ likelihood: 2, consequence: 3, themes: ["PEOPLE"], needs: [5, 6], actions: [] },
    treatment: "Renewal sixty days ahead",
  },
  {
    kind: "opportunity",
    text: "Connected equipment tells us before it fails",
    ...{ likelihood: 4, consequence: 4, themes: ["IMPROVEMENT"], needs: [1, 9], actions: [] },
    treatment: "Connection kits at each modernisation",
  },
  {
    kind: "opportunity",
    text: "Near misses that are told early make everyone safer",
    ...{ likelihood: 4, consequence: 2, themes: ["SAFETY"], needs: [5], actions: [] },
    treatment: "An answer within a week to each",
  },
];

export const ISSUES = [
  { kind: "external", text: "Buildings age: half of the lifts we maintain are older than twenty years" },
  { kind: "external", text: "Safety rules of the countries differ and change" },
  { kind: "internal", text: "A third of the field staff retires within ten years" },
  { kind: "internal", text: "Countries keep their service data in different systems" },
] as const;
