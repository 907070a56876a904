import { builtComponent } from "../../support/bundle";
import { type AsPage, action, openAsPage } from "./asPage";
import { mapped } from "./mapped";

/** The key of every made-up account. */
const KEY = "sandbox-api-key";

let page: AsPage;

beforeAll(async () => {
  const built = builtComponent();
  const actions = mapped(built.actions, "getAccount", (one) => ({
    ...one,
    perform: () => Promise.reject(new Error(`Broken by ${KEY}.`)),
  }));
  page = await openAsPage({
    component: { ...built, actions },
    sandbox: { tickets: 1, rateLimit: false },
  });
});

afterAll(() => page.close());

it("a credential that Gorgias answers stands in no answer, and not in what is said of it", async () => {
  const { id } = await page.run(action("createTag", { name: KEY }));
  const { status, answer, exchanges, log } = await page.run(action("listTags", { search: KEY }));
  expect([status, answer?.kind]).toEqual(["succeeded", "json"]);
  const answers = await Promise.all(
    ["answer", "answer.json", "answer.csv"].map(async (part) =>
      (await page.send("GET", `runs/${id}/${part}`)).text(),
    ),
  );
  expect(answers.map((text) => text.includes("***"))).toEqual([true, true, true]);
  const created = await page.ask<object>("GET", `runs/${id}`);
  const told = JSON.stringify([answers, answer, exchanges, log, { ...created, inputs: {} }]);
  expect(told).not.toContain(KEY);
});

it("a credential in a failure is not told", async () => {
  const { id, failure } = await page.run(action("getAccount"));
  expect(failure).toEqual({ message: "Broken by ***." });
  expect(JSON.stringify([page.events, await page.ask("GET", `runs/${id}`)])).not.toContain(
    `Broken by ${KEY}`,
  );
});
