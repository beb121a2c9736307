/** An answer as a test looks at it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON; undefined where it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into answers of every shape and fail where one is not there
  readonly json: any;
}

type Holding = { readonly cookies?: readonly string[]; readonly key?: string };

/** Speaks HTTP to a server: with cookies as a browser of the same site does, or with a key as a program does. */
export class Client {
  readonly address: string;
  #cookies: Map<string, string>;
  readonly #key: string | null;

  constructor(address: string, { cookies = [], key }: Holding) {
    this.address = address;
    this.#cookies = new Map();
    this.#key = key ?? null;
    this.#take(cookies);
  }

  /** An answer that does not end by itself. */
  stream(path: string, signal: AbortSignal): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return fetch(`${this.address}${path}`, { headers: { cookie, accept: "text/event-stream" }, signal });
  }

  async send(method: string, path: string, { body, headers = {} }: { body?: unknown; headers?: HeadersInit } = {}) {
    const sent = new Headers(headers);
    if (this.#cookies.size > 0) {
      sent.set("Cookie", [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    }
    if (this.#key !== null) sent.set("Authorization", `Bearer ${this.#key}`);
    if (body !== undefined && !sent.has("Content-Type")) sent.set("Content-Type", "application/json");
    const raw = typeof body === "string" || body instanceof Uint8Array || body === undefined;
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: sent,
      redirect: "manual",
      ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    });
    this.#take(response.headers.getSetCookie());
    return answerOf(response);
  }

  get(path: string, headers: HeadersInit = {}): Promise<Answer> {
    return this.send("GET", path, { headers });
  }

  query(procedure: string, input?: unknown): Promise<Answer> {
    const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.send("GET", `/trpc/${procedure}${query}`);
  }

  mutate(procedure: string, input?: unknown): Promise<Answer> {
    return this.send("POST", `/trpc/${procedure}`, { body: input ?? {} });
  }

  signIn(email: string, password: string): Promise<Answer> {
    return this.send("POST", "/api/auth/sign-in/email", { body: { email, password } });
  }

  /** The same client as another holder of the same cookies would be. */
  copy(): Client {
    return new Client(this.address, { cookies: [...this.#cookies].map(([name, value]) => `${name}=${value}`) });
  }

  #take(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = "", ...attributes] = cookie.split(";");
      const at = pair.indexOf("=");
      const gone = attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
      if (gone) this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
}
