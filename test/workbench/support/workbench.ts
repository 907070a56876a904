import type { Page } from "playwright-core";
import type { SandboxOptions } from "../../../sandbox";
import { startWorkbench, type Workbench, type WorkbenchOptions } from "../../../workbench/server";
import { builtComponent } from "../../support/bundle";
import { type PageOptions, useBrowser } from "./browser";

/** A page of the workbench, open. */
export interface Opened {
  readonly page: Page;
  readonly workbench: Workbench;
}

/** The connector, as the platform loads it. */
export const component = () => builtComponent() as unknown as WorkbenchOptions["component"];

/**
 * A workbench on a made-up account and a browser, for the tests of a file.
 *
 * @param sandbox how the account is set up
 * @returns opens its page, at a step where one is named: `actions/createTicket`
 */
export function useWorkbench(
  sandbox: SandboxOptions = {},
): (step?: string, options?: PageOptions) => Promise<Opened> {
  const open = useBrowser();
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await startWorkbench({
      component: component(),
      sandbox: { tickets: 30, rateLimit: false, ...sandbox },
    });
  });

  afterAll(() => workbench.close());

  return async (step = "", options) => ({
    page: await open(`${workbench.url}#/${step}`, options),
    workbench,
  });
}

/** Opens another step on a page: `actions/createTicket`. */
export async function goTo(page: Page, step: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/${step}`);
}

/** What the made-up account has, asked for past the page. */
export async function inSandbox(path: string): Promise<unknown> {
  const key = Buffer.from("agent@example.com:sandbox-api-key").toString("base64");
  const response = await fetch(`${process.env.GORGIAS_BASE_URL}/api/${path}`, {
    headers: { authorization: `Basic ${key}` },
  });
  return response.json();
}
