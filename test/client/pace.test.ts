import { type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";
import { newLog, run } from "../support/steps";
import { pass, useFakeTime } from "../support/time";

/**
 * The bucket leaks: 40 requests at once, then as many as drain from it. Sixty pages cannot be read
 * in less than (60 − 40) ÷ the drain per second.
 */
const PAGES = 60;

useFakeTime();

let sandbox: Sandbox;
let accounts = 0;

/** A step's connection to a sandbox of its own, so that nothing is known of its pace. */
async function open(options: SandboxOptions) {
  sandbox = await startSandbox({ tickets: PAGES * 100, now: Date.now, ...options });
  process.env.GORGIAS_BASE_URL = sandbox.url;
  accounts += 1;
  return { domain: `paced-${accounts}`, ...sandbox.credentials };
}

afterEach(async () => {
  delete process.env.GORGIAS_BASE_URL;
  await sandbox.close();
});

const apiKey = (fields: object) => ({ key: "gorgias-api-key", configVarKey: "", fields });

const refusals = () => sandbox.requests.filter(({ status }) => status === 429).length;

it.each([
  ["an API key's bucket, 40 per 20 s", { capacity: 40, windowSeconds: 20 }],
  ["an OAuth app's bucket, 80 per 20 s", { capacity: 80, windowSeconds: 20 }],
  ["an enterprise bucket, 40 per 10 s", { capacity: 40, windowSeconds: 10 }],
  ["a bucket nobody documented, 20 per 5 s", { capacity: 20, windowSeconds: 5 }],
  ["a slower one, 40 per 60 s", { capacity: 40, windowSeconds: 60 }],
])("Fetch All of 60 pages fills %s and never overflows it", async (_, rateLimit) => {
  const connection = apiKey(await open({ rateLimit }));
  const log = newLog();
  const work = run("listTickets", { connection, fetchAll: "true" }, log);
  const seconds = await pass(work);

  const { data, meta } = (await work) as { data: { id: number }[]; meta: object };
  expect(new Set(data.map(({ id }) => id)).size).toBe(PAGES * 100);
  expect(meta).toEqual({ prev_cursor: null, next_cursor: null });
  expect(refusals()).toBe(0);
  expect(sandbox.requests).toHaveLength(PAGES);

  const drain = rateLimit.capacity / rateLimit.windowSeconds;
  const ideal = Math.max(0, PAGES - rateLimit.capacity) / drain;
  expect(seconds).toBeGreaterThanOrEqual(ideal);
  expect(seconds).toBeLessThanOrEqual(ideal * 1.15);
  expect(log.lines).toContain("info: Fetch All: 6000 items on 60 pages so far.");
});

it("Fetch All finishes when other clients drain the same bucket", async () => {
  const connection = apiKey(await open({}));
  const others = setInterval(() => sandbox.drain(3), 2_000);
  sandbox.drain(35);
  const work = run("listTickets", { connection, fetchAll: true });
  await pass(work);
  clearInterval(others);
  expect(((await work) as { data: unknown[] }).data).toHaveLength(PAGES * 100);
});

/** Lets a stranger send five requests every five seconds, as long as the work goes on. */
async function passBesideStranger(work: Promise<unknown>): Promise<number> {
  const stranger = setInterval(() => sandbox.drain(5), 5_000);
  const seconds = await pass(work);
  clearInterval(stranger);
  return seconds;
}

it("whoever shares the bucket leaves up to half of it to others, and no more", async () => {
  jest.spyOn(Math, "random").mockReturnValue(0.5);
  const connection = apiKey(await open({}));
  sandbox.drain(5);
  const seconds = await passBesideStranger(run("listTickets", { connection, fetchAll: true }));
  expect(refusals()).toBe(0);
  // The stranger leaves one of the two places that a second frees, and 35 of the first 40: without
  // room for others it would take 25 seconds, and each place that is left free takes one.
  expect(seconds).toBeLessThanOrEqual(25 + 20);
});

it("parallel calls leave room as well", async () => {
  jest.spyOn(Math, "random").mockReturnValue(0.5);
  const connection = apiKey(await open({ tickets: 10 }));
  sandbox.drain(5);
  const calls = Array.from({ length: 60 }, () => run("getAccount", { connection }));
  await passBesideStranger(Promise.all(calls));
  expect(refusals()).toBe(0);
});

it("who finds the bucket full comes back later than Gorgias asks, and later each time", async () => {
  jest.spyOn(Math, "random").mockReturnValue(0.5);
  const connection = apiKey(await open({ tickets: 10 }));
  const waits: number[] = [];
  for (let i = 0; i < 4; i++) {
    sandbox.drain(40);
    waits.push(Math.round(await pass(run("getAccount", { connection }))));
  }
  expect(waits).toEqual([15, 30, 60, 60]);
});

it("when the stranger is gone, the bucket is filled again", async () => {
  jest.spyOn(Math, "random").mockReturnValue(0.5);
  const connection = apiKey(await open({}));
  for (let i = 0; i < 4; i++) {
    sandbox.drain(40);
    await pass(run("getAccount", { connection }));
  }
  await pass(new Promise((passed) => setTimeout(passed, 310_000)));
  const seconds = await pass(run("listTickets", { connection, fetchAll: true }));
  expect(seconds).toBeLessThanOrEqual(11.5);
});

it("a refusal stops the whole account until Retry-After has passed", async () => {
  const connection = apiKey(await open({ tickets: 10 }));
  sandbox.drain(40);
  const work = Promise.all([
    run("getAccount", { connection }),
    run("getAccount", { connection }),
    run("getAccount", { connection }),
  ]);
  await pass(work);
  expect(refusals()).toBe(1);
});

it("fifty calls at once on one connection finish without a refusal", async () => {
  const connection = apiKey(await open({ tickets: 10 }));
  const seconds = await pass(
    Promise.all(Array.from({ length: 50 }, () => run("getAccount", { connection }))),
  );
  expect(refusals()).toBe(0);
  expect(seconds).toBeLessThanOrEqual(10);
});

it("a machine's clock that is set back ten minutes holds nothing up", async () => {
  const connection = apiKey(await open({ tickets: 10, now: () => performance.now() }));
  await pass(run("getAccount", { connection }));
  jest.setSystemTime(Date.now() - 600_000);
  const start = performance.now();
  await pass(Promise.all(Array.from({ length: 49 }, () => run("getAccount", { connection }))));
  expect(refusals()).toBe(0);
  expect((performance.now() - start) / 1000).toBeLessThanOrEqual(10);
});
