import type { Page } from "playwright-core";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../../sandbox";
import type { Run } from "../../../workbench/messages";
import { useWorkbenchOn } from "../support/workbench";

/** The page, and runs on it. */
export interface Results {
  readonly page: Page;
  /** Runs an action as the page would, and shows it once it has ended. */
  run(key: string, inputs?: Run["inputs"]): Promise<Run>;
  /** Shows a part of the run: `Requests`. */
  tab(name: "Answer" | "Requests" | "Log" | "History"): Promise<void>;
}

/**
 * A workbench for the tests of a file, on a made-up account.
 *
 * @returns opens its page
 */
export function useResults(sandbox: SandboxOptions): () => Promise<Results> {
  let gorgias: Sandbox;

  beforeAll(async () => {
    gorgias = await startSandbox(sandbox);
  });

  const open = useWorkbenchOn(() => gorgias);

  afterAll(() => gorgias.close());

  return async () => {
    const { page } = await open();
    const tab = (name: string) => page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
    return {
      page,
      tab,
      async run(key, inputs = {}) {
        const { id, number, label } = await page.evaluate(
          async (asked): Promise<Run> => {
            const { name: confirmedFor } = await (await fetch("api/account")).json();
            const response = await fetch("api/runs", {
              method: "POST",
              body: JSON.stringify({ ...asked, confirmedFor }),
              headers: { "content-type": "application/json" },
            });
            return response.json();
          },
          { kind: "actions", key, inputs },
        );
        await tab("History");
        const name = `${number}. ${label}`;
        const row = page.getByRole("row").filter({
          has: page.getByRole("button", { name, exact: true }),
          hasNotText: "Running",
        });
        await row.getByRole("button", { name, exact: true }).click();
        return page.evaluate(
          async (id): Promise<Run> => (await fetch(`api/runs/${id}`)).json(),
          id,
        );
      },
    };
  };
}
