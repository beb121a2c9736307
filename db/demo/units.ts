import { randomOf } from "./random.ts";

export type DemoUnit = {
  code: string;
  name: string;
  kind: "group" | "area" | "country" | "branch" | "factory" | "function";
  parent: string | null;
  /** Elevators and escalators in service; 0 where none are. */
  fleet: number;
};

const AREAS: [string, string, [string, string, string][]][] = [
  [
    "A-NE",
    "Northern Europe",
    [
      ["FI", "Finland", "HEL-N Helsinki North,HEL-S Helsinki South,TMP Tampere,TKU Turku"],
      ["SE", "Sweden", "STO Stockholm,GOT Gothenburg,UPP Uppsala,MMA Malmö"],
      ["NO", "Norway", "OSL Oslo,BGO Bergen,TRD Trondheim,SVG Stavanger"],
      ["DK", "Denmark", "CPH Copenhagen,AAR Aarhus,ODE Odense,AAL Aalborg"],
    ],
  ],
  [
    "A-CS",
    "Central and Southern Europe",
    [
      ["DE", "Germany", "BER Berlin,HAM Hamburg,MUC Munich,COL Cologne"],
      ["FR", "France", "PAR Paris,LYS Lyon,MRS Marseille,LIL Lille"],
      ["IT", "Italy", "MIL Milan,ROM Rome,TRN Turin,NAP Naples"],
      ["ES", "Spain", "MAD Madrid,BCN Barcelona,VLC Valencia,SVQ Seville"],
    ],
  ],
  [
    "A-AM",
    "Americas",
    [
      ["US", "United States", "NYC New York,CHI Chicago,HOU Houston,SEA Seattle"],
      ["CA", "Canada", "TOR Toronto,MTL Montreal,VAN Vancouver,CGY Calgary"],
      ["MX", "Mexico", "MEX Mexico City,MTY Monterrey,GDL Guadalajara,PUE Puebla"],
      ["BR", "Brazil", "SAO São Paulo,RIO Rio de Janeiro,CWB Curitiba,REC Recife"],
    ],
  ],
  [
    "A-AP",
    "Asia and Pacific",
    [
      ["CN", "China", "SHA Shanghai,BJS Beijing,CAN Guangzhou,CTU Chengdu"],
      ["IN", "India", "BOM Mumbai,DEL Delhi,BLR Bengaluru,MAA Chennai"],
      ["AU", "Australia", "SYD Sydney,MEL Melbourne,BNE Brisbane,PER Perth"],
      ["SG", "South-East Asia", "SIN Singapore,KUL Kuala Lumpur,BKK Bangkok,MNL Manila"],
    ],
  ],
];

const FACTORIES: [string, string][] = [
  ["F-DRV", "Drive factory"],
  ["F-DOR", "Door factory"],
  ["F-ESC", "Escalator factory"],
];

/** Fleet of a branch: 600 to 4,500 units, its own on every machine. */
function fleetOf(code: string): number {
  const random = randomOf(`fleet ${code}`);
  return Math.round(600 + 3900 * random.next() ** 1.6);
}

function branchesOf(country: string, list: string): DemoUnit[] {
  return list.split(",").map((entry) => {
    const [short = "", ...words] = entry.split(" ");
    return { code: `B-${short}`, name: words.join(" "), kind: "branch", parent: `C-${country}`, fleet: fleetOf(short) };
  });
}

/**
 * The organisation's units, parents first: the group, 4 areas, 16 countries, 64 branches and 3 factories under a supply
 * function. With `branches` given, each country gets as many numbered branches as it takes to reach that number.
 */
export function demoUnits(branches = 64): DemoUnit[] {
  const root: DemoUnit = { code: "GROUP", name: "Group", kind: "group", parent: null, fleet: 0 };
  const units: DemoUnit[] = [root];
  const reporting: DemoUnit[] = [];
  for (const [code, name, countries] of AREAS) {
    units.push({ code, name, kind: "area", parent: "GROUP", fleet: 0 });
    for (const [country, countryName, list] of countries) {
      units.push({ code: `C-${country}`, name: countryName, kind: "country", parent: code, fleet: 0 });
      reporting.push(...branchesOf(country, list));
    }
  }
  const countries = units.filter((unit) => unit.kind === "country");
  for (let i = reporting.length; i < branches; i++) {
    const country = countries[i % countries.length] ?? root;
    const number = Math.floor(i / countries.length) + 1;
    const code = `${country.code.slice(2)}-${number}`;
    reporting.push({
      code: `B-${code}`,
      name: `${country.name} ${number}`,
      kind: "branch",
      parent: country.code,
      fleet: fleetOf(code),
    });
  }
  units.push(...reporting.slice(0, Math.max(4, branches)));
  units.push({ code: "SUPPLY", name: "Supply", kind: "function", parent: "GROUP", fleet: 0 });
  for (const [code, name] of FACTORIES) units.push({ code, name, kind: "factory", parent: "SUPPLY", fleet: 0 });
  return units;
}

/** Whose months are still to enter when the demonstration opens: the demo manager's branch and two more. */
export const UNENTERED = ["B-HEL-N", "B-LYS", "B-PER"];

/** Sells no new equipment: its results for new installations are not applicable. */
export const SERVICE_ONLY = "B-AAL";

/** A branch that moves between countries of one area, in the 25th month. */
export const MOVED = { unit: "B-MMA", to: "C-DK", month: 25 };

/** The branch whose quarter ends are always late. */
export const LATE = "B-NAP";
