import { npmStart } from "./terminal";

describe("npm start -- --poll", () => {
  it("shows what a poll finds, and ends well", async () => {
    const { code, stdout, stderr } = await npmStart(["--poll", "tickets", "--times", "1"]);
    expect(stderr).toContain("Working on a sandbox");
    expect(stdout.trimEnd().split("\n")).toEqual([
      "poll 1  1 request  remembers where the account stands",
      "poll 2  1 request  2 new, 0 updated",
      expect.stringMatching(/^ {2}new {6}#\d+ Where is order #1001\? \(open\)$/),
      expect.stringMatching(/^ {2}new {6}#\d+ Where is order #1001\? \(closed\)$/),
      "poll 3  1 request  nothing changed",
    ]);
    expect(code).toBe(0);
  });

  it("stops at Ctrl-C", async () => {
    const { code } = await npmStart(["--poll", "--times", "1000"], { interruptAt: "Working on" });
    expect(code).toBe(130);
  });

  it.each([
    [["--poll", "macros"], "--poll takes tickets, customers"],
    [["--poll", "--times", "none"], "--times: expected a whole number"],
    [["listTickets", "--listen"], "take no action"],
  ])("%j ends with an error", async (args, message) => {
    const { code, stderr } = await npmStart(args);
    expect(stderr).toContain(message);
    expect(code).toBe(1);
  });
});

describe("npm start -- --listen", () => {
  it("shows what Gorgias tells, and leaves nothing behind", async () => {
    const { code, stdout } = await npmStart(["--listen", "--times", "1"]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^Gorgias calls http:\/\/127\.0\.0\.1:\d+\/webhook now\.$/);
    expect(lines.slice(1, -1).map((line) => line.split(/ +/)[1])).toEqual([
      "ticket-created",
      "ticket-message-created",
      "ticket-message-created",
      "ticket-status-updated",
    ]);
    expect(lines.at(-2)).toMatch(/ #\d+ Where is order #1001\? \(closed, 2 messages, from jo@/);
    expect(lines.at(-1)).toBe("Gorgias calls nobody any more.");
    expect(code).toBe(0);
  });

  it("takes its webhook away at Ctrl-C", async () => {
    const { code, stdout } = await npmStart(["--listen", "--times", "1000"], {
      interruptAt: "Working on",
    });
    expect(stdout).toContain("Gorgias calls nobody any more.");
    expect(code).toBe(130);
  });
});
