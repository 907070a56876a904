import { stripVTControlCharacters } from "node:util";
import type { ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import type { Showing } from "../../cli/flow";
import { showListening } from "../../cli/listen";
import { POLLED, showPolling } from "../../cli/poll";
import { loggerThat } from "../../cli/run";
import { type Sandbox, startSandbox } from "../../sandbox";
import component from "../../src";
import { useNoTimeouts } from "../support/patience";
import { npmStart } from "./terminal";

let sandbox: Sandbox;
let connection: ConnectionValue;
let printed: string[];
let showing: Showing;

useNoTimeouts();

beforeEach(async () => {
  sandbox = await startSandbox({ tickets: 20 });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  const fields = { domain: "sandbox", ...sandbox.credentials };
  connection = { key: "gorgias-api-key", configVarKey: "", fields };
  printed = [];
  showing = {
    times: 1,
    pauseMs: 0,
    print: (line) => void printed.push(stripVTControlCharacters(line)),
    width: Number.POSITIVE_INFINITY,
    logger: loggerThat(() => undefined),
    stopped: new AbortController().signal,
  };
});

afterEach(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await sandbox.close();
});

describe("a flow that polls", () => {
  it("prints what each poll finds, and ends well", async () => {
    const well = await showPolling(component, { sandbox, connection }, "tickets", showing);
    expect(printed).toEqual([
      "poll 1  1 request  Started: nothing handed on yet",
      "poll 2  1 request  1 new, 1 updated",
      expect.stringMatching(/^ {2}new {6}#\d+ Where is order #1001\? \(open\)$/),
      expect.stringMatching(/^ {2}updated {2}#\d+ Where is order #1000\? \(closed\)$/),
      "poll 3  1 request  nothing changed",
    ]);
    expect(well).toBe(true);
  });

  it.each(POLLED)("has something to show for %s", async (resourceType) => {
    expect(await showPolling(component, { sandbox, connection }, resourceType, showing)).toBe(true);
    expect(printed).toContainEqual(expect.stringMatching(/^ {2}new {6}#\d+ /));
  });

  it("refuses what it cannot show, and says what it can", async () => {
    await expect(
      showPolling(component, { sandbox, connection }, "macros", showing),
    ).rejects.toThrow("--poll shows tickets, customers");
  });
});

describe("a flow that listens", () => {
  it("fits the screen", async () => {
    await showListening(component, { sandbox, connection }, { ...showing, width: 60 });
    const events = printed.filter((line) => line.startsWith("→"));
    expect(events).toHaveLength(4);
    expect(events.filter((line) => line.length > 60)).toEqual([]);
  });

  it("prints what Gorgias tells, and leaves nothing behind", async () => {
    const well = await showListening(component, { sandbox, connection }, showing);
    expect(printed[0]).toMatch(
      /^Gorgias calls http:\/\/127\.0\.0\.1:\d+\/webhook\/[\w-]{16} now\.$/,
    );
    expect(printed.slice(1, -1).map((line) => line.split(/ +/)[1])).toEqual([
      "ticket-created",
      "ticket-message-created",
      "ticket-message-created",
      "ticket-status-updated",
    ]);
    expect(printed.at(-2)).toMatch(/ #\d+ Where is order #1000\? \(closed, 2 messages, from jo@/);
    expect(printed.at(-1)).toBe("Gorgias calls nobody any more.");
    expect(well).toBe(true);
  });
});

describe("npm start --", () => {
  it("--poll polls until Ctrl-C", async () => {
    const { code, stdout, stderr } = await npmStart(["--poll", "--times", "1000"], {
      interruptAt: "poll 1",
    });
    expect(stderr).toContain("Working on a sandbox");
    expect(stdout).toContain("Started: nothing handed on yet");
    expect(code).toBe(130);
  });

  it("--listen listens until Ctrl-C, and takes its webhook away", async () => {
    const { code, stdout } = await npmStart(["--listen", "--times", "1000"], {
      interruptAt: "Gorgias calls http",
    });
    expect(stdout).toContain("Gorgias calls nobody any more.");
    expect(code).toBe(130);
  });

  it.each([
    [["--poll", "--times", "none"], "--times: expected a whole number"],
    [["listTickets", "--listen"], "take no action"],
  ])("%j ends with an error", async (args, message) => {
    const { code, stderr } = await npmStart(args);
    expect(stderr).toContain(message);
    expect(code).toBe(1);
  });
});
