import { type AsPage, openAsPage } from "./asPage";

let page: AsPage;

beforeEach(async () => {
  jest.useFakeTimers({ doNotFake: [...REAL] });
  page = await openAsPage({ sandbox: { tickets: 1 } });
});

afterEach(async () => {
  await page.close();
  jest.useRealTimers();
});

/** Network and promises stay real: only what is done again and again waits for the test. */
const REAL = [
  "Date",
  "hrtime",
  "nextTick",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "clearImmediate",
  "setTimeout",
  "clearTimeout",
] as const;

it("says every 15 seconds that it is still there, so that nothing between takes it for dead", async () => {
  const { body } = await fetch(`${page.url}api/events`);
  const reader = body?.getReader();
  const next = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await next()).toBe(":\n\n");
  for (const _ of ["first", "second"]) {
    const heard = next();
    jest.advanceTimersByTime(15_000);
    expect(await heard).toBe(":\n\n");
  }
});
