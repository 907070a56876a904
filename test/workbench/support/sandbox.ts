import type { Fault, Sandbox } from "../../../sandbox";

/** The address of the made-up account that the workbench of this process is on. */
function addressOf(path: string): string {
  return `${process.env.GORGIAS_BASE_URL}/${path}`;
}

/** What the made-up account has, asked for past the page. */
export async function inSandbox(path: string): Promise<unknown> {
  const key = Buffer.from("agent@example.com:sandbox-api-key").toString("base64");
  const response = await fetch(addressOf(`api/${path}`), {
    headers: { authorization: `Basic ${key}` },
  });
  return response.json();
}

/** Longer than any test takes. */
const HELD_MS = 3_600_000;

const FAULTS = "_sandbox/faults";

/** Has something go wrong in the made-up account, past the page: also what that does not offer. */
export async function faultInSandbox(fault: Fault): Promise<void> {
  await fetch(addressOf(FAULTS), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fault),
  });
}

/**
 * Has the made-up account hold back the next requests of the connector.
 *
 * @returns lets go of them
 */
export async function holdBack(count = 1): Promise<() => Promise<void>> {
  await faultInSandbox({ delayMs: HELD_MS, count });
  return async () => {
    await fetch(addressOf(FAULTS), { method: "DELETE" });
  };
}

/**
 * The same for one request of an account at hand: its faults taken back let go of it.
 *
 * @param fault what becomes of it then
 * @returns resolves once the request has come, after those of the faults that were waiting
 */
export function nextHeld(
  account: Pick<Sandbox, "fault" | "faults">,
  fault: Fault = {},
): Promise<void> {
  const { faults } = account;
  account.fault({ ...fault, delayMs: HELD_MS });
  return new Promise((resolve) => {
    faults.onHit(() => {
      if (faults.waiting().length === 0) {
        resolve();
      }
    });
  });
}
