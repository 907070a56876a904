import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { openAccount } from "./account";

const program = join(__dirname, "../../sandbox/cli.ts");

/** Runs the program until it says what to set, and answers all that it printed. */
async function run(...flags: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", program, ...flags]);
  let printed = "";
  for await (const chunk of child.stdout) {
    printed += chunk;
    if (printed.includes("Ctrl+C")) break;
  }
  return { child, printed };
}

/** What a shell holds after the lines were copied into it. */
function exported(printed: string): string[] {
  const lines = printed.split("\n").filter((line) => line.includes("export "));
  const names = ["BASE_URL", "DOMAIN", "USERNAME", "API_KEY"].map((name) => `"$GORGIAS_${name}"`);
  const script = [...lines, `printf '%s\\n' ${names.join(" ")}`].join("\n");
  return execFileSync("sh", ["-c", script], { env: {}, encoding: "utf8" }).split("\n");
}

describe("the sandbox from a terminal", () => {
  it("says where it is and how to get in, and stops cleanly when told to", async () => {
    const { child, printed } = await run("--port", "0", "--tickets", "10", "--no-rate-limit");
    const stopped = once(child, "exit");
    const [url, domain, username, key] = exported(printed);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(domain).toBe("acme");
    const authorization = `Basic ${btoa(`${username}:${key}`)}`;
    const colleague = /agent +(nora@example.com), (\S+)/.exec(printed);
    const response = await fetch(`${url}/api/tickets?limit=100`, { headers: { authorization } });
    expect(await response.json()).toMatchObject({ data: { length: 10 } });
    const users = await fetch(`${url}/api/users/1`, {
      method: "DELETE",
      headers: { authorization: `Basic ${btoa(`${colleague?.[1]}:${colleague?.[2]}`)}` },
    });
    expect(users.status).toBe(403);
    expect(response.headers.has("x-gorgias-account-api-call-limit")).toBe(false);
    child.kill("SIGTERM");
    expect(await stopped).toEqual([0, null]);
  });

  it("gives another refresh token in place of a used one when it is told to", async () => {
    const { child, printed } = await run(
      "--port",
      "0",
      "--tickets",
      "1",
      "--replace-refresh-tokens",
    );
    const [url] = exported(printed);
    const ask = async (grant: Record<string, string>): Promise<Record<string, string>> => {
      const body = new URLSearchParams({
        client_id: "sandbox-client",
        client_secret: "sandbox-client-secret",
        ...grant,
      });
      const answer = await fetch(`${url}/oauth/token`, { method: "POST", body });
      return JSON.parse(await answer.text());
    };
    const redirect_uri = "https://example.com/back";
    const query = new URLSearchParams({
      response_type: "code",
      client_id: "sandbox-client",
      redirect_uri,
      scope: "offline tickets:read",
    });
    const sent = await fetch(`${url}/oauth/authorize?${query}`, { redirect: "manual" });
    const code = new URL(sent.headers.get("location") ?? "").searchParams.get("code") ?? "";
    const { refresh_token = "" } = await ask({
      grant_type: "authorization_code",
      code,
      redirect_uri,
    });
    const renewed = await ask({ grant_type: "refresh_token", refresh_token });
    expect(renewed.refresh_token).toEqual(expect.any(String));
    expect(renewed.refresh_token).not.toBe(refresh_token);
    expect(await ask({ grant_type: "refresh_token", refresh_token })).toMatchObject({
      error: "invalid_grant",
    });
    child.kill("SIGTERM");
    await once(child, "exit");
  });

  it("says what to do about a port that is in use", async () => {
    const { sandbox } = await openAccount({ tickets: 1 });
    const { port } = new URL(sandbox.url);
    const child = spawn(process.execPath, ["--import", "tsx", program, "--port", port]);
    const [ended, said] = await Promise.all([once(child, "exit"), once(child.stderr, "data")]);
    await sandbox.close();
    expect(String(said)).toBe(
      `The sandbox cannot listen on port ${port}: it is in use. Stop what runs there, or choose another port with --port; 0 picks a free one.\n`,
    );
    expect(ended).toEqual([1, null]);
  });

  it("refuses a size that is not a number", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", program, "--tickets", "many"]);
    expect(await once(child, "exit")).toEqual([1, null]);
  });
});

/** Opens a shop, and says how much of a processor that took, however many share it. */
async function opened(tickets: number) {
  const before = process.cpuUsage();
  const account = await openAccount({ tickets });
  const { user, system } = process.cpuUsage(before);
  return { account, work: user + system };
}

describe("a shop of 100,000 tickets", () => {
  it("takes no more work a ticket than a small one, and answers a page of either order", async () => {
    const small = await opened(10_000);
    const large = await opened(100_000);
    // In line with its size it is 10, where every ticket looks at all others 100.
    expect(large.work / small.work).toBeLessThan(30);
    for (const order of ["created_datetime:asc", "updated_datetime:desc"]) {
      const { body } = await large.account.get(`/tickets?limit=100&order_by=${order}`);
      expect(body.data).toHaveLength(100);
    }
    await Promise.all([small, large].map(({ account }) => account.sandbox.close()));
  });
});
