/** The client's own limit on a request. A timer that long means that a request is under way. */
const REQUEST_TIMEOUT_MS = 30_000;

const underWay = new Set<unknown>();

/** A request of a call that has less time left than that. Only where it was made tells so. */
function isRequest(ms: number | undefined): boolean {
  return Number(ms) < REQUEST_TIMEOUT_MS && new Error().stack?.includes("TimeLimit") === true;
}

/**
 * Fakes time for the tests of a file. Network and promises stay real, and {@link pass} lets the
 * clock jump whenever all that is left to do is wait. An account's pace remembers what it saw, so
 * each test works on an account of its own.
 */
export function useFakeTime(): void {
  beforeEach(() => {
    underWay.clear();
    jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask"] });
    const { setTimeout: start, clearTimeout: stop } = globalThis;
    // No spies: those are undone after the clock was, and would bring its stopped timers back.
    globalThis.setTimeout = ((...[work, ms, ...rest]: Parameters<typeof setTimeout>) => {
      const timer = start(work, ms, ...rest);
      if (ms === REQUEST_TIMEOUT_MS || isRequest(ms)) {
        underWay.add(timer);
      }
      return timer;
    }) as typeof setTimeout;
    globalThis.clearTimeout = (timer) => {
      underWay.delete(timer);
      stop(timer);
    };
  });
  afterEach(() => {
    jest.useRealTimers();
  });
}

/**
 * Lets faked time pass until the work is done.
 *
 * @param unanswered whether requests stay without an answer, so that time passes over them too
 * @returns how long the work took, in seconds of faked time
 */
export async function pass(work: Promise<unknown>, unanswered = false): Promise<number> {
  const start = Date.now();
  let done = false;
  const finished = work.finally(() => {
    done = true;
  });
  finished.catch(() => undefined);
  for (;;) {
    // What takes no time comes first.
    await new Promise((resolve) => setImmediate(resolve));
    if (done) {
      break;
    }
    if (unanswered || underWay.size === 0) {
      jest.advanceTimersToNextTimer();
    }
  }
  await finished;
  return (Date.now() - start) / 1000;
}

/**
 * What the client waits for at the least before its last try, before it asks for a page again, and
 * before it looks once more for what must be there.
 */
const LONG_WAITS_MS = [16_000, 20_000, 2_000];

/** Retries wait for no time: chance has none of it added, and what is always waited for is left out. */
export function skipWaits(): void {
  jest.spyOn(Math, "random").mockReturnValue(0);
  const { setTimeout: start } = globalThis;
  jest
    .spyOn(globalThis, "setTimeout")
    .mockImplementation(((...[work, ms = 0, ...rest]: Parameters<typeof setTimeout>) =>
      start(work, LONG_WAITS_MS.includes(ms) ? 0 : ms, ...rest)) as typeof setTimeout);
}

/** Lets waits before another try end at once. Limits on requests and on whole steps stay. */
export function useShortWaits(): void {
  beforeEach(() => {
    const { setTimeout: start } = globalThis;
    jest
      .spyOn(globalThis, "setTimeout")
      .mockImplementation(((...[work, ms = 0, ...rest]: Parameters<typeof setTimeout>) =>
        start(work, ms < REQUEST_TIMEOUT_MS ? 0 : ms, ...rest)) as typeof setTimeout);
  });
}
