import type { Page } from "playwright-core";

/** What a picture shows, and how it comes about. */
export interface Scene {
  /** In `docs/images/`, without its ending. */
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: "light" | "dark";
  /** Where the page is opened. */
  readonly step: string;
  readonly play: (page: Page) => Promise<void>;
}

/** All pictures. */
export const SCENES: readonly Scene[] = [
  {
    name: "workbench",
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    step: "actions/createTicket",
    async play(page) {
      await page.getByRole("combobox", { name: "Customer", exact: true }).fill("jo@example.com");
      const fields = { Subject: "Where is my order?", "Message Text": "It should be here by now." };
      for (const [name, text] of Object.entries(fields)) {
        await page.getByRole("textbox", { name, exact: true }).fill(text);
      }
      await runAndSee(page);
      // It follows the form a moment later.
      await page
        .getByRole("region", { name: "Terminal" })
        .getByText("messageText='It should be here by now.'")
        .waitFor();
    },
  },
  {
    name: "workbench-dark",
    viewport: { width: 1440, height: 900 },
    colorScheme: "dark",
    step: "actions/listTickets",
    async play(page) {
      await runAndSee(page);
      await page.getByRole("tab", { name: /^Requests/ }).click();
      await page.getByRole("button", { name: /^GET \/api\/tickets/ }).click();
    },
  },
];

async function runAndSee(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page
    .getByRole("complementary", { name: "Result" })
    .getByText("Succeeded", { exact: true })
    .waitFor();
}
