import type { Page } from "playwright-core";
import type { SandboxOptions } from "../../../sandbox";
import type { Run, RunSummary } from "../../../workbench/messages";
import { button, useWorkbench } from "../support/workbench";

/** A step's form in the browser, and what of it reached the wire. */
export interface OpenForm {
  readonly page: Page;
  /** Presses Run, and waits until the run has ended. */
  run(): Promise<Run>;
  /** All runs of the page. */
  runs(): Promise<readonly RunSummary[]>;
  /** The newest of them, whole. */
  last(): Promise<Run>;
}

/**
 * A workbench for the tests of a file: opens a form of it by the step's address.
 *
 * @param sandbox how the account is set up
 */
export function useForms(sandbox?: SandboxOptions): (step: string) => Promise<OpenForm> {
  const open = useWorkbench(sandbox);
  return async (step) => {
    const { page, workbench } = await open(step);
    const told = async <T>(path: string): Promise<T> =>
      (await page.request.get(`${workbench.url}api/${path}`)).json();
    const runs = () => told<readonly RunSummary[]>("runs");
    const last = async () => {
      const [newest] = await runs();
      if (!newest) {
        throw new Error("Nothing has run.");
      }
      return told<Run>(`runs/${newest.id}`);
    };
    return {
      page,
      runs,
      last,
      async run() {
        const before = (await runs()).length;
        await button(page, "Run").click();
        await ended(page, before + 1);
        return last();
      },
    };
  };
}

/** Waits until the form says that a run has ended. */
export const ended = (page: Page, number: number): Promise<void> =>
  page
    .getByRole("form")
    .getByRole("status")
    .filter({ hasText: new RegExp(`Run ${number} (?:took|failed|was)`) })
    .waitFor();

/** The body of a run's last request. */
export const bodyOf = (run: Run): unknown => run.exchanges.at(-1)?.request.body;

/** A field for text. */
export const text = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

/** A field that offers values. */
export const list = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });

/**
 * Picks the first of what a field offers.
 *
 * @returns what the field holds then
 */
export async function pickFirst(page: Page, name: string): Promise<string> {
  const field = list(page, name);
  await field.click();
  await page.getByRole("option").first().click();
  await field.and(page.locator('[aria-expanded="false"]')).waitFor();
  return field.inputValue();
}

/** An entry of a list that is open. */
export const option = (page: Page, name: string) => page.getByRole("option", { name, exact: true });
