import { barriersOn } from "./support/axe";
import { goTo, useWorkbench } from "./support/workbench";

const open = useWorkbench();

const LOOKS = (["light", "dark"] as const).flatMap((colorScheme) =>
  [
    { width: 360, height: 800 },
    { width: 1440, height: 900 },
  ].map((viewport) => ({ colorScheme, viewport })),
);

/** Of each kind of list one, to be looked at while it is open. */
const LISTS = [
  ["actions/createTicket", "Customer"],
  ["actions/createTicket", "Tags"],
  ["actions/createTicket", "Status"],
  ["triggers/ticketEventWebhook", "Events"],
] as const;

test.each(LOOKS)("axe finds nothing serious: $colorScheme, $viewport.width px", async (look) => {
  const { page } = await open("", look);
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  const found = [...(await barriersOn(page))];
  for (const step of [
    "actions/createTicket",
    "triggers/pollChangesTrigger",
    "connections/gorgias-api-key",
  ]) {
    await goTo(page, step);
    await page.getByRole("form").waitFor();
    found.push(...(await barriersOn(page)));
  }
  for (const [step, name] of LISTS) {
    await goTo(page, step);
    const field = page.getByRole("combobox", { name, exact: true });
    await field.click();
    await page.getByRole("option").first().waitFor();
    await field.press("ArrowDown");
    await page.locator("[data-combobox-selected]").waitFor();
    found.push(...(await barriersOn(page)));
  }
  await goTo(page, "actions/listTags");
  await page.getByRole("form", { name: "List Tags" }).waitFor();
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByRole("grid").waitFor();
  found.push(...(await barriersOn(page)));
  expect(found).toEqual([]);
});
