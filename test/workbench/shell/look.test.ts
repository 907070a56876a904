import type { Locator, Page } from "playwright-core";
import { eventually } from "../support/eventually";
import { loseServer, useWorkbench } from "../support/workbench";

// With a rate limit, for its gauge.
const open = useWorkbench({ rateLimit: { capacity: 40, windowSeconds: 20 } });

/** A part of the page that has to be there. */
async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) {
    throw new Error(`${part} is not shown.`);
  }
  return box;
}

/** How much a color of an element differs from the ground that it stands on: 1 to 21. */
async function contrastOf(
  element: Locator,
  property: "borderTopColor" | "backgroundColor",
): Promise<number> {
  const colors = await element.evaluate((at, name) => {
    let ground = at.parentElement;
    while (ground && /^rgba\(.*, 0\)$/.test(getComputedStyle(ground).backgroundColor)) {
      ground = ground.parentElement;
    }
    return [
      getComputedStyle(at)[name],
      getComputedStyle(ground ?? document.documentElement).backgroundColor,
    ];
  }, property);
  const [light = 0, dark = 0] = colors.map(luminanceOf).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** As WCAG has it. */
function luminanceOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What is drawn of a switch: its own input cannot be seen. */
const trackOf = (page: Page, name: string) =>
  page.getByRole("switch", { name, exact: true }).locator("xpath=following-sibling::*[1]");

const styleOf = (element: Locator, property: "backgroundColor" | "borderTopWidth") =>
  element.evaluate((at, name) => getComputedStyle(at)[name], property);

async function runListTickets(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText(/^Run \d+ took /).waitFor();
}

test.each(["light", "dark"] as const)(
  "the edges of controls can be seen: %s",
  async (colorScheme) => {
    const { page } = await open("actions/listTickets", { colorScheme });
    await runListTickets(page);
    await page.getByRole("tab", { name: /^History/ }).click();
    const checkbox = page.getByRole("tabpanel").getByRole("checkbox").first();
    await checkbox.waitFor();
    await page.getByRole("button", { name: "Faults" }).click();
    const radio = page.getByRole("radio", { checked: false }).last();
    await radio.waitFor();
    const field = page.getByRole("textbox", { name: "Cursor", exact: true });
    const contrasts = {
      field: await contrastOf(field, "borderTopColor"),
      checkbox: await contrastOf(checkbox, "borderTopColor"),
      radio: await contrastOf(radio, "borderTopColor"),
      switch: await contrastOf(trackOf(page, "Fetch All"), "backgroundColor"),
    };
    expect(Object.entries(contrasts).filter(([, contrast]) => contrast < 3)).toEqual([]);
    await field.focus();
    await eventually(async () =>
      expect(await contrastOf(field, "borderTopColor")).toBeGreaterThan(3),
    );
  },
);

test("where the system has colors of its own, what is on and what is chosen can be told", async () => {
  const { page } = await open("actions/listTickets", { forcedColors: "active" });
  await runListTickets(page);
  const track = trackOf(page, "Fetch All");
  expect(await styleOf(track, "borderTopWidth")).toBe("1px");
  expect(await styleOf(page.getByRole("meter", { name: "Rate limit" }), "borderTopWidth")).toBe(
    "1px",
  );
  const off = await styleOf(track, "backgroundColor");
  await page.getByRole("switch", { name: "Fetch All", exact: true }).click();
  await eventually(async () => expect(await styleOf(track, "backgroundColor")).not.toBe(off));

  const steps = page.getByRole("navigation", { name: "Steps" });
  const pairs = [
    [
      page.getByRole("tab", { name: "Answer", selected: true }),
      page.getByRole("tab", { name: /^Requests/ }),
    ],
    [steps.getByRole("link", { name: "List Tickets" }), steps.getByRole("link").nth(1)],
    [page.locator("label", { hasText: /^Table$/ }), page.locator("label", { hasText: /^Tree$/ })],
    [page.locator("label", { hasText: /^Auto$/ }), page.locator("label", { hasText: /^Dark$/ })],
  ] as const;
  for (const [chosen, other] of pairs) {
    expect(await styleOf(chosen, "backgroundColor")).not.toBe(
      await styleOf(other, "backgroundColor"),
    );
  }
});

test.each([1440, 360])("a server that is gone covers nothing: %i px", async (width) => {
  const { page } = await open("actions/getTicket", { viewport: { width, height: 740 } });
  await loseServer(page);
  await page.reload();
  const told = page.getByRole("alert").filter({ hasText: "npm run workbench" });
  await told.waitFor();
  const [{ y, height }, heading] = await Promise.all([
    boxOf(told),
    boxOf(page.getByRole("heading", { name: "Get Ticket", exact: true })),
  ]);
  expect(heading.y).toBeGreaterThanOrEqual(y + height);
  // All of it can be read.
  expect(await told.evaluate((at) => at.scrollHeight - at.clientHeight)).toBeLessThanOrEqual(0);
});

test("the form keeps its room beside the panes, also in a window that is made narrower", async () => {
  const { page } = await open("actions/getTicket");
  const steps = page.getByRole("navigation", { name: "Steps" });
  const result = page.getByRole("complementary", { name: "Result" });
  const isRoomLeft = () =>
    eventually(async () => {
      const [left, right] = await Promise.all([boxOf(steps), boxOf(result)]);
      expect(right.x - left.x - left.width).toBeGreaterThanOrEqual(360);
    });
  for (const name of ["Width of the result", "Width of the navigation"]) {
    await page.getByRole("separator", { name }).focus();
    await page.keyboard.press("End");
    await isRoomLeft();
  }
  await page.setViewportSize({ width: 1210, height: 900 });
  await isRoomLeft();
  // The navigation is a drawer meanwhile.
  await page.setViewportSize({ width: 360, height: 900 });
  await steps.waitFor({ state: "hidden" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await eventually(async () => expect((await boxOf(steps)).width).toBeGreaterThanOrEqual(220));
});
