import { stripVTControlCharacters } from "node:util";
import type { Action, Component } from "@prismatic-io/spectral/dist/serverTypes";
import { earlier } from "../../cli/earlier";
import { STOPS } from "../../cli/stops";
import { takeTour } from "../../cli/tour";
import { actions } from "../../src/actions";
import { npmStart } from "./terminal";

describe("npm start", () => {
  it("runs every action on a sandbox, a line each, and ends well", async () => {
    const { code, stdout, stderr } = await npmStart([]);
    const lines = stdout.trimEnd().split("\n");
    expect(stderr).toContain("Working on a sandbox");
    expect(stderr).toContain("it takes 1,000 requests in 20 s. Gorgias takes 40 with an API key.");
    expect(stderr).not.toMatch(/\bwait(?:s|ing)? (?:for|until|\d)/i);
    for (const key of Object.keys(actions)) {
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^✓ ${key} +[A-Z]+ /api/`)));
    }
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^✓ listTickets +GET \/api\/tickets\?order_by=updated_datetime:desc&limit=5 +200 +\d+ ms {2}5 tickets, and there are more$/,
      ),
    );
    // What was looked up first is counted, and the change itself is shown.
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^✓ updateTicketCustomField +PUT \/api\/tickets\/\d+\/custom-fields\/8803 × 2 +200 +\d+ ms {2}Refund amount: 1$/,
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^✓ listTickets +GET \/api\/tickets\?limit=100 × 12 +200 +\d+ ms {2}1,151 tickets$/,
      ),
    );
    expect(stderr).toContain("Fetch All: 1000 items on 10 pages so far.");
    const keys = Object.keys(actions);
    const withoutStop = keys.filter((key) => !STOPS.some(({ action }) => action === key));
    const runs = STOPS.length + withoutStop.length;
    expect(lines.at(-1)).toMatch(
      new RegExp(
        `^${keys.length} actions in ${runs} runs: all went well · \\d+ requests in [\\d.]+ s · rate limit \\d+/1000 at the end$`,
      ),
    );
    expect(stdout + stderr).not.toContain("sandbox-api-key");
    expect(code).toBe(0);
  });

  it("fails when an action fails", async () => {
    const lines = await tourOf(
      { works: action("works"), fails: action("fails", new Error("Ticket ID: no.")) },
      [{ action: "works" }, { action: "fails" }],
    );
    expect(lines).toContainEqual(expect.stringMatching(/^✗ fails .*Ticket ID: no\.$/));
    expect(lines.slice(-2)).toEqual([expect.stringContaining("1 went well, 1 did not"), "false"]);
  });

  it("runs an action that only reads without a stop, with the first entry of its pick list", async () => {
    const given: unknown[] = [];
    const read: Action = {
      ...action("read"),
      performSafety: "SAFE",
      inputs: [
        { key: "id", label: "ID", type: "string", required: true, dataSource: "selectThing" },
        { key: "name", label: "Name", type: "string", required: true, example: "Ada" },
        { key: "note", label: "Note", type: "string", example: "left blank" },
      ] as Action["inputs"],
      perform: async (_context, params) => {
        given.push(params);
        return { data: {} };
      },
    };
    const selectThing = {
      key: "selectThing",
      display: { label: "Select Thing", description: "" },
      inputs: [],
      dataSourceType: "picklist",
      perform: async () => ({ result: [{ key: "7" }, { key: "8" }] }),
    } as unknown as Component["dataSources"][string];
    const lines = await tourOf({ read }, [], { selectThing });
    expect(given).toEqual([{ id: "7", name: "Ada", note: "", debugRequest: "true" }]);
    expect(lines.at(-1)).toBe("true");
  });

  it("fails when an action that changes something has no stop, and names it", async () => {
    const lines = await tourOf({ known: action("known"), brandNew: action("brandNew") }, [
      { action: "known" },
    ]);
    expect(lines).toContainEqual(expect.stringContaining("✗ brandNew is not part of the tour"));
    expect(lines.at(-1)).toBe("false");
  });

  it("fails when a stop has no action, and names it", async () => {
    const lines = await tourOf({}, [{ action: "removed" }]);
    expect(lines).toContainEqual(expect.stringMatching(/^✗ removed .*no such action/));
    expect(lines.at(-1)).toBe("false");
  });

  it("says which earlier answer is missing instead of running an action without it", async () => {
    const lines = await tourOf(
      { create: action("create", new Error("refused")), read: action("read") },
      [{ action: "create" }, { action: "read", inputs: { id: earlier("create", "id") } }],
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^✗ read +no request .*it needs id of what create answers/),
    );
  });
});

async function tourOf(
  known: Component["actions"],
  stops: Parameters<typeof takeTour>[4],
  dataSources: Component["dataSources"] = {},
): Promise<string[]> {
  const lines: string[] = [];
  const connection = { key: "gorgias-api-key", configVarKey: "", fields: {} };
  const well = await takeTour(
    { actions: known, dataSources },
    connection,
    (line) => lines.push(line),
    Number.POSITIVE_INFINITY,
    stops,
  );
  // Colours are for terminals; what the lines say is the same without them.
  return [...lines, String(well)].map(stripVTControlCharacters);
}

function action(key: string, failure?: Error): Action {
  return {
    key,
    display: { label: key, description: key },
    inputs: [],
    perform: async () => {
      if (failure) {
        throw failure;
      }
      return { data: { id: 7 } };
    },
  };
}
