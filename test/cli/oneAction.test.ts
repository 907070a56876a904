import { writeFileSync } from "node:fs";
import path from "node:path";
import { actions } from "../../src/actions";
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
    const { stdout } = await npmStart(["listTickets", "limit=2"]);
    const [heading, ...rows] = stdout.trimEnd().split("\n");
    expect(heading).toMatch(/^id +status +channel +subject +created_datetime +updated_datetime$/);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^\d+ +(open|closed) /);
    expect(rows[2]).toMatch(/^2 tickets\. The list goes on with cursor=\S+$/);
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

  it("lists every action and its inputs with --list", async () => {
    const { code, stdout } = await npmStart(["--list"]);
    for (const [key, { definition }] of Object.entries(actions)) {
      expect(stdout).toContain(`${key}  ${definition.display.label}: `);
    }
    expect(stdout).toMatch(/^ {2}customer +Customer +text +required$/m);
    expect(stdout).toMatch(/^ {2}status +Status +choice +open +open, closed$/m);
    expect(stdout).not.toMatch(/^ {2}connection /m);
    expect(code).toBe(0);
  });

  it("explains itself with --help", async () => {
    const { code, stdout } = await npmStart(["--help"]);
    expect(stdout).toContain("npm start -- listTickets limit=5 order_by=updated_datetime:desc");
    expect(code).toBe(0);
  });
});
