import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
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

/** What is being written, by file: each change waits for the one before it. */
const writing = new Map<string, Promise<unknown>>();

/**
 * What OAuth connections were given last, in a file that other servers may write as well. Nobody but
 * this user can read it, and it is whole at any time.
 */
export class KeptTokens {
  /** The access token that was in the file when it was last looked at. */
  readonly #seen = new Map<string, string>();

  /**
   * Reads what a connection was given last.
   *
   * @param file undefined where nothing is kept
   * @param key tells the connection from others
   * @returns undefined where nothing of use is kept
   */
  async read(file: string | undefined, key: string): Promise<Tokens | undefined> {
    const kept = file === undefined ? undefined : tokens.safeParse((await allIn(file))[key]).data;
    if (kept) {
      this.#seen.set(`${file} ${key}`, kept.accessToken);
    }
    return kept;
  }

  /** The same, where another server has put it there since it was last looked at. */
  async readNew(file: string | undefined, key: string): Promise<Tokens | undefined> {
    const seen = this.#seen.get(`${file} ${key}`);
    const kept = await this.read(file, key);
    return kept?.accessToken === seen ? undefined : kept;
  }

  /**
   * Keeps what a connection was given.
   *
   * @throws Error that says why it cannot be written
   */
  async keep(file: string, key: string, given: Tokens): Promise<void> {
    const before = writing.get(file);
    const written = (async () => {
      await before?.catch(() => undefined);
      await write(file, { ...(await allIn(file)), [key]: given });
    })();
    writing.set(file, written);
    await written;
    this.#seen.set(`${file} ${key}`, given.accessToken);
  }
}

async function write(file: string, all: Readonly<Record<string, unknown>>): Promise<void> {
  const draft = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
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
