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

/**
 * Has the made-up account hold back the next requests of the connector.
 *
 * @returns lets go of them
 */
export async function holdBack(count = 1): Promise<() => Promise<void>> {
  const faults = addressOf("_sandbox/faults");
  await fetch(faults, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ delayMs: HELD_MS, count }),
  });
  return async () => {
    await fetch(faults, { method: "DELETE" });
  };
}
