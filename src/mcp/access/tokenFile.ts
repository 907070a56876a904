import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { isObject } from "../../client/json";
import { fileFault } from "../../fileFault";

const tokens = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  /** When the access token expires, in milliseconds since 1970. */
  expiresAt: z.number().optional(),
});

/** What Gorgias gave last to an OAuth connection. */
export type Tokens = z.infer<typeof tokens>;

/**
 * Reads what an OAuth connection was given last.
 *
 * @param key tells the connection from others
 * @returns undefined where nothing of use is kept
 */
export async function keptTokens(file: string, key: string): Promise<Tokens | undefined> {
  return tokens.safeParse((await allIn(file))[key]).data;
}

/**
 * Keeps what an OAuth connection was given. Nobody but this user can read the file, and it is whole
 * at any time.
 *
 * @throws Error that says why it cannot be written
 */
export async function keepTokens(file: string, key: string, given: Tokens): Promise<void> {
  const all = { ...(await allIn(file)), [key]: given };
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    await rename(draft, file);
  } catch (error) {
    const reason = error instanceof Error ? fileFault(error) : "unknown error";
    throw new Error(`${file} cannot be written: ${reason}.`);
  }
}

async function allIn(file: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const value: unknown = JSON.parse(await readFile(file, "utf8"));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
