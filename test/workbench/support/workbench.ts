import type { Page } from "playwright-core";
import type { Sandbox, SandboxOptions } from "../../../sandbox";
import { startWorkbench, type Workbench, type WorkbenchOptions } from "../../../workbench/server";
import { builtComponent } from "../../support/bundle";
import { environmentOf } from "../../support/environment";
import { type PageOptions, useBrowser } from "./browser";

/** A page of the workbench, open. */
export interface Opened {
  readonly page: Page;
  readonly workbench: Workbench;
}

/** Opens the page, at a step where one is named: `actions/createTicket`. */
export type Open = (step?: string, options?: PageOptions) => Promise<Opened>;

/**
 * A workbench on a made-up account and a browser, for the tests of a file.
 *
 * @param sandbox how the account is set up
 */
export function useWorkbench(sandbox: SandboxOptions = {}): Open {
  return useStarted(() => ({ sandbox: { tickets: 30, rateLimit: false, ...sandbox } }));
}

/**
 * The same on an account that is a real one to it, though it is on this machine.
 *
 * @param account has started by the time of the first test
 */
export function useWorkbenchOn(account: () => Pick<Sandbox, "url" | "credentials">): Open {
  return useStarted(() => ({
    environment: environmentOf(account()),
    sandbox: { tickets: 20, rateLimit: false },
  }));
}

function useStarted(options: () => Partial<WorkbenchOptions>): Open {
  const open = useBrowser();
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await startWorkbench({ component: builtComponent(), ...options() });
  });

  afterAll(() => workbench.close());

  return async (step = "", options) => ({
    page: await open(`${workbench.url}#/${step}`, options),
    workbench,
  });
}

/** A button. */
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Opens another step on a page: `actions/createTicket`. */
export async function goTo(page: Page, step: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/${step}`);
}

/** From its next load on, a page cannot hear its server. */
export async function loseServer(page: Page): Promise<void> {
  await page.route(/api\/events$/, (route) => route.fulfill({ status: 204 }));
}
