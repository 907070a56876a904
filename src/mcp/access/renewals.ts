import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Connection } from "@prismatic-io/spectral";
import { isRefused, isRenewable, renew } from "./oauth";
import { KeptTokens, type Tokens } from "./tokenFile";

/** A connection that a call uses. */
export interface Opened {
  readonly connection: Connection;
  /**
   * The same with another access token, after Gorgias refused the one that it had; undefined where
   * nothing can be renewed.
   *
   * @throws GorgiasConnectionError when Gorgias gives none
   */
  readonly renewed?: (() => Promise<Connection>) | undefined;
}

/** How long before its end an access token is renewed, in milliseconds: a call may take a minute. */
const EARLY_MS = 90_000;

/** How long another server may take to keep what Gorgias gave it, in milliseconds between looks. */
const LOOKS_MS = [0, 250, 500];

/** A connection whose access token can be renewed. */
interface Renewable {
  /** What errors call it. */
  readonly pcid: string;
  readonly connection: Connection;
  /** Tells it from others. */
  readonly key: string;
  /** Keeps what Gorgias gave; undefined to keep nothing. */
  readonly file: string | undefined;
}

/**
 * Renews the access tokens of OAuth connections, each once for all calls that need it. What another
 * server with the same file was given is used as well: a refresh token may work once alone.
 */
export class Renewals {
  readonly #kept = new KeptTokens();
  readonly #tokens = new Map<string, Tokens>();
  readonly #underWay = new Map<string, Promise<Tokens>>();
  readonly #log: (line: string) => void;

  /** @param log hears what the people who run the server should know */
  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /**
   * A connection as a call can use it now.
   *
   * @param pcid names it in errors
   * @param file keeps what Gorgias gave; undefined to keep nothing
   * @throws GorgiasConnectionError when it needs an access token, and Gorgias gives none
   */
  async open(pcid: string, connection: Connection, file?: string): Promise<Opened> {
    if (!isRenewable(connection)) {
      return { connection };
    }
    const one: Renewable = { pcid, connection, file, key: keyOf(connection) };
    const held = this.#tokens.get(one.key) ?? (await this.#begun(one));
    const tokens = isGood(held) ? held : await this.#renewed(one, held);
    return {
      connection: withTokens(connection, tokens),
      renewed: async () => withTokens(connection, await this.#renewed(one, tokens)),
    };
  }

  /** What was kept, or else what stands in the configuration. */
  async #begun({ key, file, connection: { token } }: Renewable): Promise<Tokens> {
    const kept = await this.#kept.read(file, key);
    const tokens = this.#tokens.get(key) ??
      kept ?? {
        accessToken: String(token?.access_token ?? ""),
        refreshToken: String(token?.refresh_token),
      };
    return this.#hold(key, tokens);
  }

  /** @param refused what cannot be used any more */
  async #renewed(one: Renewable, refused: Tokens): Promise<Tokens> {
    const { key } = one;
    const held = this.#tokens.get(key);
    if (held && held.accessToken !== refused.accessToken) {
      return held;
    }
    const underWay =
      this.#underWay.get(key) ??
      this.#renew(one, refused).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, underWay);
    return underWay;
  }

  async #renew(one: Renewable, refused: Tokens): Promise<Tokens> {
    const { pcid, connection, key, file } = one;
    const others = await this.#kept.readNew(file, key);
    if (others && isGood(others)) {
      return this.#hold(key, others);
    }
    const { refreshToken: last } = others ?? refused;
    try {
      const given = await renew(pcid, connection, last);
      const { accessToken, refreshToken = last, expiresInSeconds } = given;
      const expiresAt = expiresInSeconds && Date.now() + expiresInSeconds * 1000;
      const tokens = { accessToken, refreshToken, ...(expiresAt && { expiresAt }) };
      this.#hold(key, tokens);
      await this.#keep(one, tokens, refreshToken !== last);
      return tokens;
    } catch (error) {
      const late = isRefused(error) ? await this.#keptMeanwhile(one) : undefined;
      if (!late) {
        throw error;
      }
      return this.#hold(key, late);
    }
  }

  /** What another server, which was faster, was given for the refresh token that is used up now. */
  async #keptMeanwhile({ file, key }: Renewable): Promise<Tokens | undefined> {
    for (const pause of file === undefined ? [] : LOOKS_MS) {
      await wait(pause);
      const kept = await this.#kept.readNew(file, key);
      if (kept) {
        return kept;
      }
    }
    return undefined;
  }

  #hold(key: string, tokens: Tokens): Tokens {
    this.#tokens.set(key, tokens);
    return tokens;
  }

  async #keep({ pcid, key, file }: Renewable, tokens: Tokens, isReplaced: boolean): Promise<void> {
    try {
      if (file !== undefined) {
        await this.#kept.keep(file, key, tokens);
      }
    } catch (error) {
      const lost = isReplaced
        ? `Gorgias replaced the refresh token of the connection ${pcid}, and the new one is lost when this server ends: name a file that can be written in "tokenFile", or connect the account again after that.`
        : `The access token of the connection ${pcid} is not kept, and is renewed again after a restart.`;
      this.#log(`${error instanceof Error ? error.message : ""} ${lost}`);
    }
  }
}

function isGood({ accessToken, expiresAt = Infinity }: Tokens): boolean {
  return accessToken !== "" && Date.now() < expiresAt - EARLY_MS;
}

/**
 * Tells a connection from others. A refresh token that somebody put into the configuration since
 * then makes it another one.
 */
function keyOf({ fields, token }: Connection): string {
  const parts = [fields.domain, fields.clientId, token?.refresh_token];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}

function withTokens(connection: Connection, { accessToken, refreshToken }: Tokens): Connection {
  return {
    ...connection,
    token: { access_token: accessToken, refresh_token: refreshToken },
  };
}
