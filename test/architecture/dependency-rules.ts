/** One import of a file, as the rules see it. */
export type Import = {
  from: string;
  /** A path inside the repository, `npm:NAME`, or `node:NAME`. */
  to: string;
  isTypeOnly: boolean;
};

export type DependencyRule = {
  name: string;
  why: string;
  /** The importing file. A first group may be named as `$1` in `except`. */
  from: RegExp;
  fromExcept?: RegExp;
  to: RegExp;
  except?: string;
  /** The rule lets imports of types pass. */
  allowsTypes?: boolean;
};

const WORDS = "organisation|strategy|objectives|kpis|results|insight|actions|reviews|snapshots|audit";
const DRIVERS = "npm:(kysely|better-sqlite3|pg|pg-copy-streams|@electric-sql/.*)$";

/** Who may import whom: the plan of the house, each line with its reason. */
export const dependencyRules: readonly DependencyRule[] = [
  {
    name: "domain-is-pure",
    why: "The core imports nothing: no package, no module of Node, no other folder.",
    from: /^shared\/domain\//,
    to: /^/,
    except: "^shared/domain/",
  },
  {
    name: "contracts-on-domain",
    why: "Contracts are zod schemas over the domain's types.",
    from: /^shared\/contracts\//,
    to: /^/,
    except: "^shared/(contracts|domain)/|^npm:zod$",
  },
  {
    name: "text-on-domain",
    why: "Sentences know the domain's words and nothing else.",
    from: /^shared\/text\//,
    to: /^/,
    except: "^shared/(text|domain)/",
  },
  {
    name: "file-marks-stand-alone",
    why: "What an exported file says of itself is read alike by browser, server and command line.",
    from: /^shared\/files\//,
    to: /^/,
    except: "^shared/(files|domain)/",
  },
  {
    name: "chart-shapes-on-views",
    why: "Shapes of charts are geometry over the views, drawn alike on screen and in files.",
    from: /^shared\/charts\//,
    to: /^/,
    except: "^shared/(charts|contracts|domain|text)/",
  },
  {
    name: "db-below-server",
    why: "The database layer knows SQL and the domain, nothing above it.",
    from: /^db\//,
    to: /^/,
    except: `^db/|^shared/domain/|^node:|^${DRIVERS}`,
  },
  {
    name: "sql-lives-in-db",
    why: "Kysely and the drivers are imported in db/ only.",
    from: /^/,
    fromExcept: /^(db|test)\//,
    to: new RegExp(`^${DRIVERS}`),
  },
  {
    name: "server-sees-the-store",
    why: "The server opens the store and never reaches behind it; the demonstration is told through the store too.",
    from: /^server\//,
    to: /^db\//,
    except: "^db/(store|demo/\\w+)\\.ts$",
  },
  {
    name: "slices-do-not-touch",
    why: "A slice never imports a slice: what both need lies in the store or in the domain.",
    from: new RegExp(`^server/(${WORDS})/`),
    to: new RegExp(`^server/(${WORDS})/`),
    except: "^server/$1/",
  },
  {
    name: "service-is-not-http",
    why: "A service knows the rule, not the way a request came in.",
    from: /\.service\.ts$/,
    to: /^npm:(@trpc\/.*|express|trpc-to-openapi)$|^server\/(trpc|router|app|main)\.ts$|^server\/http\//,
  },
  {
    name: "client-sees-types-only",
    why: "Of the server the client takes nothing but types.",
    from: /^client\//,
    to: /^server\//,
    allowsTypes: true,
  },
  {
    name: "client-stays-in-the-browser",
    why: "The client reaches neither the database nor Node.",
    from: /^client\//,
    to: /^(db\/|node:)/,
  },
  {
    name: "features-do-not-touch",
    why: "A feature never imports a feature.",
    from: /^client\/features\/([^/]+)\//,
    to: /^client\/features\//,
    except: "^client/features/$1/",
  },
  {
    name: "leaves-draw-only",
    why: "ui and charts draw: they know no feature and ask the server nothing.",
    from: /^client\/(ui|charts)\//,
    to: /^client\/(features|api|routes|main|app)|^server\/|^npm:@(trpc|tanstack\/react-query|tanstack\/react-router)/,
  },
  {
    name: "shared-stands-alone",
    why: "What server and client share knows neither of them.",
    from: /^shared\//,
    to: /^(client|server|db)\//,
  },
  {
    name: "server-does-not-draw",
    why: "The server never loads the client.",
    from: /^server\//,
    to: /^client\//,
  },
  {
    name: "nothing-imports-test",
    why: "The product runs without its tests.",
    from: /^/,
    fromExcept: /^test\//,
    to: /^test\//,
  },
];
