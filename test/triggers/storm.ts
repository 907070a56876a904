import { Random } from "../../sandbox/shop/seed/random";
import { type Account, newTicket, ticketsOf } from "./flow";

const FAULTS = [{ status: 500 }, { status: 503 }, { reset: true }, { status: 429, retryAfter: 0 }];

/** An account in which tickets are made and changed all the time, and in which requests fail. */
export interface Storm {
  readonly random: (below: number) => number;
  /** The tickets that were made since it began. */
  readonly made: readonly number[];
  /** How many changes there were. */
  readonly changes: number;
  burst(count: number): void;
  /** From now on nothing changes, and nothing fails. */
  calm(): Promise<void>;
}

/** Lets a storm begin: changes and faults come with every request, before it is answered. */
export async function stormIn(account: Account, seed: number): Promise<Storm> {
  const { sandbox, clock } = account;
  const { change } = sandbox;
  const chance = new Random(seed);
  const random = (below: number) => chance.below(below);
  const made: number[] = [];
  const known = (await ticketsOf(account)).map(({ id }) => id as number);
  let changes = 0;
  let blows = true;

  const anyTicket = () => known[random(known.length)] ?? 0;

  function changeOne(): void {
    changes += 1;
    clock.now += random(3);
    const kind = random(20);
    if (kind < 4) {
      const id = change.createTicket(newTicket());
      known.push(id);
      made.push(id);
    } else if (kind === 4) {
      shareMicrosecond();
    } else {
      change.updateTicket(anyTicket(), { subject: `Change ${changes}` });
    }
  }

  /** A few tickets carry the same newest date, to the microsecond. */
  function shareMicrosecond(): void {
    clock.now += 5;
    const updated_datetime = new Date(clock.now).toISOString().replace("Z", "999Z");
    for (let left = 1 + random(4); left > 0; left -= 1) {
      change.date("tickets", anyTicket(), { updated_datetime });
    }
    clock.now += 1;
  }

  function burst(count: number): void {
    for (let left = count; left > 0; left -= 1) changeOne();
  }

  sandbox.onRequest(() => {
    if (!blows) return;
    burst(random(15));
    const fault = random(5) === 0 ? FAULTS[random(FAULTS.length)] : undefined;
    if (fault) sandbox.fault(fault);
    // One that trying again does not help against: the run fails.
    if (random(20) === 0) sandbox.fault({ status: 403 });
  });

  return {
    random,
    made,
    get changes() {
      return changes;
    },
    burst,
    async calm() {
      blows = false;
      for (let clear = false; !clear; ) {
        clear = await ticketsOf(account).then(
          () => true,
          () => false,
        );
      }
    },
  };
}
