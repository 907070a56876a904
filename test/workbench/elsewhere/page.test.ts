import type { Page } from "playwright-core";
import { stopClock } from "../support/clock";
import { useWorkbench } from "../support/workbench";

const openStep = useWorkbench();

async function open(step: string) {
  const { page } = await openStep(step);
  const panel = page.getByRole("region", { name: "Use this step elsewhere" });
  const tab = (name: string) => panel.getByRole("tab", { name, exact: true });
  const shown = (name: string) => panel.getByRole("region", { name, exact: true });
  return { page, panel, tab, shown };
}

const text = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

it("follows the form, from tab to tab", async () => {
  const { page, panel, tab, shown } = await open("actions/createTag");
  await text(page, "Name").fill("late, again");
  await shown("Terminal").getByText("npm start -- createTag name='late, again'").waitFor();
  await text(page, "Description").fill("Where it is");
  await shown("Terminal").getByText("description='Where it is'").waitFor();

  await tab("Terminal").press("ArrowRight");
  await shown("Code").getByText('name: "late, again",').waitFor();
  await tab("Code").press("ArrowRight");
  await shown("MCP").getByText('"description": "Where it is"').waitFor();
  await text(page, "Description").fill("");
  await shown("MCP").getByText('"description"').waitFor({ state: "detached" });
  await panel.getByRole("tab", { name: "MCP", exact: true, selected: true }).waitFor();
});

it("copies what is shown", async () => {
  const { page, panel, tab, shown } = await open("actions/getTicket");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("combobox", { name: "Ticket ID", exact: true }).fill("7");
  await shown("Terminal").getByText("npm start -- getTicket id=7").waitFor();
  const letTimePass = await stopClock(page);
  await panel.getByRole("button", { name: "Copy", exact: true }).click();
  await panel.getByRole("button", { name: "Copied" }).waitFor();
  expect(await clipboardOf(page)).toBe("npm start -- getTicket id=7");

  await letTimePass();
  await tab("MCP").click();
  await shown("MCP").getByText("gorgias_get_ticket").waitFor();
  await panel.getByRole("button", { name: "Copy", exact: true }).click();
  await panel.getByRole("button", { name: "Copied" }).waitFor();
  expect(JSON.parse(await clipboardOf(page))).toEqual({
    name: "gorgias_get_ticket",
    arguments: { id: 7 },
  });
});

it("shows no password, and nothing to copy where there is nothing", async () => {
  const secret = "a-s3cret-of-the-tests";
  const action = await open("actions/createIntegration");
  await action.page.getByLabel("HMAC Secret").first().fill(secret);
  await action.shown("Terminal").getByText("hmac_secret='<HMAC Secret>'").waitFor();
  expect(await action.panel.innerText()).not.toContain(secret);

  const trigger = await open("triggers/syncRecordsTrigger");
  await trigger.panel.getByText("cannot show Sync Records").waitFor();
  await trigger.panel.getByRole("button", { name: "Copy" }).waitFor({ state: "detached" });
  await trigger.tab("Code").click();
  await trigger.shown("Code").getByText('key: "syncRecordsTrigger"').waitFor();
});

function clipboardOf(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
