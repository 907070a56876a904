import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Fault, Sandbox } from "../../sandbox";
import { PREFIX } from "../../src/mcp/tools/tool";
import { pass, useFakeTime } from "../support/time";
import { TOKEN, textOf } from "./clients";
import { GENERATIONS } from "./generations";
import { basic, passing, town } from "./town";

/** A call by a client that waits for its answer as long as it takes, and has no clock. */
async function callAlone(url: string, PCID: string): Promise<CallToolResult> {
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      authorization: `Bearer ${TOKEN}`,
      accept: "application/json",
      "content-type": "application/json",
    },
    body: JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "tools/call",
      params: { name: `${PREFIX}list_customers`, arguments: { limit: 1, PCID } },
    }),
  });
  const { result } = (await answer.json()) as { result: CallToolResult };
  return result;
}

const FAULTS: readonly Fault[] = [
  { status: 500, method: "GET" },
  { reset: true, method: "GET" },
  { status: 429, retryAfter: 0 },
  { status: 503, method: "GET" },
];

/** Something goes wrong for every seventh request. */
function faulty(sandbox: Sandbox): void {
  let count = 0;
  sandbox.onRequest(() => {
    count += 1;
    const fault = FAULTS[(count / 7) % FAULTS.length];
    if (fault) {
      sandbox.fault(fault);
    }
  });
}

type Row = Record<string, unknown>;

/** A whole list, as the account has it. */
async function all({ url, credentials }: Sandbox, path: string): Promise<readonly Row[]> {
  const authorization = basic(credentials.username, credentials.apiKey);
  const found: Row[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const to: string = `${url}/api/${path}?limit=100${cursor && `&cursor=${cursor}`}`;
    const answer = await fetch(to, { headers: { authorization } }).catch(() => undefined);
    if (!answer || answer.status >= 429) {
      // The faults go on.
      continue;
    }
    const page = (await answer.json()) as { data: Row[]; meta: { next_cursor: string | null } };
    found.push(...page.data);
    cursor = page.meta.next_cursor;
  }
  return found;
}

/** Tells records of different accounts apart, even where their ids are the same. */
const tagOf = ({ id, name, email, subject }: Row) => `${id} ${subject ?? `${name} ${email}`}`;

async function ownOf(sandbox: Sandbox): Promise<ReadonlySet<string>> {
  const [customers, tickets] = [await all(sandbox, "customers"), await all(sandbox, "tickets")];
  return new Set([...customers, ...tickets].map(tagOf));
}

/** What the calls left in an account: each mark as often as it is there. */
async function marksIn(sandbox: Sandbox): Promise<readonly string[]> {
  const customers = await all(sandbox, "customers");
  const tickets = await all(sandbox, "tickets");
  const messages = await all(sandbox, "messages");
  const notes = messages.filter(({ channel }) => channel === "internal-note");
  const texts = [
    ...customers.map(({ name }) => name),
    ...tickets.map(({ subject }) => subject),
    ...notes.map(({ body_text }) => body_text),
    ...tickets.flatMap(({ tags }) => (tags as Row[]).map(({ name }) => name)),
  ];
  return texts.filter((one) => typeof one === "string").filter((one) => one.startsWith("storm-"));
}

/** A call that one of the clients makes. */
interface Planned {
  /** Nothing else in the accounts is called so. */
  readonly mark: string;
  readonly name: string;
  readonly given: Record<string, unknown>;
  readonly isWrite: boolean;
  /** Whether its client goes away once Gorgias was asked: before Gorgias refuses, or before it does it. */
  readonly cancelled?: "refused" | "passed" | undefined;
}

/** The calls of a client: of five, two read, two write, and one is cancelled. */
function planOf(client: number, customer: unknown, tickets: readonly unknown[]): Planned[] {
  return Array.from({ length: 25 }, (_, step) => {
    const mark = `storm-${client}-${step}-`;
    const ticket_id = tickets[step % tickets.length];
    const channels = [{ type: "email", address: `${mark}@example.com` }];
    const ticket = { customer: String(customer), subject: mark, messageText: "Hello" };
    const limit = 1 + (step % 10);
    const writes = [
      { name: "gorgias_customers_create_customer", given: { name: mark, channels } },
      { name: "gorgias_tickets_create_ticket", given: ticket },
      { name: "gorgias_tickets_add_ticket_tags", given: { ticket_id, names: [mark] } },
      { name: "gorgias_tickets_add_internal_note", given: { ticket_id, text: mark } },
    ] as const;
    const reads = [
      { name: "gorgias_customers_list_customers", given: { limit } },
      { name: "gorgias_tickets_list_tickets", given: { limit, fields: ["id", "subject"] } },
    ] as const;
    const late = [
      ...writes,
      { name: "gorgias_tickets_list_tickets", given: { external_id: mark } },
    ] as const;
    const number = client + Math.floor(step / 5);
    const kinds = [writes, reads, writes, reads, late][step % 5] ?? reads;
    const { name, given } = kinds[number % kinds.length] ?? reads[0];
    const isWrite = kinds === writes;
    return { mark, name, given, isWrite, cancelled: kinds === late ? ends(number) : undefined };
  });
}

const ends = (number: number) => (number % 2 === 0 ? "refused" : "passed");

it("500 calls of 20 clients on two toolsets and 5 connections, with faults all over and a fifth of them cancelled: none is lost, mixed up or carried out twice", async () => {
  jest.spyOn(Math, "random").mockReturnValue(0);
  const accounts = [1, 2, 3, 4, 5].map(
    (seed) => ({ seed, tickets: 20, rateLimit: false }) as const,
  );
  const leaving = new Map<string, { plan: Planned; leave: () => Promise<unknown> }>();
  const asked: string[] = [];
  const { sandboxes, server, close } = await town(accounts, async (text, onward) => {
    const [mark = ""] = /storm-\d+-\d+-/.exec(text) ?? [];
    const call = leaving.get(mark);
    const isFirst = !asked.includes(mark);
    if (call) {
      asked.push(mark);
    }
    if (call && isFirst) {
      await call.leave();
      if (call.plan.cancelled === "refused") {
        return "refused";
      }
    }
    return passing(text, onward);
  });
  try {
    const shops = await Promise.all(
      sandboxes.map(async (one) => ({
        customers: await all(one, "customers"),
        tickets: await all(one, "tickets"),
      })),
    );
    sandboxes.forEach(faulty);
    const calls = await Promise.all(
      Array.from({ length: 20 }, async (_, client) => {
        const account = client % 5;
        const { customers = [], tickets = [] } = shops[account] ?? {};
        const both = await GENERATIONS[client % GENERATIONS.length]?.(server.origin);
        const plans = planOf(
          client,
          customers[0]?.id,
          tickets.map(({ id }) => id),
        );
        const answers = plans.map(async (plan) => {
          const controller = new AbortController();
          const given = { ...plan.given, PCID: `${account}` };
          const answer = both?.call(plan.name, given, controller.signal).catch(() => undefined);
          if (plan.cancelled) {
            const leave = async () => {
              controller.abort();
              await answer;
              await both?.told();
            };
            leaving.set(plan.mark, { plan, leave });
          }
          return { plan, account, result: await answer };
        });
        const done = await Promise.all(answers);
        await both?.close();
        return done;
      }),
    );
    // It ends when no call is under way.
    await server.close();

    const answered = calls.flat().filter(({ plan }) => !plan.cancelled);
    const cancelled = calls.flat().filter(({ plan }) => plan.cancelled);
    expect([answered.length, cancelled.length]).toEqual([400, 100]);
    expect(answered.filter(({ result }) => !result || result.isError)).toEqual([]);
    expect(cancelled.filter(({ result }) => result)).toEqual([]);
    // Each was sent when its client left, and never again.
    expect(asked.toSorted()).toEqual(cancelled.map(({ plan }) => plan.mark).sort());

    for (const [account, sandbox] of sandboxes.entries()) {
      const mine = calls.flat().filter((one) => one.account === account);
      const found = await marksIn(sandbox);
      expect(new Set(found).size).toBe(found.length);
      const own = await ownOf(sandbox);
      const may = mine.flatMap(({ plan }) => (plan.cancelled === "passed" ? [plan.mark] : []));
      const must = mine.flatMap(({ plan }) => (plan.isWrite ? [plan.mark] : []));
      expect(found.filter((one) => !may.includes(one)).sort()).toEqual(must.sort());
      for (const { plan, result } of mine.filter((one) => !one.plan.cancelled)) {
        if (plan.isWrite) {
          expect(JSON.stringify(result?.structuredContent)).toContain(plan.mark);
        } else {
          const { data = [] } = (result?.structuredContent ?? {}) as { data?: Row[] };
          expect(data).toHaveLength(plan.given.limit as number);
          expect(data.map(tagOf).filter((one) => !own.has(one))).toEqual([]);
        }
      }
    }
    const failed = sandboxes.flatMap(({ requests }) =>
      requests.filter(({ status }) => status >= 400),
    );
    expect(failed.length).toBeGreaterThan(20);
  } finally {
    await close();
  }
});

describe("while time stands still", () => {
  useFakeTime();

  it("50 calls at once on one connection stay below its limit and hold no other connection up", async () => {
    const rateLimit = { capacity: 40, windowSeconds: 20 };
    const { sandboxes, server, close } = await town([
      { tickets: 20, rateLimit, now: Date.now },
      { tickets: 20, rateLimit: false, seed: 2 },
    ]);
    const many = (count: number, pcid: string) =>
      Promise.all(Array.from({ length: count }, () => callAlone(server.url, pcid)));
    try {
      const busy = many(50, "0");
      const quiet = await many(10, "1");
      expect(quiet.filter(({ isError }) => isError)).toEqual([]);
      const asked = () => sandboxes[0]?.requests.map(({ status }) => status) ?? [];
      expect(asked().length).toBeLessThanOrEqual(40);
      await pass(busy);
      expect((await busy).filter(({ isError }) => isError)).toEqual([]);
      expect(asked()).toEqual(Array.from({ length: 50 }, () => 200));
    } finally {
      await close();
    }
  });

  it("of 250 calls at once each is answered within 55 s: what would take longer is not sent, and is answered when its client comes back as it was told", async () => {
    const rateLimit = { capacity: 40, windowSeconds: 20 };
    const account = { tickets: 20, rateLimit, now: Date.now } as const;
    const { sandboxes, server, audit, close } = await town([account]);
    const called = async () => {
      const result = await callAlone(server.url, "0");
      const [, seconds] = /: busy, try again in (\d+) s/.exec(textOf(result)) ?? [];
      return { result, seconds: Number(seconds) };
    };
    const asked = () => sandboxes[0]?.requests.map(({ status }) => status) ?? [];
    try {
      const first = Promise.all(Array.from({ length: 250 }, called));
      await pass(first);
      const refused = (await first).filter(({ result }) => result.isError);
      expect(refused.length).toBeGreaterThan(10);
      expect(refused.filter(({ seconds }) => !(seconds > 0 && seconds <= 125))).toEqual([]);
      expect(asked()).toEqual(Array.from({ length: 250 - refused.length }, () => 200));

      const later = refused.map(async ({ seconds }) => {
        let answer = { result: {} as CallToolResult, seconds };
        while (answer.seconds > 0) {
          const { seconds: wait } = answer;
          await new Promise((resolve) => setTimeout(resolve, wait * 1000));
          answer = await called();
        }
        return answer.result.isError;
      });
      await pass(Promise.all(later));
      expect((await Promise.all(later)).filter(Boolean)).toEqual([]);
      expect(asked()).toEqual(Array.from({ length: 250 }, () => 200));
      expect(audit.filter(({ ms }) => ms > 55_000)).toEqual([]);
      // Most of them were refused at once.
      const busy = audit.filter(({ outcome }) => outcome === "busy");
      expect(busy.filter(({ ms }) => ms === 0).length).toBeGreaterThan(busy.length / 2);
    } finally {
      await close();
    }
  });

  it("of 100 calls in one batch each is answered within 55 s, if only with when to come back", async () => {
    const rateLimit = { capacity: 20, windowSeconds: 20 };
    const account = { tickets: 20, rateLimit, now: Date.now } as const;
    const { sandboxes, server, audit, close } = await town([account]);
    try {
      const params = { name: `${PREFIX}list_customers`, arguments: { limit: 1, PCID: "0" } };
      const call = { jsonrpc: "2.0", method: "tools/call", params };
      const answer = fetch(server.url, {
        method: "POST",
        headers: { authorization: `Bearer ${TOKEN}`, accept: "application/json" },
        body: JSON.stringify(Array.from({ length: 100 }, (_, id) => ({ ...call, id }))),
      }).then((one) => one.json());
      await pass(answer);
      const results = (await answer) as { id: number; result: CallToolResult }[];
      expect(new Set(results.map(({ id }) => id)).size).toBe(100);
      const refused = results.filter(({ result }) => result.isError);
      expect(refused.length).toBeGreaterThan(10);
      for (const { result } of refused) {
        expect(textOf(result)).toMatch(/: busy, try again in \d+ s/);
      }
      const asked = sandboxes[0]?.requests.map(({ status }) => status);
      expect(asked).toEqual(Array.from({ length: 100 - refused.length }, () => 200));
      expect(audit.filter(({ ms }) => ms > 55_000)).toEqual([]);
    } finally {
      await close();
    }
  });
});
