import type { FileReference, Flow, Run, RunSummary } from "../../../workbench/messages";
import { builtComponent } from "../../support/bundle";
import { holdBack } from "../support/sandbox";
import { type AsPage, action, openAsPage } from "./asPage";
import { mapped } from "./mapped";

describe("what the workbench keeps", () => {
  let page: AsPage;

  beforeAll(async () => {
    page = await openAsPage({
      sandbox: { tickets: 5, rateLimit: false },
      limits: { runs: 3, ofTrigger: 2, underWay: 2, bytes: 1000, fileBytes: 10 },
    });
  });

  afterAll(() => page?.close());

  it("are the newest runs, and of them the newest answers", async () => {
    const runs: Run[] = [];
    for (const _ of [1, 2, 3, 4]) {
      runs.push(await page.run(action("listTickets", { limit: "1" })));
    }
    const statuses = await Promise.all(
      runs.map(async ({ id }) => [
        (await page.send("GET", `runs/${id}`)).status,
        (await page.send("GET", `runs/${id}/answer`)).status,
      ]),
    );
    expect(statuses).toEqual([
      [404, 404],
      [200, 410],
      [200, 410],
      [200, 200],
    ]);
    expect(await page.ask("GET", "runs")).toHaveLength(3);
  });

  it("are fewer runs where their inputs are long", async () => {
    for (const letter of ["a", "b", "c"]) {
      await page.run(action("getTicket", { id: letter.repeat(400) }));
    }
    expect(await page.ask("GET", "runs")).toHaveLength(2);
  });

  it("are what a person ran, however often a trigger polls", async () => {
    const { id: mine } = await page.run(action("getAccount"));
    const asked = { kind: "triggers", key: "pollChangesTrigger", inputs: {} };
    const flow = await page.ask<Flow>("POST", "flows", asked);
    const polls = [flow.last ?? ""];
    await page.ended(polls[0] ?? "");
    for (const _ of [1, 2, 3]) {
      const { id } = await page.ask<Run>("POST", `flows/${flow.id}/runs`);
      await page.ended(id);
      polls.push(id);
    }
    await page.send("DELETE", `flows/${flow.id}`);
    const kept = (await page.ask<RunSummary[]>("GET", "runs")).map(({ id }) => id);
    expect(kept.slice(0, 3)).toEqual([...polls.slice(-2).reverse(), mine]);
  });

  it("are the newest files", async () => {
    const store = async (name: string): Promise<FileReference> =>
      (await page.send("POST", `files?name=${name}`, Buffer.from("seven b"))).json();
    const [first, second] = [await store("first"), await store("second")];
    expect(await page.run(action("uploadFiles", { file: first }))).toMatchObject({
      status: "refused",
    });
    expect(await page.run(action("uploadFiles", { file: second }))).toMatchObject({
      status: "succeeded",
    });
  });

  it("are no more runs under way than it takes", async () => {
    const letGo = await holdBack(2);
    const asked = action("getAccount");
    const begun = [
      await page.ask<Run>("POST", "runs", asked),
      await page.ask<Run>("POST", "runs", asked),
    ];
    const third = await page.send("POST", "runs", asked);
    expect([third.status, await third.json()]).toEqual([
      409,
      { message: expect.stringMatching(/^2 runs are under way/) },
    ]);
    await letGo();
    for (const { id } of begun) {
      await page.ended(id);
    }
    expect((await page.run(asked)).status).toBe("succeeded");
  });
});

describe("a fault of the workbench itself", () => {
  it("is told to the page and the terminal, without a secret of the account", async () => {
    let isBroken = false;
    const built = builtComponent();
    const triggers = mapped(built.triggers, "pollChangesTrigger", (one) =>
      Object.defineProperty({ ...one }, "webhookCreate", {
        get: () => {
          if (isBroken) {
            throw new Error("Broken by sandbox-api-key.");
          }
        },
      }),
    );
    const page = await openAsPage({
      component: { ...built, triggers },
      sandbox: { tickets: 1 },
    });
    const written = jest.spyOn(process.stderr, "write").mockReturnValue(true);
    isBroken = true;
    const asked = { kind: "triggers", key: "pollChangesTrigger", inputs: {} };
    const response = await page.send("POST", "flows", asked);
    expect([response.status, await response.json()]).toEqual([
      500,
      { message: "The workbench failed: Broken by ***." },
    ]);
    expect(written.mock.calls.map(String)).toEqual([
      expect.stringMatching(/^Error: Broken by \*\*\*\.\n {4}at /),
    ]);
    await page.close();
  });
});
