import { type Sandbox, startSandbox } from "../../../sandbox";
import { barriersOn } from "../support/axe";
import { eventually } from "../support/eventually";
import { goTo, useWorkbenchOn } from "../support/workbench";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ tickets: 20, rateLimit: false });
});

const open = useWorkbenchOn(() => sandbox);

afterAll(() => sandbox.close());

const writes = () => sandbox.requests.filter(({ method }) => method !== "GET").length;

test("a real account is marked in red, and what writes to it asks first", async () => {
  const { page } = await open("actions/createTag");
  const account = page.getByRole("region", { name: "Account" });
  await account.getByText("Real account: acme.gorgias.com").waitFor();
  await eventually(async () => {
    const red = await account.evaluate((element) => getComputedStyle(element).backgroundColor);
    const [r = 0, g = 0, b = 0] = (red.match(/\d+/g) ?? []).map(Number);
    expect(r).toBeGreaterThan(3 * Math.max(g, b));
  });

  const before = writes();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("asked-first");
  const run = page.getByRole("button", { name: "Run", exact: true });
  const question = page.getByRole("dialog", { name: /^Write to acme\.gorgias\.com .*\?$/ });

  // Enter says no, and so does Escape.
  for (const key of ["Enter", "Escape"]) {
    await run.click();
    await question.getByText("Create Tag. This is a real account.").waitFor();
    await question.getByRole("button", { name: "Cancel" }).and(page.locator(":focus")).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press(key);
    await question.waitFor({ state: "detached" });
  }
  expect(writes()).toBe(before);

  await run.click();
  await question.getByRole("button", { name: "Write", exact: true }).click();
  await page
    .getByRole("complementary", { name: "Result" })
    .getByRole("status")
    .filter({ hasText: ": Succeeded" })
    .waitFor();
  expect(writes()).toBe(before + 1);
});

test("what deletes from it says what is deleted, and that it is for good", async () => {
  const { page } = await open("actions/deleteTag");
  await page.getByRole("combobox", { name: /^Tag ID/ }).fill("3");
  await page.keyboard.press("Control+Enter");
  const question = page.getByRole("dialog", { name: /^Delete from acme\.gorgias\.com .*\?$/ });
  await question.getByText(/^Delete Tag, Tag ID 3\. .* is gone for good\.$/).waitFor();
  await question.getByRole("button", { name: "Cancel" }).and(page.locator(":focus")).waitFor();
  const deleted = new Promise<string>((resolve) =>
    sandbox.onRequest(({ method, path }) => method === "DELETE" && resolve(path)),
  );
  await question.getByRole("button", { name: "Delete", exact: true }).click();
  expect(await deleted).toBe("/api/tags/3");
});

test("an object that was picked on another account is not called by its name there", async () => {
  const { page } = await open("actions/deleteTag");
  const id = page.getByRole("combobox", { name: /^Tag ID/ });
  await id.click();
  await page.getByRole("option").first().click();
  const picked = page.getByText(/^Picked: /);
  await picked.waitFor();
  const name = (await picked.textContent()) ?? "";
  const chosen = await id.inputValue();
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByRole("button", { name: /^Back to a made-up account/ }).click();
  await page.getByText("In use: a made-up account on this machine").waitFor();

  await goTo(page, "actions/deleteTag");
  await eventually(async () => expect(await id.inputValue()).toBe(chosen));
  expect(await picked.count()).toBe(0);
  await goTo(page, "connections/gorgias-api-key");
  await page.getByRole("button", { name: /^Back to acme\.gorgias\.com/ }).click();
  await page.getByText(/^In use: acme\.gorgias\.com/).waitFor();
  await goTo(page, "actions/deleteTag");
  await page.getByText(name, { exact: true }).waitFor();
});

test.each([360, 800])("its name can be read at %i px", async (width) => {
  const { page } = await open("", { viewport: { width, height: 740 } });
  await page.route(/api\/account$/, async (route) => {
    const response = await route.fetch();
    const name = "shop-of-many-words.gorgias.com";
    await route.fulfill({ response, json: { ...(await response.json()), name } });
  });
  await page.reload();
  const name = page.getByText("Real account: shop-of-many-words.gorgias.com", { exact: true });
  await name.waitFor();
  const hidden = await name.evaluate(
    ({ scrollWidth, clientWidth, scrollHeight, clientHeight, parentElement }) => [
      scrollWidth - clientWidth,
      scrollHeight - clientHeight,
      Math.max(0, clientHeight - (parentElement?.clientHeight ?? 0)),
    ],
  );
  expect(hidden).toEqual([0, 0, 0]);
});

test("what only reads does not ask", async () => {
  const { page } = await open("actions/getAccount");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText(/^Run \d+ took /).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("the way back stands with the connections, and a connection's key is used", async () => {
  const { page } = await open();
  await page.getByRole("link", { name: "Change" }).click();
  const account = page.getByRole("region", { name: "Account" });
  await page.getByText(/stays in the memory of the workbench/).waitFor();
  await page.getByRole("button", { name: /^Back to a made-up account/ }).focus();
  await page.keyboard.press("Enter");
  await account.getByText("Made-up account on this machine").waitFor();
  await page.getByText("In use: a made-up account on this machine").waitFor();
  const back = page.getByRole("button", { name: /^Back to acme\.gorgias\.com/ });
  await back.and(page.locator(":focus")).waitFor();

  const { username, apiKey } = sandbox.credentials;
  const use = page.getByRole("button", { name: "Use this connection" });
  await page.getByRole("textbox", { name: "Domain" }).fill("acme");
  await page.getByRole("textbox", { name: "Username" }).fill(username);
  await page.getByRole("textbox", { name: "API Key" }).fill("wrong");
  await use.click();
  await page.getByRole("alert").filter({ hasText: "Gorgias answered 401" }).waitFor();
  await account.getByText("Made-up account on this machine").waitFor();

  await page.getByRole("textbox", { name: "API Key" }).fill(apiKey);
  await use.click();
  await account.getByText("Real account: acme.gorgias.com").waitFor();

  // The account of the environment comes first, and the made-up one after it.
  await back.click();
  await page.getByRole("button", { name: /^Back to a made-up account/ }).waitFor();
});
