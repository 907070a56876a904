import { builtComponent } from "../support/bundle";
import { useShortWaits } from "../support/time";
import { type Account, flowWith, type Handed, openAccount, ticketsOf } from "./flow";
import { type Storm, stormIn } from "./storm";

const component = builtComponent();

let account: Account;

useShortWaits();

beforeEach(async () => {
  jest.spyOn(Math, "random").mockReturnValue(0);
  account = await openAccount({ tickets: 400 });
});

afterEach(() => account.close());

const flowOf = (key: string, inputs: object = {}) =>
  flowWith(
    key,
    { connection: account.connection, resourceType: "tickets", ...inputs },
    { component },
  );

/** Runs some work again and again while it storms, and then until nothing is left to be found. */
async function weather(
  storm: Storm,
  rounds: number,
  run: () => Promise<{ quiet: boolean }>,
): Promise<number> {
  let failures = 0;
  for (let round = 0; round < rounds; round += 1) {
    storm.burst(storm.random(round % 5 === 0 ? 400 : 40));
    await run().catch(() => {
      failures += 1;
    });
  }
  await storm.calm();
  while (!(await run()).quiet);
  return failures;
}

describe("while thousands of tickets are made and changed, and requests fail", () => {
  it.each([
    [1, 10_000],
    [2, 60],
    [3, 150],
    [4, 10_000],
  ])("the poll emits every last state once (seed %i, Max Records %i)", async (seed, maxRecords) => {
    const flow = flowOf("pollChangesTrigger", { maxRecords });
    await flow.run();
    const before = new Map((await ticketsOf(account)).map((ticket) => [ticket.id, ticket]));
    const storm = await stormIn(account, seed);
    const created: Handed[] = [];
    const emitted: Handed[] = [];
    const failures = await weather(storm, 80, async () => {
      const { data, resultType } = await flow.run();
      const known = new Set(emitted.map(({ id }) => id));
      expect(data.created.filter(({ id }: Handed) => known.has(id))).toEqual([]);
      created.push(...data.created);
      emitted.push(...data.created, ...data.updated);
      return { quiet: resultType === "polled_no_changes" };
    });
    expect(storm.changes).toBeGreaterThan(3_000);
    expect(failures).toBeGreaterThan(0);

    const states = emitted.map(({ id, updated_datetime }) => `${id} ${updated_datetime}`);
    expect(new Set(states).size).toBe(states.length);
    expect(created.map(({ id }) => id).sort()).toEqual([...storm.made].sort());
    const last = new Map(emitted.map((ticket) => [ticket.id, ticket]));
    for (const ticket of await ticketsOf(account)) {
      expect(last.get(ticket.id) ?? before.get(ticket.id)).toEqual(ticket);
    }
  });

  it.each([
    [11, true],
    [12, false],
  ])("the sync delivers every last state (seed %i, goes on: %s)", async (seed, goesOn) => {
    const flow = flowOf("syncRecordsTrigger");
    const storm = await stormIn(account, seed);
    const handed: Handed[] = [];
    const walk = async (page: typeof flow.run) => {
      let count = 0;
      let place: Record<string, unknown> | null | undefined;
      while (place !== null) {
        try {
          const run = await page(place ? { paginationState: place } : {});
          count += run.data.length;
          handed.push(...run.data);
          place = run.paginationState;
        } catch (error) {
          // Either the platform asks for the same page again, or it gives the run up.
          if (!goesOn) throw error;
        }
      }
      return { quiet: count === 0 };
    };
    for (let done = false; !done; ) {
      done = await walk(flow.initialSync).then(
        () => true,
        () => false,
      );
    }
    await weather(storm, 60, () => walk(flow.run));
    const last = new Map(
      handed.map(({ record }) => [`${record.id} ${record.updated_datetime}`, record]),
    );
    for (const ticket of await ticketsOf(account)) {
      expect(last.get(`${ticket.id} ${ticket.updated_datetime}`)).toEqual(ticket);
    }
    expect(new Set(handed.map(({ pass }) => pass))).toEqual(new Set(["history", "changes"]));
  });
});
