import { writeFileSync } from "node:fs";
import path from "node:path";
import { actionGroups } from "../../src/actions";
import { emptyFolder, npmStart } from "./terminal";

describe("npm start -- <action>", () => {
  it("prints nothing but JSON to stdout with --json", async () => {
    const { code, stdout, stderr } = await npmStart([
      "listTickets",
      "limit=5",
      "order_by=updated_datetime:desc",
      "--json",
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      object: "list",
      data: Array.from({ length: 5 }, () => ({ id: expect.any(Number) })),
    });
    expect(stderr).toContain("Working on a sandbox");
    expect(stderr).toMatch(
      /✓ listTickets +GET \/api\/tickets\?order_by=updated_datetime:desc&limit=5 +200/,
    );
    expect(code).toBe(0);
  });

  it("prints a table of a list without --json", async () => {
    const { stdout, stderr } = await npmStart(["listTickets", "limit=2"]);
    const [heading, ...rows] = stdout.trimEnd().split("\n");
    expect(heading).toMatch(/^id +status +channel +subject +created_datetime +updated_datetime$/);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^\d+ +(open|closed) /);
    expect(rows[2]).toMatch(/^2 tickets\. The list goes on with cursor=\S+$/);
    expect(stderr).toContain("This sandbox ends with this command, and the cursor with it.");
    expect(stderr).toContain("docs/sandbox.md");
  });

  it("fits the screen", async () => {
    const { stdout, stderr } = await npmStart(["listTickets", "limit=2"], {
      env: { COLUMNS: "80" },
    });
    const [heading, ...rows] = stdout.split("\n");
    expect(heading).toMatch(/^id +status +channel +subject +created_datetime$/);
    const line = stderr.split("\n").find((one) => one.startsWith("✓")) ?? "";
    for (const one of [...rows.slice(0, 2), line]) {
      expect(one.length).toBeLessThanOrEqual(80);
    }
    expect(line).toMatch(/^✓ listTickets +200 +\d+ ms {2}2 tickets, and there are more$/);
  });

  it("reads inputs from a file, and lets those of the command line win", async () => {
    const cwd = emptyFolder();
    writeFileSync(path.join(cwd, "inputs.json"), JSON.stringify({ limit: 3, name: "Jo Martin" }));
    const { stderr } = await npmStart(["listCustomers", "--inputs", "inputs.json", "limit=1"], {
      cwd,
    });
    expect(stderr).toMatch(/GET \/api\/customers\?(?=.*name=Jo\+Martin)(?=.*limit=1\b)/);
  });

  it("shows the connector's log with --debug, without the key", async () => {
    const { code, stdout, stderr } = await npmStart(["getAccount", "--debug", "--json"]);
    expect(stderr).toMatch(
      /\[debug\] GET http:\S+\/api\/account → 200 in \d+ ms, rate limit 1\/40/,
    );
    expect(stderr).toContain('"authorization": "***"');
    expect(stdout + stderr).not.toContain("sandbox-api-key");
    expect(JSON.parse(stdout)).toHaveProperty("domain");
    expect(code).toBe(0);
  });

  it("says what the connector says when the action fails, without a stack", async () => {
    const { code, stdout, stderr } = await npmStart(["getTicket", "id=1", "--json"]);
    expect(stdout).toBe("");
    expect(stderr).toContain("GET /api/tickets/1: Gorgias answered 404");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
  });

  it("names inputs by the keys that they are given by", async () => {
    const { code, stderr } = await npmStart(["listEvents", "limit=500", "object_id=x", "key"]);
    expect(stderr).toContain(
      'key: expected an input as key=value.\nobject_id: expected a whole number from 1, got "x".\nlimit: expected a whole number from 1 to 100, got "500".',
    );
    const other = await npmStart(["listEvents", "object_type=Ticket"]);
    expect(other.stderr).toContain("object_type: needs an object_id beside it");
    expect([code, other.code]).toEqual([1, 1]);
  });

  it("says where a wrong domain comes from", async () => {
    const env = { GORGIAS_DOMAIN: "two words", GORGIAS_USERNAME: "jo", GORGIAS_API_KEY: "key" };
    const { code, stderr } = await npmStart(["getAccount"], { env });
    expect(stderr).toContain("Domain: expected your Gorgias account's name");
    expect(stderr).toContain("Domain is GORGIAS_DOMAIN");
    expect(code).toBe(1);
  });

  it("suggests the nearest actions for a mistyped one", async () => {
    const { code, stderr } = await npmStart(["listTicket"]);
    expect(stderr).toContain("There is no action listTicket. Did you mean listTickets");
    expect(code).toBe(1);
  });

  it("suggests the nearest inputs for a mistyped one", async () => {
    const { code, stderr } = await npmStart(["listTickets", "orderby=created_datetime:asc"]);
    expect(stderr).toContain("orderby: listTickets has no such input. Did you mean order_by?");
    expect(code).toBe(1);
  });

  it("lists every action with --list, a line each, by what it works on", async () => {
    const { code, stdout } = await npmStart(["--list"], { env: { COLUMNS: "80" } });
    const lines = stdout.split("\n");
    for (const { title, actions: ofGroup } of actionGroups) {
      const start = lines.indexOf(title) + 1;
      const found = lines.slice(start, start + Object.keys(ofGroup).length);
      expect(found.map((line) => line.trim().split(/ {2,}/))).toEqual(
        Object.entries(ofGroup).map(([key, { definition }]) => [key, definition.display.label]),
      );
    }
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(code).toBe(0);
  });

  it("shows one action with all that it takes with --list", async () => {
    const { code, stdout } = await npmStart(["listEvents", "--list"], { env: { COLUMNS: "80" } });
    expect(stdout).toMatch(/^listEvents {2}List Events\n/);
    expect(stdout).toContain("\n  limit  Limit (text)\n");
    expect(stdout).toMatch(/\n {4}Example: \S/);
    expect(code).toBe(0);
  });

  it("explains itself with --help", async () => {
    const { code, stdout } = await npmStart(["--help"]);
    expect(stdout).toContain("npm start -- listTickets limit=5 order_by=updated_datetime:desc");
    expect(stdout).toMatch(/^ {2}npx prism components:dev:run -i .* -- npm start getAccount$/m);
    expect(code).toBe(0);
  });
});
