import { type ApiKey, type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";

/** What came back, parsed where there was anything to parse. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape is what they test
  body: any;
}

/** Requests with somebody's credentials already in them. */
export interface Caller {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  delete(path: string, body?: unknown): Promise<Answer>;
}

/** A sandbox, and an admin who asks it for something. */
export interface Account extends Caller {
  sandbox: Sandbox;
  clock: { now: number };
  /** The same with the key of a user who has that role. */
  as(role: keyof Sandbox["keys"]): Caller;
  /** A request with these headers alone. */
  bare(path: string, init?: RequestInit): Promise<Answer>;
}

/** Opens an account whose clock moves only when told, and without a rate limit unless asked. */
export async function openAccount(options: SandboxOptions = {}): Promise<Account> {
  const clock = { now: Date.parse("2026-03-01T12:00:00Z") };
  const sandbox = await startSandbox({
    tickets: 300,
    rateLimit: false,
    now: () => clock.now,
    ...options,
  });

  async function bare(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${sandbox.url}${path}`, { redirect: "manual", ...init });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== "" ? JSON.parse(text) : text,
    };
  }
  /** Requests with the key of a user. */
  const asUser = ({ username, apiKey }: ApiKey): Caller => {
    const authorization = `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`;
    const send = (method: string) => (path: string, body?: unknown) =>
      bare(`/api${path}`, {
        method,
        headers: {
          authorization,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    return { get: send("GET"), post: send("POST"), put: send("PUT"), delete: send("DELETE") };
  };
  return {
    sandbox,
    clock,
    bare,
    ...asUser(sandbox.credentials),
    as: (role) => asUser(sandbox.keys[role]),
  };
}

/** A customer's first message, with a ticket around it. */
export function ticketFrom(email: string, more: object = {}) {
  return {
    via: "api",
    subject: "Where is it?",
    messages: [
      { channel: "email", via: "api", from_agent: false, sender: { email }, body_text: "Hello?" },
    ],
    ...more,
  };
}
