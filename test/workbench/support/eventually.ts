import { setTimeout } from "node:timers/promises";

/** Between two looks. */
const PAUSE_MS = 25;

/**
 * Waits until an expectation holds, for what no locator can wait for.
 *
 * @param expectation looks anew each time
 * @returns never, where it never holds: Jest ends the test then
 * @example await eventually(async () => expect(await field.inputValue()).toBe("open"));
 */
export async function eventually(expectation: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      // A page that is closed has nothing to show any more.
      if (!(error instanceof Error) || !("matcherResult" in error)) {
        throw error;
      }
    }
    await setTimeout(PAUSE_MS);
  }
}
