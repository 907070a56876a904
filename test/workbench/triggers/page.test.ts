import type { Page } from "playwright-core";
import type { Flow } from "../../../workbench/messages";
import { holdBack } from "../support/sandbox";
import { clickSecond } from "../support/secondClick";
import { useWorkbench } from "../support/workbench";

const open = useWorkbench();

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true }).click();

/** The newest run of the flow that says so, as soon as it is there. */
const handedOn = (page: Page, words: string | RegExp) =>
  page.getByRole("table", { name: "Runs of this flow" }).getByRole("button", { name: words });

const said = (page: Page, words: RegExp) =>
  page.getByRole("status").filter({ hasText: words }).waitFor();

describe("a trigger at work on the page", () => {
  it("polls, and hands on the ticket that a customer wrote", async () => {
    const { page } = await open("triggers/pollChangesTrigger");
    await page.getByText("Start the trigger first.").waitFor();
    await press(page, "Start");
    await handedOn(page, "Started: nothing handed on yet").waitFor();
    // A double click on Start does not poll, and one on an event lets it happen once.
    await clickSecond(page.getByRole("button", { name: "Poll now" }));
    await press(page, "A customer writes a new ticket");
    await said(page, /^Ticket #\d+ "Where is order #\d+\?" was created\.$/);
    await clickSecond(page.getByRole("button", { name: "A customer writes a new ticket" }));
    await press(page, "Poll now");
    await handedOn(page, "1 new, 0 updated").click();
    await page
      .getByRole("complementary", { name: "Result" })
      .getByText("Where is order #")
      .waitFor();
    expect(
      await page.getByRole("table", { name: "Runs of this flow" }).getByRole("row").count(),
    ).toBe(3);

    await page.getByText("Resource Type: tickets").waitFor();
    await page.getByRole("combobox", { name: "Resource Type" }).click();
    await page.getByRole("option", { name: "customers", exact: true }).click();
    await said(page, /^It still runs with the inputs/);

    await page.getByLabel("How often it polls").selectOption("10");
    await page.getByText(/^Next poll at \d\d:\d\d:\d\d, in \d+ s$/).waitFor();
    await press(page, "Stop");
    await page.getByText("Stopped", { exact: true }).waitFor();
    await page.getByText(/^Next poll at/).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Poll now" }).waitFor({ state: "detached" });
    // What only its trigger starts is not offered to be run again.
    await page.getByRole("tab", { name: /^History/ }).click();
    await page.getByRole("table", { name: "Runs of this session" }).waitFor();
    await page.getByRole("button", { name: /^Run again: / }).waitFor({ state: "detached" });
  });

  it("polls by itself, also after a poll that took too long, until the flow is stopped elsewhere", async () => {
    const { page, workbench } = await open("triggers/pollChangesTrigger");
    const ask = (method: string, path: string) =>
      page.request.fetch(`${workbench.url}api/${path}`, {
        method,
        headers: { origin: new URL(workbench.url).origin },
      });
    await page.clock.install();
    await press(page, /^Start( again)?$/);
    await handedOn(page, "Started: nothing handed on yet").waitFor();
    await page.getByLabel("How often it polls").selectOption("10");
    await page.getByText("It polls by itself for as long as this tab is open.").waitFor();
    await page.clock.fastForward(10_000);
    await handedOn(page, "nothing changed").waitFor();

    const letGo = await holdBack();
    await press(page, "Poll now");
    await handedOn(page, "Waiting for the answer").waitFor();
    const [refused] = await Promise.all([
      page.waitForResponse(/api\/flows\/[^/]+\/runs$/),
      page.clock.fastForward(10_000),
    ]);
    expect(refused.status()).toBe(409);
    await letGo();
    await handedOn(page, "nothing changed").nth(1).waitFor();
    await page.clock.fastForward(10_000);
    await handedOn(page, "nothing changed").nth(2).waitFor();

    const flows = (await (await ask("GET", "flows")).json()) as Flow[];
    const running = flows.findLast(({ status }) => status === "running");
    await ask("DELETE", `flows/${running?.id}`);
    await page.clock.fastForward(10_000);
    await page
      .getByRole("alert")
      .filter({ hasText: "It no longer polls by itself" })
      .getByText("This flow has been stopped.")
      .waitFor();
  });

  it("meets a fault, waits and tries again", async () => {
    const { page } = await open("triggers/pollChangesTrigger");
    await press(page, /^Start( again)?$/);
    await handedOn(page, "Started: nothing handed on yet").waitFor();
    await press(page, "Faults");
    await page.getByRole("radio", { name: /^500/ }).check();
    await press(page, "Add fault");
    await page.getByRole("button", { name: "Faults 1 waiting" }).waitFor();
    await page.keyboard.press("Escape");
    await press(page, "Poll now");
    await handedOn(page, "nothing changed").click();
    await page.getByRole("tab", { name: "Requests (2)" }).click();
    await page.getByRole("button", { name: "Faults", exact: true }).waitFor();
  });

  it("takes back faults that wait", async () => {
    const { page } = await open("triggers/pollChangesTrigger");
    await press(page, "Faults");
    await page.getByRole("radio", { name: /cut/ }).check();
    await page.getByRole("textbox", { name: "How many" }).fill("3");
    await press(page, "Add fault");
    await said(page, /The connection is cut \(3 times\)/);
    await press(page, "Remove faults");
    await said(page, /No fault is waiting/);
  });

  it("is called by the webhook that it sets up, and takes it away again", async () => {
    const { page } = await open("triggers/ticketEventWebhook");
    await press(page, "Start");
    await page
      .getByRole("alert")
      .getByRole("button", { name: /^Events: / })
      .waitFor();
    const events = page.getByRole("combobox", { name: /^Events/ });
    await events.and(page.locator("[aria-invalid=true]:focus")).waitFor();

    await events.click();
    await page.getByRole("option", { name: "ticket-created", exact: true }).click();
    await page.keyboard.press("Escape");
    await press(page, "Start");
    await page.getByText(/^Gorgias calls http:\/\/127\.0\.0\.1:\d+\/webhook\/[\w-]+$/).waitFor();
    await press(page, "A customer writes a new ticket");
    await handedOn(page, /^ticket-created of ticket \d+$/).waitFor();
    await press(page, "A customer answers the newest ticket");
    await said(
      page,
      / Gorgias reports it as ticket-message-created, which is not among the Events /,
    );
    await page
      .getByRole("button", { name: "A new customer is added" })
      .waitFor({ state: "detached" });
    await press(page, "Stop");
    await handedOn(page, "Webhook removed").waitFor();
  });

  it("stays with its form on a narrow screen, until a run is opened", async () => {
    const { page } = await open("triggers/syncRecordsTrigger", {
      viewport: { width: 360, height: 740 },
    });
    await press(page, "Start");
    await handedOn(page, /^\d+ records of the history$/).waitFor();
    // Nothing is open then.
    await page.reload();
    await handedOn(page, /^\d+ records of the history$/).click();
    await page
      .getByRole("main", { name: "Result" })
      .getByText(/^\d+ records of the history$/)
      .waitFor();
    await page.getByText("Form", { exact: true }).click();
    await press(page, "Stop");
    await page.getByText("Start the trigger first.").waitFor();
  });
});
