import type { ConnectionValue } from "@prismatic-io/spectral/dist/serverTypes";
import type { Account as Opened } from "../../cli/account";
import type { Sandbox, SandboxOptions } from "../../sandbox";
import { accountLabel } from "../../src/client/address";
import { accountOf } from "../../src/client/authorization";
import { type Mask, maskOf } from "../../src/client/secrets";
import type { Account } from "../messages";

/** The account that everything runs on, as the server knows it. */
export interface CurrentAccount {
  /** What the page is told of it. */
  readonly told: Omit<Account, "back">;
  readonly connection: ConnectionValue;
  /** Where it is made up, what changes it directly. */
  readonly sandbox?: Sandbox;
  /** Takes its credentials out of a text. */
  readonly mask: Mask;
}

/** What a sandbox is called. */
export const MADE_UP = "a made-up account on this machine";

/** How long a full bucket takes to run empty (docs/gorgias-api.md, "Rate limit"). */
const WINDOW_SECONDS = 20;

/** The sandbox, as an account. */
export function madeUp(
  { connection, sandbox }: Opened,
  { rateLimit }: SandboxOptions,
): CurrentAccount {
  return {
    told: {
      name: MADE_UP,
      isSandbox: true,
      connection: connection.key,
      windowSeconds: rateLimit ? rateLimit.windowSeconds : WINDOW_SECONDS,
      source: "sandbox",
    },
    connection,
    ...(sandbox && { sandbox }),
    mask: maskFor(connection),
  };
}

/** A real account. What its name is depends on where requests go at the time. */
export function real(connection: ConnectionValue, source: "environment" | "page"): CurrentAccount {
  return {
    told: {
      name: nameOf(connection),
      isSandbox: false,
      connection: connection.key,
      windowSeconds: WINDOW_SECONDS,
      source,
    },
    connection,
    mask: maskFor(connection),
  };
}

function maskFor(connection: ConnectionValue): Mask {
  return maskOf(() => accountOf(connection).secrets());
}

/** `acme.gorgias.com`; where a variable sends its requests elsewhere, that is said as well. */
function nameOf(connection: ConnectionValue): string {
  const { host, hostname } = new URL(accountOf(connection).origin);
  const name = `${accountLabel(connection.fields.domain)}.gorgias.com`;
  return hostname === name ? name : `${name} (at ${host}, which GORGIAS_BASE_URL names)`;
}
