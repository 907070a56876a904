import { builtComponent } from "../support/bundle";
import { type Account, flowWith, openAccount, ticketsOf } from "./flow";

const component = builtComponent();

/** The account is large, because that must not matter. */
const TICKETS = 100_000;

let account: Account;
let oldest: readonly { id: number }[];

beforeAll(async () => {
  account = await openAccount({ tickets: TICKETS });
  oldest = await ticketsOf(account, 1_000);
});

afterAll(() => account.close());

it.each([
  [0, 1],
  [3, 2],
  [99, 2],
  [100, 2],
  [1_000, 11],
])("a poll that finds %i changes among 100,000 tickets takes %i requests", async (count, most) => {
  const { connection, sandbox } = account;
  const flow = flowWith(
    "pollChangesTrigger",
    { connection, resourceType: "tickets" },
    { component },
  );
  // What an earlier case has changed lies behind the window then.
  account.clock.now += 3_600_000;
  sandbox.change.updateTicket(oldest[0]?.id ?? 0, { subject: "An hour later" });
  expect(await account.requestsOf(() => flow.run())).toBe(1);
  for (const { id } of oldest.slice(0, count)) {
    sandbox.change.updateTicket(id, { subject: `One of ${count}` });
  }
  const requests = await account.requestsOf(async () => {
    expect((await flow.run()).data.updated).toHaveLength(count);
  });
  expect(requests).toBe(most);
  expect(requests).toBeLessThanOrEqual(count === 0 ? 1 : Math.ceil(count / 100) + 1);
});
