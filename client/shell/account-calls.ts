import { type Failure, failureOf } from "../failure.ts";
import { spokenLanguage } from "../text/say.ts";

/** Signs in with an address and a password. Null when it worked, else what the server said. */
export function signIn(email: string, password: string): Promise<Failure | null> {
  return post("/api/auth/sign-in/email", { email, password });
}

/** Signs in as one of the demonstration's people. */
export function signInAsDemo(person: string): Promise<Failure | null> {
  return post("/demo/sign-in", { person });
}

/** Goes to the provider of single sign-on, which leads back; answers only where that cannot be. */
export async function beginSingleSignOn(): Promise<Failure | null> {
  try {
    const response = await fetch("/api/auth/sign-in/social", {
      method: "POST",
      headers: headers(),
      body: "{}",
    });
    const answer: unknown = await response.json();
    if (!response.ok) return failureOf({ data: answer });
    window.location.assign((answer as { url: string }).url);
    return null;
  } catch (error) {
    return failureOf(error);
  }
}

export async function signOut(): Promise<void> {
  await post("/api/auth/sign-out", {});
}

function headers(): HeadersInit {
  return { "content-type": "application/json", accept: "application/json", "accept-language": spokenLanguage() };
}

async function post(path: string, body: object): Promise<Failure | null> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: headers(),
      body: JSON.stringify(body),
    });
    return response.ok ? null : failureOf({ data: await response.json() });
  } catch (error) {
    return failureOf(error);
  }
}
