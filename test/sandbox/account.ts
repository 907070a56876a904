import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";

/** What came back, parsed where there was anything to parse. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers whose shape is what they test
  body: any;
}

/** A sandbox with the credentials already in every request. */
export interface Account {
  sandbox: Sandbox;
  clock: { now: number };
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  delete(path: string, body?: unknown): Promise<Answer>;
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
  const { username, apiKey } = sandbox.credentials;
  const authorization = `Basic ${Buffer.from(`${username}:${apiKey}`).toString("base64")}`;

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
  const send = (method: string) => (path: string, body?: unknown) =>
    bare(`/api${path}`, {
      method,
      headers: {
        authorization,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    sandbox,
    clock,
    bare,
    get: send("GET"),
    post: send("POST"),
    put: send("PUT"),
    delete: send("DELETE"),
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
