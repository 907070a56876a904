import type { Page } from "playwright-core";
import type { Run, RunSummary } from "../../workbench/messages";
import { startWorkbench } from "../../workbench/server";
import { builtComponent } from "../support/bundle";
import { launchChromium } from "./support/chromium";
import { holdBack } from "./support/sandbox";
import { button, goTo, useWorkbench } from "./support/workbench";

const open = useWorkbench();

const EVENTS = /api\/events$/;

/** Puts a page out of sight, as another tab before it does, or back. */
function putOut(page: Page, state: "hidden" | "visible"): Promise<void> {
  return page.evaluate((to) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: to });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

/** Says that the step that is open has run: each test runs another one. */
const ended = (page: Page) => page.getByText(/^Run \d+ took /);

/** Runs the step that is open, and waits until it has ended. */
async function run(page: Page): Promise<void> {
  await button(page, "Run").click();
  await ended(page).waitFor();
}

test("many tabs can be open: those out of sight take no connection", async () => {
  const { page, workbench } = await open();
  const heading = (tab: Page) => tab.getByRole("heading", { name: "Try the Gorgias connector" });
  await heading(page).waitFor();
  for (let count = 0; count < 7; count += 1) {
    const before = page.context().pages().at(-1) ?? page;
    await putOut(before, "hidden");
    const tab = await page.context().newPage();
    await tab.goto(workbench.url);
    await heading(tab).waitFor();
  }
});

test("a tab that comes back in sight knows what happened, and forgets what the server has forgotten", async () => {
  const { page, workbench } = await open("actions/getAccount");
  await run(page);
  await Promise.all([
    page.waitForEvent("requestfailed", (request) => EVENTS.test(request.url())),
    putOut(page, "hidden"),
  ]);
  await page.request.post(`${workbench.url}api/runs`, {
    headers: { origin: new URL(workbench.url).origin },
    data: { kind: "actions", key: "listTags", inputs: {} },
  });
  await page.route(/api\/runs$/, async (route) => {
    const runs = (await (await route.fetch()).json()) as RunSummary[];
    await route.fulfill({ json: runs.slice(0, 1) });
  });
  await putOut(page, "visible");
  const history = page.getByRole("table", { name: "Runs of this session" });
  await page.getByRole("tab", { name: "History (1)" }).click();
  await history.getByRole("button", { name: /^\d+\. List Tags$/ }).waitFor();
});

test("an answer that comes late takes nothing away of what was told since", async () => {
  const { page, workbench } = await open("actions/listTeams");
  const letGo = await holdBack();
  let told: Run | undefined;
  await page.route(/api\/runs(?:\/[^/]+)?$/, async (route) => {
    const response = await route.fetch();
    told = (await response.json()) as Run;
    if (route.request().method() === "GET") {
      await letGo();
      await ended(page).waitFor();
    }
    await route.fulfill({ response });
  });
  await run(page);
  expect(told).toMatchObject({ status: "running", exchanges: [] });
  await page.getByRole("tab", { name: "Requests (1)" }).click();
  await page.getByRole("button", { name: /^GET \/api\/teams/ }).waitFor();
  await page.unroute(/api\/runs(?:\/[^/]+)?$/);
  const { log } = (await (
    await page.request.get(`${workbench.url}api/runs/${told?.id}`)
  ).json()) as Run;
  await page.getByRole("tab", { name: `Log (${log.length})` }).waitFor();
});

test("the connector is asked again about a form as it is sent", async () => {
  const { page } = await open("actions/listViews");
  await page.waitForResponse(/api\/check$/);
  await Promise.all([page.waitForRequest(/api\/check$/), run(page)]);
});

test("the calendar takes a date without a time zone as the connector does, in UTC", async () => {
  const { page } = await open("actions/createTicket", { timezoneId: "America/New_York" });
  const field = page.getByRole("textbox", { name: "Created Datetime", exact: true });
  await field.fill("2026-02-01T10:00:00");
  await button(page, "Choose Created Datetime in a calendar").click();
  await button(page, "2 February 2026").click();
  await button(page, "Done").click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  expect(await field.inputValue()).toBe("2026-02-02T10:00:00Z");
});

test("a run whose passwords were left out is filled in again, not run without them", async () => {
  const { page } = await open("actions/updateUser", { viewport: { width: 360, height: 740 } });
  const password = (name: string) => page.getByLabel(name, { exact: true });
  await page.getByRole("combobox", { name: "User ID" }).click();
  await page.getByRole("option").first().click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Someone");
  for (const name of ["New Password", "Password Confirmation"]) {
    await password(name).fill("correct horse battery");
  }
  await button(page, "Run").click();
  await page.getByRole("tab", { name: /^History/ }).click();
  await page.getByRole("button", { name: /^Run again: Update User/ }).click();
  await page.getByText(/^Filled in as in run \d+, but for its secrets/).waitFor();
  expect(await page.getByRole("textbox", { name: "Name", exact: true }).inputValue()).toBe(
    "Someone",
  );
  expect(await password("New Password").inputValue()).toBe("");
});

test("a run of the history is edited: its form is filled in as it was", async () => {
  const { page } = await open("actions/createTag");
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  await name.fill("made to be edited");
  await run(page);
  await name.fill("something else");
  await page.getByRole("tab", { name: /^History/ }).click();
  await page.getByRole("button", { name: /^Edit: Create Tag/ }).click();
  await page.getByText(/^Filled in as in run \d+\.$/).waitFor();
  expect(await name.inputValue()).toBe("made to be edited");
});

/** Waits until a form that holds a text was checked: only then may it be saved. */
const checked = (page: Page, text: string) =>
  page.waitForResponse(
    (response) =>
      /api\/check$/.test(response.url()) && response.request().postData()?.includes(text) === true,
  );

test("what was filled in is there again after a reload, but for its secrets", async () => {
  const { page } = await open("actions/updateUser");
  const name = page.getByRole("textbox", { name: "Name", exact: true });
  const password = page.getByLabel("New Password", { exact: true });
  const secret = "correct horse battery";
  await Promise.all([checked(page, secret), password.fill(secret)]);
  await Promise.all([checked(page, "Someone"), name.fill("Someone")]);
  await page.waitForFunction(() => sessionStorage.getItem("drafts")?.includes("Someone"));
  await page.reload();
  expect(await name.inputValue()).toBe("Someone");
  expect(await password.inputValue()).toBe("");
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("horse");
});

test("what was filled in of a connection is written nowhere, and more than the browser stores does no harm", async () => {
  const { page } = await open("connections/gorgias-api-key");
  const field = (name: string) => page.getByRole("textbox", { name, exact: true });
  await Promise.all([checked(page, "acme"), field("Domain").fill("acme")]);
  await goTo(page, "actions/createTag");
  await page.getByRole("heading", { name: "Create Tag", exact: true }).waitFor();
  const long = "x".repeat(6_000_000);
  await Promise.all([checked(page, long), field("Description").fill(long)]);
  await goTo(page, "actions/createTeam");
  await page.getByRole("heading", { name: "Create Team", exact: true }).waitFor();
  await Promise.all([checked(page, "night shift"), field("Name").fill("night shift")]);
  await page.waitForFunction(() => sessionStorage.getItem("drafts")?.includes("night shift"));
  expect(await page.evaluate(() => sessionStorage.getItem("drafts"))).not.toContain("acme");
});

describe("a read of an account that lets nobody read on for long", () => {
  const openLong = useWorkbench({ tickets: 250, rateLimit: { capacity: 2, windowSeconds: 600 } });

  test("is shown again when the page is loaded anew, and cancelled from beside its result", async () => {
    const { page, workbench } = await openLong("actions/listTickets");
    await page.getByRole("switch", { name: "Fetch All", exact: true }).click();
    await button(page, "Run").click();
    await button(page, "Cancel run").waitFor();
    await page.goto(`${workbench.url}#/actions/getAccount`);
    await page.reload();
    await page.getByRole("heading", { name: "Get Account", exact: true }).waitFor();
    await button(page, "Cancel run").click();
    const result = page.getByRole("complementary", { name: "Result" });
    await result.getByText("Cancelled", { exact: true }).first().waitFor();
    const head = result.getByRole("heading", { name: "List Tickets", exact: true });
    await head.and(page.locator(":focus")).waitFor();
  });
});

test("a page whose server has stopped says so", async () => {
  const workbench = await startWorkbench({
    component: builtComponent(),
    sandbox: { rateLimit: false },
  });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await Promise.all([page.waitForResponse(EVENTS), page.goto(workbench.url)]);
    await page.getByRole("heading", { name: "Try the Gorgias connector" }).waitFor();
    await workbench.close();
    await page.getByRole("alert").getByText("The workbench has stopped").waitFor({ timeout: 0 });
  } finally {
    await browser.close();
  }
});

test("a run under way when the server goes is of unknown outcome, until the server is heard again", async () => {
  const workbench = await startWorkbench({
    component: builtComponent(),
    sandbox: { tickets: 250, rateLimit: { capacity: 2, windowSeconds: 600 } },
  });
  const browser = await launchChromium();
  try {
    const context = await browser.newContext();
    context.setDefaultTimeout(0);
    const page = await context.newPage();
    await page.goto(`${workbench.url}#/actions/listTickets`);
    await page.getByRole("switch", { name: "Fetch All", exact: true }).click();
    await button(page, "Run").click();
    const cancel = button(page, "Cancel run");
    await cancel.waitFor();
    await putOut(page, "hidden");
    await page.route(/\/api\//, (route) => route.abort("connectionrefused"));
    await cancel.click();
    const says = (words: string) => page.getByRole("alert").getByText(words, { exact: true });
    const noAnswer = "The workbench does not answer. Start it again with npm run workbench.";
    await says(noAnswer).waitFor();
    await putOut(page, "visible");
    await page
      .getByRole("note")
      .getByText("Its outcome is unknown: the workbench has stopped.", { exact: true })
      .waitFor();
    expect(await cancel.count()).toBe(0);
    await button(page, "Run").click();
    await says(noAnswer).waitFor();
    await page.unroute(/\/api\//);
    await putOut(page, "hidden");
    await putOut(page, "visible");
    await cancel.waitFor();
  } finally {
    await browser.close();
    await workbench.close();
  }
});

test("runs that cannot be read are no runs that there were not", async () => {
  const { page, workbench } = await open();
  const problem = "The workbench failed: it is out of order.";
  await page.route(/api\/runs$/, (route) =>
    route.fulfill({ status: 409, json: { message: problem } }),
  );
  await page.goto(`${workbench.url}#/actions/getAccount`);
  await page.reload();
  await page.getByRole("alert").getByText(problem, { exact: true }).waitFor();
  expect(await page.getByText(/^Nothing has run yet\./).count()).toBe(0);
});
